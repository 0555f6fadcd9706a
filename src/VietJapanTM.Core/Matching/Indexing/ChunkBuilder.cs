using System.Collections.Immutable;
using System.Runtime.InteropServices;
using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing;

/// <summary>Collects rows and makes a chunk of them. Not thread-safe.</summary>
internal sealed class ChunkBuilder
{
    /// <summary>The least keyed share of each shelf, in thousandths.</summary>
    private static readonly int[] ShelfLimits = [970, 920, 850, 700, 0];

    private readonly List<SegmentRow> _rows = [];
    private readonly List<int> _weights = [];
    private readonly List<int> _symbolStarts = [0];
    private readonly List<Symbol> _symbols = [];
    private readonly List<int> _keyStarts = [0];
    private readonly List<int> _keys = [];

    /// <summary>Encodes a row's text and adds it.</summary>
    public void Add(SegmentVocabulary vocabulary, SegmentRow row)
    {
        var weight = vocabulary.Encode(row.Variant.Text, _symbols, _keys);
        Close(row, weight);
    }

    /// <summary>Adds the rows of a chunk that live at a version; answers how many did not.</summary>
    public int Add(IndexChunk chunk, int version)
    {
        var dead = 0;
        for (var row = 0; row < chunk.Count; row++)
        {
            if (!chunk.Row(row).IsLiveAt(version))
            {
                dead++;
                continue;
            }

            _symbols.AddRange(chunk.Symbols(row));
            _keys.AddRange(chunk.Keys(row));
            Close(chunk.Row(row), chunk.Weight(row));
        }

        return dead;
    }

    /// <summary>Makes the chunk.</summary>
    public IndexChunk Build()
    {
        var order = Order();
        var rows = new SegmentRow[order.Length];
        var weights = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            rows[i] = _rows[order[i]];
            weights[i] = _weights[order[i]];
        }

        var symbols = new Symbol[_symbols.Count];
        var keys = new PinnedArray<int>(_keys.Count);
        var symbolStarts = Reorder(order, _symbolStarts, _symbols, symbols);
        var keyStarts = Reorder(order, _keyStarts, _keys, keys.Span);
        return new IndexChunk(Shelves(order), rows, weights, symbolStarts, symbols, keyStarts, keys);
    }

    private static int[] Reorder<T>(int[] order, List<int> oldStarts, List<T> oldItems, Span<T> items)
    {
        var old = CollectionsMarshal.AsSpan(oldItems);
        var starts = new int[order.Length + 1];
        for (var i = 0; i < order.Length; i++)
        {
            var slice = old[oldStarts[order[i]]..oldStarts[order[i] + 1]];
            slice.CopyTo(items[starts[i]..]);
            starts[i + 1] = starts[i] + slice.Length;
        }

        return starts;
    }

    private void Close(SegmentRow row, int weight)
    {
        _rows.Add(row);
        _weights.Add(weight);
        _symbolStarts.Add(_symbols.Count);
        _keyStarts.Add(_keys.Count);
    }

    /// <summary>The keyed share of a row's weight, in thousandths, rounded down; a row without weight has all of it.</summary>
    private int Share(int row) => _weights[row] == 0
        ? 1000
        : (int)((_keyStarts[row + 1] - _keyStarts[row]) * EditCosts.Word * 1000L / _weights[row]);

    private int ShelfOf(int row)
    {
        var share = Share(row);
        var shelf = 0;
        while (share < ShelfLimits[shelf])
        {
            shelf++;
        }

        return shelf;
    }

    /// <summary>
    /// The rows by shelf, then by weight, then by their first keys: rows that begin alike share more, so that hits lie together.
    /// </summary>
    private int[] Order()
    {
        var order = new int[_rows.Count];
        var places = new ulong[_rows.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            places[i] = ((ulong)ShelfOf(i) << 32) | (uint)_weights[i];
        }

        Array.Sort(places, order);
        var beginnings = new ulong[order.Length];
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            for (; to < order.Length && places[to] == places[from]; to++)
            {
                beginnings[to] = Beginning(order[to]);
            }

            Array.Sort(beginnings, order, from, to - from);
            from = to;
        }

        return order;
    }

    /// <summary>A row's first two keys.</summary>
    private ulong Beginning(int row)
    {
        var (start, count) = (_keyStarts[row], _keyStarts[row + 1] - _keyStarts[row]);
        var first = count > 0 ? (ulong)_keys[start] << 32 : 0;
        return count > 1 ? first | (uint)_keys[start + 1] : first;
    }

    private ImmutableArray<Shelf> Shelves(int[] order)
    {
        var shelves = ImmutableArray.CreateBuilder<Shelf>();
        for (var from = 0; from < order.Length;)
        {
            var shelf = ShelfOf(order[from]);
            var (to, share) = (from, int.MaxValue);
            while (to < order.Length && ShelfOf(order[to]) == shelf)
            {
                share = Math.Min(share, Share(order[to]));
                to++;
            }

            shelves.Add(new Shelf(from, to, share));
            from = to;
        }

        return shelves.ToImmutable();
    }
}
