using System.Globalization;
using System.Text;

namespace VietJapanTM.Exchange.Bilingual;

/// <summary>
/// Walks the characters of a file as they stand and says which of them are text. The same walk gives the text and the way back
/// from an offset in the text to the file, so that both agree.
/// </summary>
internal static class RawScanner
{
    /// <summary>Elements of XLIFF 1.2 and TMX whose content is a native code, not text.</summary>
    private static readonly HashSet<string> Codes = ["bpt", "ept", "ph", "it", "ut"];

    /// <summary>The text.</summary>
    public static string Text(string raw, RawForm form)
    {
        if (form == RawForm.Quoted)
        {
            return raw.Replace("\"\"", "\"", StringComparison.Ordinal);
        }

        if (IsPlain(raw, form))
        {
            return raw;
        }

        var text = new StringBuilder(raw.Length);
        Walk(raw, text, int.MaxValue);
        return text.ToString();
    }

    /// <summary>The offset in <paramref name="raw"/> of the character at <paramref name="offset"/> in the text; behind the last, the end of the last.</summary>
    public static int RawOffset(string raw, RawForm form, int offset) =>
        form == RawForm.Quoted ? QuotedOffset(raw, offset)
        : IsPlain(raw, form) ? offset
        : Walk(raw, new StringBuilder(), offset);

    private static bool IsPlain(string raw, RawForm form) => form == RawForm.Plain || raw.AsSpan().IndexOfAny("<&\r") < 0;

    private static int QuotedOffset(string raw, int offset)
    {
        var i = 0;
        for (; offset > 0; offset--)
        {
            i += raw[i] == '"' ? 2 : 1;
        }

        return i;
    }

    /// <summary>
    /// Appends the text until it is longer than <paramref name="offset"/>; answers where the character that made it so begins, or
    /// where the last one ends.
    /// </summary>
    private static int Walk(string raw, StringBuilder text, int offset)
    {
        var i = 0;
        var behindText = 0;
        var codeDepth = 0;
        while (i < raw.Length)
        {
            var start = i;
            var before = text.Length;
            if (raw[i] == '<')
            {
                i = raw.AsSpan(i).StartsWith("<![CDATA[") ? Literal(raw, i + 9, codeDepth == 0 ? text : null, offset, out start) : Tag(raw, i, text, ref codeDepth);
            }
            else
            {
                i = Character(raw, i, codeDepth == 0 ? text : null);
            }

            if (text.Length > offset)
            {
                return start;
            }

            behindText = text.Length > before ? i : behindText;
        }

        return behindText;
    }

    /// <summary>A character or reference; CRLF and a lone CR are one LF, as XML says.</summary>
    private static int Character(string raw, int i, StringBuilder? text)
    {
        if (raw[i] == '\r')
        {
            text?.Append('\n');
            return i + 1 < raw.Length && raw[i + 1] == '\n' ? i + 2 : i + 1;
        }

        if (raw[i] != '&' || raw.IndexOf(';', i) is var end && end < 0)
        {
            text?.Append(raw[i]);
            return i + 1;
        }

        text?.Append(Resolve(raw.AsSpan((i + 1)..end)));
        return end + 1;
    }

    private static string Resolve(ReadOnlySpan<char> name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        ['#', 'x', .. var digits] => FromCode(int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)),
        ['#', .. var digits] => FromCode(int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)),
        _ => "",
    };

    /// <summary>A CDATA section; <paramref name="place"/> is where the character that passes the offset stands.</summary>
    private static int Literal(string raw, int i, StringBuilder? text, int offset, out int place)
    {
        var end = raw.IndexOf("]]>", i, StringComparison.Ordinal);
        end = end < 0 ? raw.Length : end;
        place = i;
        while (i < end)
        {
            place = i;
            text?.Append(raw[i] == '\r' ? '\n' : raw[i]);
            i += raw[i] == '\r' && i + 1 < end && raw[i + 1] == '\n' ? 2 : 1;
            if (text?.Length > offset)
            {
                break;
            }
        }

        return Math.Min(end + 3, raw.Length);
    }

    /// <summary>A tag, comment or instruction. An element of XLIFF 2 can stand for a character that XML cannot carry: <c>cp</c>.</summary>
    private static int Tag(string raw, int i, StringBuilder text, ref int codeDepth)
    {
        if (raw.AsSpan(i).StartsWith("<!--"))
        {
            return Behind(raw, "-->", i);
        }

        if (raw.AsSpan(i).StartsWith("<?"))
        {
            return Behind(raw, "?>", i);
        }

        var end = EndOfTag(raw, i);
        var tag = raw.AsSpan(i..end);
        var isClosing = tag.StartsWith("</");
        var isEmpty = tag.EndsWith("/>");
        var name = Name(tag[(isClosing ? 2 : 1)..]);
        if (!isEmpty && Codes.Contains(name))
        {
            codeDepth += isClosing ? -1 : 1;
        }
        else if (isEmpty && name == "cp" && codeDepth == 0)
        {
            text.Append(CodePoint(tag));
        }

        return end;
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
        return length > 0 && int.TryParse(digits[..length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? FromCode(code) : "";
    }

    private static string FromCode(int code) => Rune.IsValid(code) ? new Rune(code).ToString() : "";

    private static int Behind(string raw, string end, int from)
    {
        var at = raw.IndexOf(end, from, StringComparison.Ordinal);
        return at < 0 ? raw.Length : at + end.Length;
    }
}
