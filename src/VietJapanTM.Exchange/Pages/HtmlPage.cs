using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Decoding;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Pages;

/// <summary>
/// The article of an HTML page: the smallest <c>article</c> or <c>main</c> that holds at least half of the prose, else the body without
/// navigation, asides, forms and footers. Scripts never run and nothing is fetched.
/// </summary>
internal static partial class HtmlPage
{
    private const double LeastShare = 0.5;
    private const int DeclarationBytes = 1 << 16;

    private static readonly FrozenSet<string> Skipped = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "audio", "video", "nav", "aside", "footer",
        "form", "button", "select", "textarea", "head", "dialog");

    private static readonly FrozenSet<string> Inline = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "ruby", "s", "samp",
        "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "label", "big", "acronym", "rb");

    /// <summary>Reads a page; the encoding comes from its byte-order mark, its meta element or its XML declaration.</summary>
    /// <param name="stream">The page.</param>
    /// <param name="encoding">The encoding of a page that says nothing of its own and is not UTF-8, or null.</param>
    /// <exception cref="DomainException">FileMalformed: bytes that are not of the page's encoding, or elements that nest without end.
    /// TextMalformed: the page names no encoding, and its bytes are not of the one that somebody else named, or UTF-8.</exception>
    public static PageText Read(Stream stream, Encoding? encoding)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var text = DeclaresEncoding(bytes) ? null : EncodedText.Read(bytes, encoding, EncodingDeclaration.Xml);
        HtmlDepth.Require(text is null ? bytes : Encoding.UTF8.GetBytes(text));
        using var document = text is null ? new HtmlParser().ParseDocument(new MemoryStream(bytes)) : new HtmlParser().ParseDocument(text);
        var body = Paragraphs((INode?)document.Body ?? document);
        var whole = Length(body);
        var article = document.QuerySelectorAll("article, main, [role=main]")
            .Select(e => Paragraphs(e))
            .Where(p => Length(p) >= LeastShare * whole)
            .MinBy(Length);
        var page = PageText.Of(article ?? body, DeclaredLanguage(document.DocumentElement));
        return page.Text.Contains('\uFFFD', StringComparison.Ordinal)
            ? throw new DomainException(
                ErrorCode.FileMalformed, "the bytes are not of the encoding that the page declares. Save it as UTF-8 with <meta charset=\"utf-8\">.")
            : page;
    }

    // In UTF-16 no such element is found, so that its mark decides.
    private static bool DeclaresEncoding(ReadOnlySpan<byte> page) =>
        MetaElement().IsMatch(Encoding.Latin1.GetString(page[..Math.Min(page.Length, DeclarationBytes)]));

    [GeneratedRegex(@"<meta\s[^>]*charset", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MetaElement();

    private static int Length(List<string> paragraphs) => paragraphs.Sum(p => p.Length);

    private static LanguageTag? DeclaredLanguage(IElement? root) =>
        LanguageTag.TryParse(root?.GetAttribute("lang"), out var language) ? language : null;

    // A stack of its own: a page may nest deeper than the thread's stack.
    private static List<string> Paragraphs(INode root)
    {
        var collector = new ParagraphCollector();
        var open = new Stack<(INode Node, bool IsEnd)>();
        open.Push((root, false));
        while (open.TryPop(out var next))
        {
            switch (next.Node)
            {
                case IText text when !next.IsEnd:
                    collector.Add(text.Data);
                    break;
                case IElement { LocalName: "br" } when !next.IsEnd:
                    collector.Break();
                    break;
                case IElement element when IsLeftOut(element, root):
                    break;
                default:
                    if (next.Node is IElement block && !Inline.Contains(block.LocalName))
                    {
                        collector.End();
                    }

                    if (!next.IsEnd)
                    {
                        open.Push((next.Node, true));
                        for (var child = next.Node.LastChild; child is not null; child = child.PreviousSibling)
                        {
                            open.Push((child, false));
                        }
                    }

                    break;
            }
        }

        collector.End();
        return collector.Paragraphs;
    }

    // A page's header is its navigation; an article's header, or one with the headline in it, is text. Readings above Japanese
    // characters (rt) would stand twice.
    private static bool IsLeftOut(IElement element, INode root) =>
        Skipped.Contains(element.LocalName)
        || element.LocalName is "rt" or "rp"
        || element.HasAttribute("hidden")
        || string.Equals(element.GetAttribute("aria-hidden"), "true", StringComparison.OrdinalIgnoreCase)
        || (element.LocalName == "header" && root is not IElement { LocalName: "article" or "main" }
            && element.Closest("article, main") is null && element.QuerySelector("h1") is null);

    private sealed class ParagraphCollector
    {
        private readonly StringBuilder _text = new();

        public List<string> Paragraphs { get; } = [];

        // HTML's white space collapses; the no-break space is no white space there.
        public void Add(string text)
        {
            foreach (var c in text)
            {
                var isSpace = c is ' ' or '\t' or '\n' or '\r' or '\f';
                if (!isSpace)
                {
                    _text.Append(c);
                }
                else if (_text.Length > 0 && _text[^1] is not (' ' or '\n'))
                {
                    _text.Append(' ');
                }
            }
        }

        public void Break()
        {
            while (_text.Length > 0 && _text[^1] == ' ')
            {
                _text.Length--;
            }

            if (_text.Length > 0 && _text[^1] == '\n')
            {
                // Two in a row are how many pages write a paragraph's end.
                End();
            }
            else if (_text.Length > 0)
            {
                _text.Append('\n');
            }
        }

        public void End()
        {
            var paragraph = _text.ToString().Trim(' ', '\n');
            _text.Clear();
            if (paragraph.Length > 0)
            {
                Paragraphs.Add(paragraph);
            }
        }
    }
}
