using System.Text.RegularExpressions;

namespace VietJapanTM.Text.Segmentation;

/// <summary>
/// One SRX rule: at a position with <c>beforebreak</c> to its left and <c>afterbreak</c> to its right, break or do not. Immutable.
/// </summary>
internal sealed class SegmentationRule
{
    private readonly Regex _anywhere;
    private readonly Regex _here;

    /// <summary>Compiles a rule whose patterns are in this platform's syntax already.</summary>
    /// <param name="name">What messages call the rule: <c>Spanish rule 3</c>.</param>
    /// <param name="isBreak">The <c>break</c> attribute.</param>
    /// <param name="before">Pattern that must end at the position.</param>
    /// <param name="after">Pattern that must begin there.</param>
    /// <param name="timeout">Longest time for one match; patterns may come from a user.</param>
    /// <exception cref="ArgumentException">A pattern is not a regular expression.</exception>
    public SegmentationRule(string name, bool isBreak, string before, string after, TimeSpan timeout)
    {
        Name = name;
        IsBreak = isBreak;

        // A look-behind runs from right to left, so the position itself anchors both patterns and every position can be asked.
        var pattern = (before.Length == 0 ? "" : $"(?<={before})") + (after.Length == 0 ? "" : $"(?={after})");
        _anywhere = new Regex(pattern, RegexOptions.CultureInvariant, timeout);
        _here = new Regex(@"\G" + pattern, RegexOptions.CultureInvariant, timeout);
    }

    /// <summary>What messages call the rule.</summary>
    public string Name { get; }

    /// <summary>Does the rule break?</summary>
    public bool IsBreak { get; }

    /// <summary>All positions at which the rule holds, in order.</summary>
    public Regex.ValueMatchEnumerator Positions(ReadOnlySpan<char> text) => _anywhere.EnumerateMatches(text);

    /// <summary>Does the rule hold at this position?</summary>
    public bool HoldsAt(ReadOnlySpan<char> text, int position) => _here.IsMatch(text, position);
}
