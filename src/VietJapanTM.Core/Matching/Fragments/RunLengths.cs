namespace VietJapanTM.Matching.Fragments;

/// <summary>
/// The common runs of a query and a row that end at the row's current token, by where they end in the query. A length is valid for the token after
/// the one that set it, so nothing is ever cleared. Not thread-safe.
/// </summary>
internal sealed class RunLengths(int words)
{
    private readonly int[] _lengths = new int[words + 1];
    private readonly long[] _setAt = new long[words + 1];
    private readonly int[] _before = new int[words];
    private int[] _first = [];
    private long _now = 1;

    /// <summary>Takes the query's words in the numbers of a chunk, −1 for those that it does not have.</summary>
    public void Begin(int[] numbers, int limit)
    {
        _first = new int[limit];
        Array.Fill(_first, -1);
        for (var at = 0; at < numbers.Length; at++)
        {
            if (numbers[at] >= 0)
            {
                _before[at] = _first[numbers[at]];
                _first[numbers[at]] = at;
            }
        }

        NextRow();
    }

    /// <summary>The last place of a number in the query, or −1.</summary>
    public int First(int number) => _first[number];

    /// <summary>The place of the same number before a place, or −1. Places descend, so that no length is overwritten before it is read.</summary>
    public int Before(int at) => _before[at];

    /// <summary>The run that ends at a place, now longer by one.</summary>
    public int Grow(int at)
    {
        var length = _setAt[at] == _now - 1 ? _lengths[at] + 1 : 1;
        (_lengths[at + 1], _setAt[at + 1]) = (length, _now);
        return length;
    }

    /// <summary>Goes to the row's next token.</summary>
    public void NextToken() => _now++;

    /// <summary>Begins a row: what the last one left is valid no more.</summary>
    public void NextRow() => _now += 2;
}
