using System.Globalization;
using System.Text;

namespace VietJapanTM.Exchange.Bilingual;

/// <summary>
/// Walks the content of an XML element as it stands in the file and says which of its characters are text: tags are left out,
/// native codes within them too, references are resolved.
/// </summary>
internal static class MarkupScanner
{
    private const string LiteralStart = "<![CDATA[";

    /// <summary>Elements of XLIFF 1.2 and TMX whose content is a native code, not text.</summary>
    private static readonly HashSet<string> Codes = ["bpt", "ept", "ph", "it", "ut"];

    /// <summary>The text, which begins at the first character of <paramref name="raw"/>.</summary>
    public static LocatedText Scan(RawText raw) => Scan(raw, 0, raw.Value.Length);

    /// <summary>The text of a part of <paramref name="raw"/>.</summary>
    public static LocatedText Scan(RawText raw, int start, int end)
    {
        var text = new LocatedTextBuilder(raw);
        var codeDepth = 0;
        for (var i = start; i < end;)
        {
            i = raw.Value[i] == '<' ? Markup(raw.Value, i, end, text, ref codeDepth)
                : codeDepth > 0 ? NextOf(raw.Value, i + 1, end, "<")
                : Characters(raw.Value, i, end, text);
        }

        return text.Build(start);
    }

    /// <summary>Where the tag that begins at <paramref name="i"/> ends: behind the first <c>&gt;</c> outside attribute values.</summary>
    public static int EndOfTag(string raw, int i)
    {
        var quote = '\0';
        for (; i < raw.Length; i++)
        {
            var c = raw[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
        }

        return raw.Length;
    }

    /// <summary>A run of characters, a reference, or the end of a line; CRLF and a lone CR are one LF, as XML says.</summary>
    private static int Characters(string raw, int i, int end, LocatedTextBuilder text)
    {
        if (raw[i] == '\r')
        {
            return LineEnd(raw, i, end, text, RawForm.Markup);
        }

        if (raw[i] == '&' && raw.IndexOf(';', i, end - i) is var semicolon && semicolon > 0)
        {
            text.Replace(i, semicolon + 1 - i, Resolve(raw.AsSpan((i + 1)..semicolon)), RawForm.Markup);
            return semicolon + 1;
        }

        var next = NextOf(raw, i + 1, end, "<&\r");
        text.Copy(i, next - i, RawForm.Markup);
        return next;
    }

    private static int LineEnd(string raw, int i, int end, LocatedTextBuilder text, RawForm form)
    {
        var length = i + 1 < end && raw[i + 1] == '\n' ? 2 : 1;
        text.Replace(i, length, "\n", form);
        return i + length;
    }

    private static string Resolve(ReadOnlySpan<char> name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        ['#', 'x', .. var digits] => FromCode(digits, NumberStyles.AllowHexSpecifier),
        ['#', .. var digits] => FromCode(digits, NumberStyles.None),
        _ => "",
    };

    /// <summary>A CDATA section, a tag, a comment or an instruction. An element of XLIFF 2 can stand for a character that XML cannot carry: <c>cp</c>.</summary>
    private static int Markup(string raw, int i, int end, LocatedTextBuilder text, ref int codeDepth)
    {
        if (raw.AsSpan(i).StartsWith(LiteralStart))
        {
            return Literal(raw, i + LiteralStart.Length, end, codeDepth == 0 ? text : null);
        }

        if (raw.AsSpan(i).StartsWith("<!--"))
        {
            return Behind(raw, "-->", i);
        }

        if (raw.AsSpan(i).StartsWith("<?"))
        {
            return Behind(raw, "?>", i);
        }

        var behind = EndOfTag(raw, i);
        var tag = raw.AsSpan(i..behind);
        var isClosing = tag.StartsWith("</");
        var isEmpty = tag.EndsWith("/>");
        var name = Name(tag[(isClosing ? 2 : 1)..]);
        if (!isEmpty && Codes.Contains(name))
        {
            codeDepth += isClosing ? -1 : 1;
        }
        else if (isEmpty && name == "cp" && codeDepth == 0)
        {
            text.Replace(i, behind - i, CodePoint(tag), RawForm.Markup);
        }

        return behind;
    }

    private static int Literal(string raw, int i, int end, LocatedTextBuilder? text)
    {
        var close = raw.IndexOf("]]>", i, StringComparison.Ordinal);
        var last = close < 0 ? end : close;
        while (text is not null && i < last)
        {
            if (raw[i] == '\r')
            {
                i = LineEnd(raw, i, last, text, RawForm.CharacterData);
                continue;
            }

            var next = NextOf(raw, i, last, "\r");
            text.Copy(i, next - i, RawForm.CharacterData);
            i = next;
        }

        return close < 0 ? raw.Length : close + 3;
    }

    private static int NextOf(string raw, int from, int end, ReadOnlySpan<char> any)
    {
        var found = from < end ? raw.AsSpan(from..end).IndexOfAny(any) : -1;
        return found < 0 ? end : from + found;
    }

    private static string Name(ReadOnlySpan<char> tag)
    {
        var name = tag[..tag.IndexOfAny(" \t\r\n/>")];
        return name[(name.IndexOf(':') + 1)..].ToString();
    }

    /// <summary>The character that <c>cp hex="…"</c> stands for.</summary>
    private static string CodePoint(ReadOnlySpan<char> tag)
    {
        var at = tag.IndexOf("hex=");
        if (at < 0 || at + 5 >= tag.Length)
        {
            return "";
        }

        var digits = tag[(at + 5)..];
        var length = digits.IndexOf(tag[at + 4]);
        return length > 0 ? FromCode(digits[..length], NumberStyles.AllowHexSpecifier) : "";
    }

    private static string FromCode(ReadOnlySpan<char> digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code) ? new Rune(code).ToString() : "";

    private static int Behind(string raw, string end, int from)
    {
        var at = raw.IndexOf(end, from, StringComparison.Ordinal);
        return at < 0 ? raw.Length : at + end.Length;
    }
}
