using System.Net;
using System.Text;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Decoding;

namespace VietJapanTM.Exchange.Markdown;

/// <summary>
/// Reads the running text of a block: what emphasises, links or embeds is left out with the addresses, and so are code and HTML tags;
/// the words of a link stay. A line end becomes a space, between ideographs and kana nothing.
/// </summary>
internal static class MarkdownScanner
{
    /// <summary>The text of some lines.</summary>
    /// <param name="source">The file.</param>
    /// <param name="lines">Where the lines begin and end, without what stands before them.</param>
    /// <param name="comments">The places of what HTML comments in them say.</param>
    public static LocatedText Scan(SourceText source, IReadOnlyList<(int Start, int End)> lines, out IReadOnlyList<(int Start, int End)> comments)
    {
        // The lines without what stands before them (quotation signs, indentation), each character with its place.
        var content = new StringBuilder();
        var places = new List<int>();
        foreach (var (start, end) in lines)
        {
            if (content.Length > 0)
            {
                content.Append('\n');
                places.Add(places[^1] + 1);
            }

            content.Append(source.Value, start, end - start);
            places.AddRange(Enumerable.Range(start, end - start));
        }

        var text = new LocatedTextBuilder(source);
        var pass = new Pass(content.ToString(), places, text);
        pass.Run();
        comments = pass.Comments;
        return text.Build(lines[0].Start);
    }

    /// <summary>One walk over a block.</summary>
    private sealed class Pass(string s, List<int> places, LocatedTextBuilder text)
    {
        /// <summary>Closing brackets of links, with the place behind the address.</summary>
        private readonly Dictionary<int, int> _links = [];

        /// <summary>The places in the file of what comments say.</summary>
        public List<(int Start, int End)> Comments { get; } = [];

        public void Run()
        {
            for (var i = 0; i < s.Length;)
            {
                i = Step(i);
            }

            Trim();
        }

        private int Step(int i)
        {
            switch (s[i])
            {
                case '\\' when i + 1 < s.Length && char.IsAsciiLetterOrDigit(s[i + 1]) is false && s[i + 1] is > ' ' and < '\x7F':
                    text.Replace(places[i], 2, s.AsSpan(i + 1, 1), RawForm.Markdown);
                    return i + 2;
                case '`':
                    return Code(i);
                case '<' when Tag(i) is > 0 and var behind:
                    return behind;
                case '&' when Reference(i) is > 0 and var behind:
                    return behind;
                case '!' when i + 1 < s.Length && s[i + 1] == '[' && Link(i + 1):
                    return i + 2;
                case '[' when Link(i):
                    return i + 1;
                case ']' when _links.TryGetValue(i, out var behind):
                    return behind;
                case '*' or '_' or '~' when IsEmphasis(i):
                    return i + 1;
                case 'h' when Address(i) is > 0 and var behind:
                    return behind;
                case '\n':
                    return LineEnd(i);
                default:
                    text.Copy(places[i], 1, RawForm.Markdown);
                    return i + 1;
            }
        }

        /// <summary>A code span ends with as many marks as it begins with; without an end they are marks.</summary>
        private int Code(int i)
        {
            var end = i;
            while (end < s.Length && s[end] == '`')
            {
                end++;
            }

            var marks = end - i;
            for (var at = s.IndexOf('`', end); at >= 0; at = s.IndexOf('`', at))
            {
                var run = at;
                while (run < s.Length && s[run] == '`')
                {
                    run++;
                }

                if (run - at == marks)
                {
                    return run;
                }

                at = run;
                if (at >= s.Length)
                {
                    break;
                }
            }

            text.Copy(places[i], marks, RawForm.Markdown);
            return end;
        }

        private int Tag(int i)
        {
            if (s.AsSpan(i).StartsWith("<!--") && s.IndexOf("-->", i + 4, StringComparison.Ordinal) is > 0 and var close)
            {
                Comments.Add((places[i + 3] + 1, places[close]));
                return close + 3;
            }

            var isTag = i + 1 < s.Length && (char.IsAsciiLetter(s[i + 1]) || s[i + 1] is '/' or '!' or '?');
            var end = isTag ? s.IndexOf('>', i) : -1;
            return end + 1;
        }

        private int Reference(int i)
        {
            var end = s.IndexOf(';', i, Math.Min(s.Length - i, 32));
            if (end < 0 || s.AsSpan(i, end + 1 - i).ToString() is var reference && WebUtility.HtmlDecode(reference) is var character && character == reference)
            {
                return 0;
            }

            text.Replace(places[i], end + 1 - i, character, RawForm.Markdown);
            return end + 1;
        }

        /// <summary>Looks for the address that belongs to the bracket at <paramref name="i"/>.</summary>
        private bool Link(int i)
        {
            var close = Closing(i, '[', ']');
            if (close < 0 || close + 1 >= s.Length || s[close + 1] is not ('(' or '['))
            {
                return false;
            }

            var end = s[close + 1] == '(' ? Closing(close + 1, '(', ')') : s.IndexOf(']', close + 2);
            if (end < 0)
            {
                return false;
            }

            _links[close] = end + 1;
            return true;
        }

        private int Closing(int i, char open, char close)
        {
            var depth = 0;
            for (var end = Math.Min(s.Length, i + 4096); i < end; i++)
            {
                if (s[i] == '\\')
                {
                    i++;
                }
                else if (s[i] == open)
                {
                    depth++;
                }
                else if (s[i] == close && --depth == 0)
                {
                    return i;
                }
            }

            return -1;
        }

        /// <summary>A sign between spaces is itself, and so is an underscore within a word and a lone tilde.</summary>
        private bool IsEmphasis(int i)
        {
            var (before, after) = (i > 0 ? s[i - 1] : ' ', i + 1 < s.Length ? s[i + 1] : ' ');
            return s[i] switch
            {
                '*' => !(char.IsWhiteSpace(before) && char.IsWhiteSpace(after)),
                '_' => !(char.IsWhiteSpace(before) && char.IsWhiteSpace(after)) && !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
                _ => before == '~' || after == '~',
            };
        }

        private int Address(int i)
        {
            var rest = s.AsSpan(i);
            if (!rest.StartsWith("http://") && !rest.StartsWith("https://"))
            {
                return 0;
            }

            var end = rest.IndexOfAny(" \n\t)>\"");
            return end < 0 ? s.Length : i + end;
        }

        private int LineEnd(int i)
        {
            var start = i;
            while (i < s.Length && char.IsWhiteSpace(s[i]))
            {
                i++;
            }

            Trim();
            if (i < s.Length && !(IsWide(text.Last) && IsWide(s[i])))
            {
                text.Replace(places[start], places[i] - places[start], " ", RawForm.Markdown);
            }

            return i;
        }

        private void Trim()
        {
            var length = text.Length;
            while (length > 0 && char.IsWhiteSpace(text[length - 1]))
            {
                length--;
            }

            text.TrimEnd(length);
        }

        private static bool IsWide(char c) => c is (>= '\u3000' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF');
    }
}
