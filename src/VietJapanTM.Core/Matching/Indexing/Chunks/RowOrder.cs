using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing.Chunks;

/// <summary>What decides where a row stands in its chunk.</summary>
/// <param name="Weight">Its weight.</param>
/// <param name="KeyStart">Where its keys begin among all.</param>
/// <param name="Keys">How many keys.</param>
/// <param name="Tokens">How many tokens.</param>
internal readonly record struct RowShape(int Weight, int KeyStart, int Keys, int Tokens);

/// <summary>
/// The order of a chunk's rows: by shelf, weight, number of keys and of tokens, then by their keys. So a window of weights is a range of
/// rows, equal rows stand together, and rows that begin alike, which share more, lie side by side.
/// </summary>
internal sealed class RowOrder
{
    /// <summary>The least keyed share of each shelf, in thousandths.</summary>
    private static readonly int[] ShelfLimits = [970, 920, 850, 700, 0];

    private readonly RowShape[] _shapes;
    private readonly int[] _keys;
    private readonly List<Run> _runs = [];
    private readonly List<Shelf> _shelves = [];

    /// <summary>Orders rows.</summary>
    /// <param name="shapes">The rows.</param>
    /// <param name="keys">The keys of all rows.</param>
    public RowOrder(RowShape[] shapes, int[] keys)
    {
        _shapes = shapes;
        _keys = keys;
        Rows = new int[shapes.Length];
        var places = new ulong[shapes.Length];
        for (var row = 0; row < shapes.Length; row++)
        {
            Rows[row] = row;
            places[row] = ((ulong)ShelfOf(shapes[row]) << 61) | ((ulong)(uint)shapes[row].Weight << 29) | ((uint)shapes[row].Keys & 0x1FFF_FFFF);
        }

        Array.Sort(places, Rows);
        for (var from = 0; from < places.Length;)
        {
            var to = from + 1;
            while (to < places.Length && places[to] == places[from])
            {
                to++;
            }

            SortByContent(from, to);
            from = to;
        }

        Divide();
    }

    /// <summary>The rows' old numbers in their new order.</summary>
    public int[] Rows { get; }

    /// <summary>The runs, and one more behind the last row.</summary>
    public Run[] Runs => [.. _runs];

    public Shelf[] Shelves => [.. _shelves];

    /// <summary>The keyed share of a row's weight, in thousandths, rounded down; a row without weight has all of it.</summary>
    private static int Share(in RowShape row) => row.Weight == 0 ? 1000 : (int)(row.Keys * EditCosts.Word * 1000L / row.Weight);

    private static int ShelfOf(in RowShape row)
    {
        var share = Share(row);
        var shelf = 0;
        while (share < ShelfLimits[shelf])
        {
            shelf++;
        }

        return shelf;
    }

    private ReadOnlySpan<int> KeysOf(int row) => _keys.AsSpan(_shapes[row].KeyStart, _shapes[row].Keys);

    /// <summary>Tokens and the first two keys decide most; only where these agree, all keys are compared.</summary>
    private void SortByContent(int from, int to)
    {
        if (to - from < 2)
        {
            return;
        }

        var beginnings = new ulong[to - from];
        for (var i = from; i < to; i++)
        {
            var keys = KeysOf(Rows[i]);
            beginnings[i - from] = ((ulong)Math.Min(_shapes[Rows[i]].Tokens, 0xFFFFFF) << 40)
                | ((keys.Length > 0 ? (ulong)Math.Min(keys[0], 0xFFFFF) : 0) << 20)
                | (keys.Length > 1 ? (ulong)Math.Min(keys[1], 0xFFFFF) : 0);
        }

        var rows = Rows.AsSpan(from, to - from);
        beginnings.AsSpan().Sort(rows);
        for (var first = 0; first < rows.Length;)
        {
            var end = first + 1;
            while (end < rows.Length && beginnings[end] == beginnings[first])
            {
                end++;
            }

            if (end - first > 1)
            {
                rows[first..end].Sort(Compare);
            }

            first = end;
        }
    }

    private int Compare(int a, int b)
    {
        var order = _shapes[a].Tokens.CompareTo(_shapes[b].Tokens);
        order = order != 0 ? order : KeysOf(a).SequenceCompareTo(KeysOf(b));
        return order != 0 ? order : a.CompareTo(b);
    }

    private void Divide()
    {
        var keyStart = 0L;
        for (var i = 0; i < Rows.Length; i++)
        {
            ref readonly var shape = ref _shapes[Rows[i]];
            var isFirstOfShelf = i == 0 || ShelfOf(shape) != ShelfOf(_shapes[Rows[i - 1]]);
            if (isFirstOfShelf)
            {
                _shelves.Add(new Shelf { FirstRun = _runs.Count, EndRun = _runs.Count, MinShare = int.MaxValue });
            }

            if (isFirstOfShelf || _runs[^1].Weight != shape.Weight || _runs[^1].Keys != shape.Keys || _runs[^1].Tokens != shape.Tokens)
            {
                _runs.Add(new Run { First = i, Weight = shape.Weight, Keys = shape.Keys, Tokens = shape.Tokens, KeyStart = keyStart });
            }

            _shelves[^1] = _shelves[^1] with { EndRun = _runs.Count, MinShare = Math.Min(_shelves[^1].MinShare, Share(shape)) };
            keyStart += shape.Keys;
        }

        _runs.Add(new Run { First = Rows.Length, Weight = int.MaxValue, KeyStart = keyStart });
    }
}
