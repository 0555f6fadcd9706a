namespace VietJapanTM.Terminology.Recognition;

/// <summary>Sequences of token ids, read from their last token to the first, in ascending order; equal ones as they came.</summary>
internal sealed class SortedSequences
{
    private readonly int[] _tokens;
    private readonly int[] _ends;
    private readonly int[] _order;

    /// <summary>Sorts.</summary>
    /// <param name="tokens">All sequences, one behind the other.</param>
    /// <param name="ends">For each sequence where it ends.</param>
    public SortedSequences(List<int> tokens, List<int> ends)
    {
        _tokens = [.. tokens];
        _ends = [.. ends];
        _order = new int[_ends.Length];
        for (var i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        _order.AsSpan().Sort(Compare);
    }

    /// <summary>The number of sequences.</summary>
    public int Count => _order.Length;

    /// <summary>The place at which the sequence came that stands at <paramref name="at"/> in order.</summary>
    public int Original(int at) => _order[at];

    /// <summary>Where the sequence at a place in order ends among the tokens as they came.</summary>
    public int End(int at) => _ends[_order[at]];

    /// <summary>The number of tokens of the sequence at a place in order.</summary>
    public int Length(int at) => LengthOf(_order[at]);

    /// <summary>A token of the sequence at a place in order, counted from its end.</summary>
    public int Token(int at, int fromEnd) => _tokens[_ends[_order[at]] - 1 - fromEnd];

    /// <summary>True where the sequence at a place in order and the one behind it have the same tokens.</summary>
    public bool EqualsNext(int at) => at + 1 < Count && Sequence(_order[at]).SequenceEqual(Sequence(_order[at + 1]));

    private ReadOnlySpan<int> Sequence(int sequence) => _tokens.AsSpan(_ends[sequence] - LengthOf(sequence), LengthOf(sequence));

    private int LengthOf(int sequence) => _ends[sequence] - (sequence == 0 ? 0 : _ends[sequence - 1]);

    private int Compare(int one, int other)
    {
        var (end, otherEnd) = (_ends[one], _ends[other]);
        var (length, otherLength) = (LengthOf(one), LengthOf(other));
        var shared = Math.Min(length, otherLength);
        for (var i = 1; i <= shared; i++)
        {
            var difference = _tokens[end - i] - _tokens[otherEnd - i];
            if (difference != 0)
            {
                return difference;
            }
        }

        return length != otherLength ? length - otherLength : one - other;
    }
}
