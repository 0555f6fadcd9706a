using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace VietJapanTM.Terminology.Checking.Suppressions;

/// <summary>
/// A comment that lets a finding pass: <c>vjtm-disable VJT001 -- a quotation</c>, or several rules, separated by commas. Immutable.
/// </summary>
/// <param name="Rules">The ids of the rules, in capitals; may be empty.</param>
/// <param name="Reason">Why, or null where the comment does not say.</param>
/// <param name="Start">UTF-16 offset in the text that holds the comment.</param>
/// <param name="Text">The comment, from its first word to the end of the reason.</param>
public sealed partial record SuppressionComment(ImmutableArray<string> Rules, string? Reason, int Start, string Text)
{
    /// <summary>The comments of a note, in order; one line holds one at most.</summary>
    public static IEnumerable<SuppressionComment> In(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return Pattern().Matches(note).Select(match =>
        {
            var reason = match.Groups["reason"].Value.Trim();
            return new SuppressionComment(
                [.. match.Groups["rules"].Value.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(r => r.ToUpperInvariant())],
                reason.Length == 0 ? null : reason,
                match.Index,
                match.Value.TrimEnd());
        });
    }

    /// <summary>Rules end at two hyphens, the reason at the end of the line or of the surrounding comment.</summary>
    [GeneratedRegex(@"\bvjtm-disable\b:?(?<rules>[ \t,A-Za-z0-9]*)(?:--(?!>)(?<reason>(?:(?!-->|\*/)[^\r\n])*))?", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
