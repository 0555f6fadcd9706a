using System.Text.RegularExpressions;

namespace VietJapanTM.Text.Mending.Repairs;

/// <summary>
/// Spaces that look right and are not: doubled ones within a line, and no-break spaces between two plain words. Those beside numbers,
/// abbreviations and signs belong there. Lines with columns, and what indents a line, are left alone.
/// </summary>
internal static partial class WhiteSpaceRule
{
    private const double Confidence = 0.99;
    private const int ColumnWidth = 3;

    /// <summary>Runs of spaces between two other characters of a line: all but the first is taken out.</summary>
    public static List<Replacement> FindDoubled(string text)
    {
        var edits = new List<Replacement>();
        for (var at = text.IndexOf("  ", StringComparison.Ordinal); at >= 0;)
        {
            var end = at;
            while (end < text.Length && text[end] == ' ')
            {
                end++;
            }

            var inLine = at > 0 && !char.IsWhiteSpace(text[at - 1]) && end < text.Length && !char.IsWhiteSpace(text[end]);
            if (inLine && !HasColumns(text, at))
            {
                edits.Add(new Replacement(at + 1, end, "", MendKind.DoubledSpace, Confidence));
            }

            at = end < text.Length ? text.IndexOf("  ", end, StringComparison.Ordinal) : -1;
        }

        return edits;
    }

    /// <summary>No-break spaces between two words of at least two letters: each becomes a plain space.</summary>
    public static List<Replacement> FindNoBreak(string text)
    {
        var edits = new List<Replacement>();
        foreach (var match in NoBreakBetweenWords().EnumerateMatches(text))
        {
            edits.Add(new Replacement(match.Index, match.Index + 1, " ", MendKind.NoBreakSpace, Confidence));
        }

        return edits;
    }

    private static bool HasColumns(string text, int at)
    {
        var start = text.LastIndexOf('\n', at) + 1;
        var end = text.IndexOf('\n', at);
        var wide = 0;
        var run = 0;
        for (var i = start; i < (end < 0 ? text.Length : end); i++)
        {
            run = text[i] == ' ' ? run + 1 : 0;
            wide += run == ColumnWidth ? 1 : 0;
        }

        return wide >= 2;
    }

    [GeneratedRegex(@"(?<=\p{L}\p{M}*\p{L}\p{M}*)[\u00A0\u202F](?=\p{L}\p{M}*\p{L})")]
    private static partial Regex NoBreakBetweenWords();
}
