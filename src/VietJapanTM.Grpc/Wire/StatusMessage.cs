using System.Buffers;
using System.Globalization;
using System.Text;

namespace Grpc.Wire;

/// <summary>The trailer <c>grpc-message</c>: UTF-8 of which all but printable ASCII, and the percent sign, is percent-encoded.</summary>
internal static class StatusMessage
{
    /// <summary>Longest encoded message in bytes: clients refuse trailers beyond 8 KiB in all, details and user trailers need room too.</summary>
    public const int MaxEncodedLength = 4096;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => c != '%')]);

    /// <summary>Encodes and cuts, never within a character. A lone surrogate becomes U+FFFD.</summary>
    public static string Encode(string message)
    {
        if (message.Length <= MaxEncodedLength && !message.AsSpan().ContainsAnyExcept(Plain))
        {
            return message;
        }

        var encoded = new StringBuilder(Math.Min(message.Length + 16, MaxEncodedLength));
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in message.EnumerateRunes())
        {
            var plain = rune.IsBmp && Plain.Contains((char)rune.Value);
            var length = plain ? 1 : rune.Utf8SequenceLength * 3;
            if (encoded.Length + length > MaxEncodedLength)
            {
                break;
            }

            if (plain)
            {
                encoded.Append((char)rune.Value);
                continue;
            }

            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
            }
        }

        return encoded.ToString();
    }

    /// <summary>Decodes; what is not a valid escape stays as it came, as the specification asks.</summary>
    public static string Decode(string text)
    {
        if (!text.AsSpan().Contains('%'))
        {
            return text;
        }

        var utf8 = new ArrayBufferWriter<byte>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '%' && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
            {
                utf8.Write([b]);
                i += 3;
                continue;
            }

            var end = text.IndexOf('%', i + 1);
            end = end < 0 ? text.Length : end;
            Encoding.UTF8.GetBytes(text.AsSpan(i, end - i), utf8);
            i = end;
        }

        return Encoding.UTF8.GetString(utf8.WrittenSpan);
    }
}
