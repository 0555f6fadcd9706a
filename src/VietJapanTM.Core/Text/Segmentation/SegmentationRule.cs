using System.Text.RegularExpressions;

namespace VietJapanTM.Text.Segmentation;

/// <summary>
/// One SRX rule: at a position with <c>beforebreak</c> to its left and <c>afterbreak</c> to its right, break or do not. Immutable.
/// </summary>
internal sealed partial class SegmentationRule
{
    private readonly Regex _here;

    /// <summary>Compiles a rule whose patterns are in this platform's syntax already.</summary>
    /// <param name="name">What messages call the rule: <c>Spanish rule 3</c>.</param>
    /// <param name="isBreak">The <c>break</c> attribute.</param>
    /// <param name="before">Pattern that must end at the position.</param>
    /// <param name="after">Pattern that must begin there.</param>
    /// <param name="timeout">Longest time for the question at one position; patterns may come from a user. Regex.InfiniteMatchTimeout for none.</param>
    /// <exception cref="ArgumentException">A pattern is not a regular expression.</exception>
    public SegmentationRule(string name, bool isBreak, string before, string after, TimeSpan timeout)
    {
        Name = name;
        IsBreak = isBreak;

        // Each by itself, for what would be wrong alone may be right when it is joined: "a)(b".
        _ = new Regex(before, RegexOptions.CultureInvariant);
        _ = new Regex(after, RegexOptions.CultureInvariant);

        // A look-behind runs from right to left, so the position itself anchors both patterns. The one before it is quick to fail,
        // but where it repeats something it may run back to the line's beginning, and the other comes first.
        var ahead = after.Length == 0 ? "" : $"(?={after})";
        var behind = before.Length == 0 ? "" : $"(?<={before})";
        Pattern = FarRepetition().IsMatch(before) ? ahead + behind : behind + ahead;
        Timeout = timeout;
        _here = At(Pattern, timeout);
    }

    /// <summary>What messages call the rule.</summary>
    public string Name { get; }

    /// <summary>Does the rule break?</summary>
    public bool IsBreak { get; }

    /// <summary>The rule as one expression of zero width.</summary>
    public string Pattern { get; }

    /// <summary>Longest time for the question at one position.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>An expression that asks whether a pattern of zero width holds at the position where the search begins.</summary>
    /// <remarks>Groups capture nothing: no pattern refers back, and rules are joined without regard to their groups' numbers.</remarks>
    public static Regex At(string pattern, TimeSpan timeout, RegexOptions options = RegexOptions.None) =>
        new(@"\G(?:" + pattern + ")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | options, timeout);

    // What repeats more than nine times; the braces of \p{Lu} repeat nothing.
    [GeneratedRegex(@"[*+]|\{(?!\d(?:,\d)?\}|[A-Za-z]+\})", RegexOptions.CultureInvariant)]
    private static partial Regex FarRepetition();

    /// <summary>Does the rule hold at this position?</summary>
    public bool HoldsAt(ReadOnlySpan<char> text, int position) => _here.IsMatch(text, position);
}
