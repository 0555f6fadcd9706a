using System.Globalization;
using System.Text;
using VietJapanTM.Cli.Output;

namespace VietJapanTM.Cli.Review;

/// <summary>Fits text into the columns of a terminal.</summary>
internal static class ScreenText
{
    /// <summary>Shortens a text to so many columns; what was cut off is an ellipsis.</summary>
    public static string Shorten(string text, int width)
    {
        var line = OneLine.Of(text);
        if (DisplayWidth.Of(line) <= width)
        {
            return line;
        }

        return width < 1 ? "" : Wrap(line.Replace(' ', '\u00A0'), width - 1).First().Replace('\u00A0', ' ').TrimEnd() + "…";
    }

    // What begins no line in Japanese, and what ends none (JIS X 4051, 6.1: kinsoku), of it what is usual in news.
    private const string NotFirst = "、。，．・：；？！ー」』】〕〉》）］｝’”ゝゞヽヾ々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ‥…%％";
    private const string NotLast = "「『【〔〈《（［｛‘“";

    /// <summary>Breaks a text at spaces, and where a line has none, between characters; in Japanese neither before a stop nor behind an opening bracket.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        var columns = 0;
        foreach (var (piece, pieceWidth) in Pieces(OneLine.Of(text), width))
        {
            if (columns + pieceWidth > width && columns > 0)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
                columns = 0;
            }

            if (columns > 0 || piece != " ")
            {
                line.Append(piece);
                columns += pieceWidth;
            }
        }

        yield return line.ToString().TrimEnd();
    }

    // Japanese has no spaces, and may break nearly anywhere; a Latin word in it may not.
    private static IEnumerable<(string Text, int Width)> Unbroken(string word, int width)
    {
        var (piece, columns, last) = ("", 0, 0);
        var clusters = StringInfo.GetTextElementEnumerator(word);
        while (clusters.MoveNext())
        {
            var cluster = clusters.GetTextElement();
            var more = DisplayWidth.Of(cluster);
            var staysTogether = piece.Length > 0 && ((last == 1 && more == 1) || NotFirst.Contains(cluster[0], StringComparison.Ordinal) || NotLast.Contains(piece[^1], StringComparison.Ordinal));
            if (piece.Length > 0 && (!staysTogether || columns + more > width))
            {
                yield return (piece, columns);
                (piece, columns) = ("", 0);
            }

            (piece, columns, last) = (piece + cluster, columns + more, more);
        }

        if (piece.Length > 0)
        {
            yield return (piece, columns);
        }
    }

    private static IEnumerable<(string Text, int Width)> Pieces(string text, int width)
    {
        var isFirst = true;
        foreach (var word in text.Split(' '))
        {
            if (!isFirst)
            {
                yield return (" ", 1);
            }

            isFirst = false;
            var columns = DisplayWidth.Of(word);
            if (columns <= width && columns == word.Length)
            {
                yield return (word, columns);
            }
            else
            {
                foreach (var piece in Unbroken(word, width))
                {
                    yield return piece;
                }
            }
        }
    }
}
