namespace VietJapanTM.Matching.Indexing;

/// <summary>For each term of a chunk the rows that have it, ascending. Immutable; thread-safe.</summary>
internal sealed class Postings
{
    private readonly Dictionary<KeyTerm, int> _lists;
    private readonly int[] _starts;
    private readonly int[] _rows;

    private Postings(Dictionary<KeyTerm, int> lists, int[] starts, int[] rows)
    {
        _lists = lists;
        _starts = starts;
        _rows = rows;
    }

    /// <summary>Makes the lists.</summary>
    /// <param name="keyStarts">For each row where its keys begin in <paramref name="keys"/>, and one more entry: where the last end.</param>
    /// <param name="keys">The keys of all rows.</param>
    public static Postings Of(int[] keyStarts, int[] keys)
    {
        var lists = new Dictionary<KeyTerm, int>();
        var listOfKey = new int[keys.Length];
        var counts = new List<int>();
        var occurrences = new Dictionary<int, int>();
        for (var row = 0; row + 1 < keyStarts.Length; row++)
        {
            occurrences.Clear();
            for (var at = keyStarts[row]; at < keyStarts[row + 1]; at++)
            {
                occurrences.TryGetValue(keys[at], out var occurrence);
                occurrences[keys[at]] = occurrence + 1;
                var term = new KeyTerm(keys[at], occurrence);
                if (!lists.TryGetValue(term, out var list))
                {
                    list = counts.Count;
                    lists.Add(term, list);
                    counts.Add(0);
                }

                counts[list]++;
                listOfKey[at] = list;
            }
        }

        return new Postings(lists, Starts(counts), Rows(keyStarts, listOfKey, Starts(counts)));
    }

    /// <summary>Where the rows in [<paramref name="from"/>, <paramref name="to"/>) that have the term stand; empty where none has.</summary>
    public PostingSlice Slice(KeyTerm term, int from, int to)
    {
        if (!_lists.TryGetValue(term, out var list))
        {
            return default;
        }

        var start = FirstAtLeast(from, _starts[list], _starts[list + 1]);
        return new PostingSlice(start, FirstAtLeast(to, start, _starts[list + 1]));
    }

    /// <summary>The rows of a slice.</summary>
    public ReadOnlySpan<int> Rows(PostingSlice slice) => _rows.AsSpan(slice.Start, slice.Length);

    private int FirstAtLeast(int row, int low, int high)
    {
        var found = _rows.AsSpan(low, high - low).BinarySearch(row);
        return low + (found < 0 ? ~found : found);
    }

    private static int[] Starts(List<int> counts)
    {
        var starts = new int[counts.Count + 1];
        for (var i = 0; i < counts.Count; i++)
        {
            starts[i + 1] = starts[i] + counts[i];
        }

        return starts;
    }

    private static int[] Rows(int[] keyStarts, int[] listOfKey, int[] next)
    {
        var rows = new int[listOfKey.Length];
        for (var row = 0; row + 1 < keyStarts.Length; row++)
        {
            for (var at = keyStarts[row]; at < keyStarts[row + 1]; at++)
            {
                rows[next[listOfKey[at]]++] = row;
            }
        }

        return rows;
    }
}
