namespace VietJapanTM.Matching.Indexing;

/// <summary>Rows in ascending order of weight, with their tokens and posting lists. Immutable; thread-safe.</summary>
internal sealed class IndexChunk
{
    /// <summary>Chunks of fewer rows have no posting lists: comparing keys is quicker there than counting.</summary>
    private const int MinRowsForPostings = 64;

    private readonly SegmentRow[] _rows;
    private readonly int[] _weights;
    private readonly int[] _symbolStarts;
    private readonly Symbol[] _symbols;
    private readonly int[] _keyStarts;
    private readonly int[] _keys;

    /// <summary>Takes the arrays as they are; see <see cref="ChunkBuilder"/>.</summary>
    public IndexChunk(SegmentRow[] rows, int[] weights, int[] symbolStarts, Symbol[] symbols, int[] keyStarts, int[] keys)
    {
        _rows = rows;
        _weights = weights;
        _symbolStarts = symbolStarts;
        _symbols = symbols;
        _keyStarts = keyStarts;
        _keys = keys;
        Postings = rows.Length < MinRowsForPostings ? null : Postings.Of(keyStarts, keys);
    }

    public int Count => _rows.Length;

    /// <summary>The posting lists, or null where every row is compared.</summary>
    public Postings? Postings { get; }

    public SegmentRow Row(int row) => _rows[row];

    public int Weight(int row) => _weights[row];

    public int KeyCount(int row) => _keyStarts[row + 1] - _keyStarts[row];

    public ReadOnlySpan<int> Keys(int row) => _keys.AsSpan(_keyStarts[row].._keyStarts[row + 1]);

    public ReadOnlySpan<Symbol> Symbols(int row) => _symbols.AsSpan(_symbolStarts[row].._symbolStarts[row + 1]);

    /// <summary>The first row that weighs at least <paramref name="weight"/>.</summary>
    public int FirstOfWeight(long weight)
    {
        var (low, high) = (0, _weights.Length);
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
