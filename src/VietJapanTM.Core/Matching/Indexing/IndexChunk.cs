using System.Collections.Immutable;
using System.Runtime.Intrinsics.X86;
using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// Rows with their tokens and posting lists, on shelves, on each shelf in ascending order of weight. Immutable; thread-safe.
/// </summary>
internal sealed unsafe class IndexChunk
{
    /// <summary>Chunks of fewer rows have no posting lists: comparing keys is quicker there than counting.</summary>
    private const int MinRowsForPostings = 64;

    private readonly SegmentRow[] _rows;
    private readonly int[] _weights;
    private readonly int[] _symbolStarts;
    private readonly Symbol[] _symbols;
    private readonly int[] _keyStarts;
    private readonly PinnedArray<int> _keys;

    /// <summary>Takes the arrays as they are; see <see cref="ChunkBuilder"/>.</summary>
    public IndexChunk(
        ImmutableArray<Shelf> shelves, SegmentRow[] rows, int[] weights, int[] symbolStarts, Symbol[] symbols, int[] keyStarts, PinnedArray<int> keys)
    {
        Shelves = shelves;
        _rows = rows;
        _weights = weights;
        _symbolStarts = symbolStarts;
        _symbols = symbols;
        _keyStarts = keyStarts;
        _keys = keys;
        Postings = rows.Length < MinRowsForPostings ? null : new PostingsBuilder(keyStarts, keys.Span).Build();
    }

    public int Count => _rows.Length;

    public ImmutableArray<Shelf> Shelves { get; }

    /// <summary>The posting lists, or null where every row is compared.</summary>
    public Postings? Postings { get; }

    public SegmentRow Row(int row) => _rows[row];

    public int Weight(int row) => _weights[row];

    public int KeyCount(int row) => _keyStarts[row + 1] - _keyStarts[row];

    public ReadOnlySpan<int> Keys(int row) => _keys.Span[_keyStarts[row].._keyStarts[row + 1]];

    /// <summary>Begins to fetch a row's keys, which soon will be read.</summary>
    public void PrefetchKeys(int row)
    {
        if (Sse.IsSupported)
        {
            // SAFETY: prefetching cannot fault.
            Sse.Prefetch0(_keys.Pointer + _keyStarts[row]);
        }
    }

    public ReadOnlySpan<Symbol> Symbols(int row) => _symbols.AsSpan(_symbolStarts[row].._symbolStarts[row + 1]);

    /// <summary>The first row of a shelf that weighs at least <paramref name="weight"/>.</summary>
    public int FirstOfWeight(Shelf shelf, long weight)
    {
        var (low, high) = (shelf.From, shelf.To);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_weights[middle] < weight)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

/// <summary>
/// Rows that are keyed to about the same share of their weight, so that a row's weight says how many keys it has at least.
/// </summary>
/// <param name="From">First row.</param>
/// <param name="To">The row after the last.</param>
/// <param name="MinShare">The least share of the weight that is keyed, in thousandths.</param>
internal readonly record struct Shelf(int From, int To, int MinShare)
{
    /// <summary>How many keys a row of that weight has at least.</summary>
    public int MinKeys(int weight) => (int)(((long)weight * MinShare / 1000) + EditCosts.Word - 1) / EditCosts.Word;
}
