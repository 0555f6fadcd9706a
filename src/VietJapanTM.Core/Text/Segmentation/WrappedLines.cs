using System.Buffers;

namespace VietJapanTM.Text.Segmentation;

/// <summary>
/// Finds paragraphs that were wrapped at a width, as in mail and in text copied from PDF, and reads their line ends as blanks. Rules see a line and the
/// beginning of the next, which look the same in a list of headlines; that a paragraph was wrapped shows in all its lines together: none of them
/// but the last had room for the word that begins the next, and sentences run on over most of their ends. Linear in the text. Stateless.
/// </summary>
internal static class WrappedLines
{
    private const int LeastLines = 3;
    private const int LeastWidth = 30;
    private const int MostWidth = 120;
    private const int LeastJapaneseWidth = 15;

    // Letters differ in width where the text was set for print; Japanese lines differ by the marks that may not begin one.
    private const int WidthToSlack = 12;
    private const int JapaneseSlack = 2;
    private const int LongestShortWord = 3;

    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?…:;。！？」』）");
    private static readonly SearchValues<char> ItemMarks = SearchValues.Create("–—•<>|○●■◆・－");
    private static readonly SearchValues<char> ItemMarksBeforeBlank = SearchValues.Create("-*+·#");

    /// <summary>The same text, as long, with a blank for each character of a line end within a wrapped paragraph; the very text where there is none.</summary>
    public static ReadOnlySpan<char> Join(ReadOnlySpan<char> text)
    {
        char[]? joined = null;
        var lines = new List<Line>();
        for (var start = 0; start <= text.Length;)
        {
            var length = text[start..].IndexOf('\n');
            var line = Trim(text, start, length < 0 ? text.Length : start + length);
            if (line.Length > 0)
            {
                lines.Add(line);
            }

            if (line.Length == 0 || length < 0)
            {
                JoinParagraph(text, lines, ref joined);
                lines.Clear();
            }

            start = length < 0 ? text.Length + 1 : start + length + 1;
        }

        return joined ?? text;
    }

    // A paragraph between two empty lines; a line that has room left, or an item of a list behind it, ends a part of it.
    private static void JoinParagraph(ReadOnlySpan<char> text, List<Line> lines, ref char[]? joined)
    {
        var width = lines.Count < LeastLines ? 0 : lines.Max(l => l.Length);
        if (width is < LeastJapaneseWidth or > MostWidth)
        {
            return;
        }

        var first = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (i + 1 < lines.Count && IsFull(text, lines[i], lines[i + 1], width))
            {
                continue;
            }

            if (i + 1 - first >= LeastLines && RunsOn(text, lines, first, i))
            {
                joined ??= text.ToArray();
                for (var k = first; k < i; k++)
                {
                    joined.AsSpan(lines[k].End, lines[k + 1].Start - lines[k].End).Fill(' ');
                }
            }

            first = i + 1;
        }
    }

    private static bool IsFull(ReadOnlySpan<char> text, Line line, Line next, int width)
    {
        var begin = text[next.Start..next.End];
        if (IsItem(begin))
        {
            return false;
        }

        if (IsJapanese(begin[0]))
        {
            return line.Length >= width - JapaneseSlack;
        }

        var word = begin.IndexOfAny(' ', '\t');
        return width >= LeastWidth && line.Length + 1 + (word < 0 ? begin.Length : word) > width - (width / WidthToSlack);
    }

    // "1. ", "a) ", "(b) ", "iv. ", "- ", "—": an item of a list, a turn in a dialogue, a quoted line, mark-up.
    private static bool IsItem(ReadOnlySpan<char> line)
    {
        if (ItemMarks.Contains(line[0]) || (ItemMarksBeforeBlank.Contains(line[0]) && (line.Length == 1 || char.IsWhiteSpace(line[1]))))
        {
            return true;
        }

        var end = line.IndexOfAny(".)．）");
        return end is > 0 and <= 4 && (end + 1 == line.Length || char.IsWhiteSpace(line[end + 1]) || line[end] is '．' or '）')
            && (end <= 2 || !line[..end].ContainsAnyExcept("0123456789ivxIVX("));
    }

    // A sentence plainly runs on over one end at least, and for half of them something speaks: that, or a short word before it, as hardly a headline ends ("de",
    // "the"), or a sentence that ends inside the line. Japanese titles as long as each other run on, but have no stop.
    private static bool RunsOn(ReadOnlySpan<char> text, List<Line> lines, int first, int last)
    {
        int runningOn = 0, shortWords = 0, stops = 0;
        for (var i = first; i < last; i++)
        {
            var line = text[lines[i].Start..lines[i].End];
            var next = text[lines[i + 1].Start];
            var ended = Stops.Contains(line[^1]);
            var runsOn = !ended && (char.IsLower(next) || (IsJapanese(next) && IsJapanese(line[^1])));
            runningOn += runsOn ? 1 : 0;
            shortWords += !ended && !runsOn && EndsInShortWord(line) ? 1 : 0;
            stops += HasStopInside(line) ? 1 : 0;
        }

        return runningOn > 0 && 2 * (runningOn + shortWords + stops) >= last - first && (stops > 0 || !IsJapanese(text[lines[last].Start]));
    }

    private static bool EndsInShortWord(ReadOnlySpan<char> line)
    {
        var word = line[(line.LastIndexOf(' ') + 1)..];
        return word.Length <= LongestShortWord && !word.ContainsAnyExceptInRange('a', 'z');
    }

    private static bool HasStopInside(ReadOnlySpan<char> line)
    {
        for (var i = 1; i + 2 < line.Length; i++)
        {
            if (line[i] == '。' || (line[i] is '.' or '!' or '?' && line[i + 1] == ' ' && char.IsLower(line[i - 1]) && char.IsUpper(line[i + 2])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsJapanese(char c) => c is >= '\u3001' and <= '\u9FFF' or >= '\uFF00' and <= '\uFFEF';

    private static Line Trim(ReadOnlySpan<char> text, int start, int end)
    {
        var line = text[start..end];
        var blanks = line.Length - line.TrimStart().Length;
        return new Line(start + blanks, start + blanks + line.Trim().Length);
    }

    private readonly record struct Line(int Start, int End)
    {
        public int Length => End - Start;
    }
}
