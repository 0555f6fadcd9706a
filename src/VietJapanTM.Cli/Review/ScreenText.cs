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

    /// <summary>Breaks a text at spaces, and where a line has none, between characters.</summary>
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

    private static IEnumerable<(string Text, int Width)> Pieces(string text, int width)
    {
        foreach (var word in text.Split(' '))
        {
            var columns = DisplayWidth.Of(word);
            if (columns <= width && columns == word.Length)
            {
                yield return (word, columns);
            }
            else
            {
                // Japanese has no spaces, and may break nearly anywhere.
                var clusters = StringInfo.GetTextElementEnumerator(word);
                while (clusters.MoveNext())
                {
                    var cluster = clusters.GetTextElement();
                    yield return (cluster, DisplayWidth.Of(cluster));
                }
            }

            yield return (" ", 1);
        }
    }
}
