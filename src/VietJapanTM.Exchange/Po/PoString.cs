using System.Globalization;
using VietJapanTM.Exchange.Bilingual;

namespace VietJapanTM.Exchange.Po;

/// <summary>Reads a quoted string of a PO file; its escapes are those of C.</summary>
internal static class PoString
{
    /// <summary>Appends the string that begins behind its opening mark.</summary>
    /// <returns>The offset of the closing mark; the complement of the place of what is not readable.</returns>
    public static int Read(string raw, int start, int end, LocatedTextBuilder text)
    {
        var i = start;
        while (i < end)
        {
            var next = raw.AsSpan(i..end).IndexOfAny('"', '\\');
            next = next < 0 ? end : i + next;
            text.Copy(i, next - i, RawForm.PoString);
            if (next == end)
            {
                break;
            }

            if (raw[next] == '"')
            {
                return next;
            }

            var length = Escape(raw, next, end, out var character);
            if (length == 0)
            {
                return ~next;
            }

            text.Replace(next, length, [character], RawForm.PoString);
            i = next + length;
        }

        return ~Math.Max(start - 1, 0);
    }

    private static int Escape(string raw, int at, int end, out char character)
    {
        var letter = at + 1 < end ? raw[at + 1] : '\0';
        character = letter switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'v' => '\v',
            '"' or '\\' => letter,
            _ => '\0',
        };
        return character != '\0' ? 2
            : letter == 'x' ? 2 + Digits(raw, at + 2, Math.Min(end, at + 4), 16, out character)
            : letter is >= '0' and <= '7' ? 1 + Digits(raw, at + 1, Math.Min(end, at + 4), 8, out character)
            : 0;
    }

    private static int Digits(string raw, int start, int end, int radix, out char character)
    {
        var value = 0;
        var i = start;
        for (; i < end && char.IsAsciiHexDigit(raw[i]) && (radix == 16 || raw[i] < '8'); i++)
        {
            value = (value * radix) + int.Parse(raw.AsSpan(i, 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }

        character = (char)value;
        return i - start;
    }
}
