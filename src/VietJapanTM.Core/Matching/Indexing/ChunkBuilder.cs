using System.Runtime.InteropServices;

namespace VietJapanTM.Matching.Indexing;

/// <summary>Collects rows and makes a chunk of them. Not thread-safe.</summary>
internal sealed class ChunkBuilder
{
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

        var (symbolStarts, symbols) = Reorder(order, _symbolStarts, _symbols);
        var (keyStarts, keys) = Reorder(order, _keyStarts, _keys);
        return new IndexChunk(rows, weights, symbolStarts, symbols, keyStarts, keys);
    }

    private static (int[] Starts, T[] Items) Reorder<T>(int[] order, List<int> oldStarts, List<T> oldItems)
    {
        var old = CollectionsMarshal.AsSpan(oldItems);
        var items = new T[oldItems.Count];
        var starts = new int[order.Length + 1];
        for (var i = 0; i < order.Length; i++)
        {
            var slice = old[oldStarts[order[i]]..oldStarts[order[i] + 1]];
            slice.CopyTo(items.AsSpan(starts[i]));
            starts[i + 1] = starts[i] + slice.Length;
        }

        return (starts, items);
    }

    private void Close(SegmentRow row, int weight)
    {
        _rows.Add(row);
        _weights.Add(weight);
        _symbolStarts.Add(_symbols.Count);
        _keyStarts.Add(_keys.Count);
    }

    /// <summary>The rows by weight, rows of one weight in the order they came.</summary>
    private int[] Order()
    {
        var byWeight = new long[_rows.Count];
        for (var i = 0; i < byWeight.Length; i++)
        {
            byWeight[i] = ((long)_weights[i] << 32) | (uint)i;
        }

        Array.Sort(byWeight);
        return Array.ConvertAll(byWeight, key => (int)key);
    }
}
