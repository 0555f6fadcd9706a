using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// The written forms of all terms. What verification reads of each lies together in one array: a head, then the numbers of its words. So
/// a candidate that stands in the text as written costs one line of memory, and its objects are touched only when it is reported.
/// Immutable and thread-safe.
/// </summary>
internal sealed class PatternTable
{
    private const int IsLastBit = 1;
    private const int InflectsBit = 2;
    private const int IsAcronymBit = 4;
    private const int RowShift = 3;
    private readonly int[] _data;
    private readonly PatternRow[] _rows;

    private PatternTable(int[] data, PatternRow[] rows)
    {
        _data = data;
        _rows = rows;
    }

    /// <summary>Lays the patterns in.</summary>
    /// <param name="sequences">Their order.</param>
    /// <param name="rows">What they stand for, as they came.</param>
    /// <param name="words">The numbers of their words, one pattern behind the other, as they came.</param>
    /// <param name="starts">For each pattern, in order, where it stands in the table.</param>
    public static PatternTable Make(SortedSequences sequences, List<PatternRow> rows, List<int> words, out int[] starts)
    {
        var data = new int[words.Count + sequences.Count];
        var sorted = new PatternRow[sequences.Count];
        starts = new int[sequences.Count];
        var end = 0;
        for (var at = 0; at < sorted.Length; at++)
        {
            sorted[at] = rows[sequences.Original(at)];
            starts[at] = end;
            data[end++] = HeadOf(sorted[at].Term, at, isLast: !sequences.EqualsNext(at));
            for (var i = sequences.Length(at); i > 0; i--)
            {
                data[end++] = words[sequences.End(at) - i];
            }
        }

        return new PatternTable(data, sorted);
    }

    /// <summary>True for the last of the patterns that share one sequence of classes; the next one stands directly behind.</summary>
    public bool IsLast(int start) => (_data[start] & IsLastBit) != 0;

    /// <summary>True where the language's rules apply; false for stored forms and for terms that have them.</summary>
    public bool Inflects(int start) => (_data[start] & InflectsBit) != 0;

    /// <summary>True where only its own case will do.</summary>
    public bool IsAcronym(int start) => (_data[start] & IsAcronymBit) != 0;

    /// <summary>What the pattern stands for.</summary>
    public ref readonly PatternRow Row(int start) => ref _rows[_data[start] >> RowShift];

    /// <summary>The numbers of its words.</summary>
    public ReadOnlySpan<int> Words(int start, int length) => _data.AsSpan(start + 1, length);

    private static int HeadOf(Term term, int row, bool isLast) =>
        (row << RowShift)
        | (isLast ? IsLastBit : 0)
        | (term.Forms.IsEmpty ? InflectsBit : 0)
        | (term.Type == TermType.Acronym ? IsAcronymBit : 0);
}
