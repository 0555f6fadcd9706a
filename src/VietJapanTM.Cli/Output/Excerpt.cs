using System.Globalization;

namespace VietJapanTM.Cli.Output;

/// <summary>Some words with those around them, on one line, cut at the borders of words.</summary>
/// <param name="Before">What stands before; begins with an ellipsis where something was cut.</param>
/// <param name="Words">The words.</param>
/// <param name="After">What stands behind; ends with an ellipsis where something was cut.</param>
internal sealed record Excerpt(string Before, string Words, string After)
{
    /// <summary>Columns of a terminal that are shown on each side, at most.</summary>
    private const int Margin = 40;

    private const string Ellipsis = "…";

    /// <summary>The beginning of a text, in which nothing is meant above all.</summary>
    public static string Beginning(string text) => Cut(text, fromEnd: false, 2 * Margin) is var start && start.Length < text.Length ? Shown(start) + Ellipsis : Shown(text);

    /// <summary>Cuts an excerpt.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">UTF-16 offset of the first of the words.</param>
    /// <param name="end">The offset after the last.</param>
    public static Excerpt Of(string text, int start, int end)
    {
        var from = Cut(text[..start], fromEnd: true, Margin);
        var behind = Cut(text[end..], fromEnd: false, Margin);
        return new Excerpt(
            (from.Length < start ? Ellipsis : "") + Shown(from),
            Shown(text[start..end]),
            Shown(behind) + (behind.Length < text.Length - end ? Ellipsis : ""));
    }

    /// <summary>The excerpt, and below it a line that underlines the words.</summary>
    public (string Line, string Marks) Underlined() => (
        Before + Words + After,
        new string(' ', DisplayWidth.Of(Before)) + new string('^', Math.Max(1, DisplayWidth.Of(Words))));

    /// <summary>The part of <paramref name="text"/> next to the words that fits the margin; no word and no cluster is cut in two where a space allows it.</summary>
    private static string Cut(string text, bool fromEnd, int margin)
    {
        var clusters = StringInfo.ParseCombiningCharacters(text);
        var columns = 0;
        var border = -1;
        for (var n = 0; n < clusters.Length; n++)
        {
            var i = fromEnd ? clusters.Length - 1 - n : n;
            var next = i + 1 < clusters.Length ? clusters[i + 1] : text.Length;
            columns += DisplayWidth.Of(text[clusters[i]..next]);
            if (char.IsWhiteSpace(text[clusters[i]]))
            {
                border = fromEnd ? next : clusters[i];
            }

            if (columns > margin)
            {
                // Scripts without spaces have no word border; there a cluster's will do.
                var at = border >= 0 ? border : fromEnd ? next : clusters[i];
                return fromEnd ? text[at..] : text[..at];
            }
        }

        return text;
    }

    /// <summary>What steers a terminal, or turns the direction of the text, is shown as U+FFFD.</summary>
    private static string Shown(string text) => string.Concat(OneLine.Of(text).Select(c =>
        char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? '\uFFFD' : c));
}
