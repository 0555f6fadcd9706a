using System.Text;
using VietJapanTM.Errors;

namespace VietJapanTM.Exchange.Decoding;

/// <summary>The encoding of a file, by its first bytes: byte-order mark, then what the format declares, then UTF-8.</summary>
/// <param name="Encoding">Throws on invalid bytes.</param>
/// <param name="MarkLength">Bytes of the byte-order mark, to be skipped.</param>
internal readonly record struct EncodingChoice(Encoding Encoding, int MarkLength)
{
    private const int DeclarationBytes = 256;
    private const int HeaderBytes = 1 << 15;

    /// <summary>Decides.</summary>
    /// <exception cref="DomainException">Compressed, binary, empty or of an unknown encoding.</exception>
    public static EncodingChoice Of(ReadOnlySpan<byte> head, EncodingDeclaration declaration)
    {
        var isXml = declaration == EncodingDeclaration.Xml;
        if (ByMark(head) is { } marked)
        {
            return marked;
        }

        RefuseCompressed(head);
        if (isXml && head.StartsWith("<\0"u8))
        {
            return new EncodingChoice(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 0);
        }

        if (isXml && head.StartsWith("\0<"u8) && !head.StartsWith("\0<\0\0"u8))
        {
            return new EncodingChoice(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 0);
        }

        if (head.Contains((byte)0))
        {
            throw new DomainException(ErrorCode.FileMalformed, "this is binary data, not text; export it again as text in UTF-8");
        }

        var declared = declaration switch
        {
            EncodingDeclaration.Xml => InXml(head),
            EncodingDeclaration.Po => PoHeader.Charset(Encoding.Latin1.GetString(head[..Math.Min(head.Length, HeaderBytes)])),
            _ => null,
        };

        // A declaration of UTF-16 or UTF-32 in single bytes contradicts itself; strict UTF-8 cannot misread such a file.
        return declared is null || declared.StartsWith("utf", StringComparison.OrdinalIgnoreCase)
            ? new EncodingChoice(StrictUtf8(), 0)
            : new EncodingChoice(Find(declared), 0);
    }

    private static EncodingChoice? ByMark(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            throw new DomainException(ErrorCode.FileMalformed, "the file is empty");
        }

        // The mark of UTF-32, little endian, begins with that of UTF-16.
        return head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new EncodingChoice(StrictUtf8(), 3),
            [0xFF, 0xFE, 0, 0, ..] => new EncodingChoice(new UTF32Encoding(false, false, throwOnInvalidCharacters: true), 4),
            [0, 0, 0xFE, 0xFF, ..] => new EncodingChoice(new UTF32Encoding(true, false, throwOnInvalidCharacters: true), 4),
            [0xFF, 0xFE, ..] => new EncodingChoice(new UnicodeEncoding(false, false, throwOnInvalidBytes: true), 2),
            [0xFE, 0xFF, ..] => new EncodingChoice(new UnicodeEncoding(true, false, throwOnInvalidBytes: true), 2),
            _ => null,
        };
    }

    private static void RefuseCompressed(ReadOnlySpan<byte> head)
    {
        var kind = head switch
        {
            [0x50, 0x4B, 3, 4, ..] => "a zip archive",
            [0x1F, 0x8B, ..] => "a gzip archive",
            [0x25, 0x50, 0x44, 0x46, ..] => "a PDF document",
            _ => null,
        };
        if (kind is not null)
        {
            throw new DomainException(ErrorCode.FileMalformed, $"this is {kind}; unpack or export it first");
        }
    }

    private static string? InXml(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head[..Math.Min(head.Length, DeclarationBytes)]).TrimStart();
        return text.StartsWith("<?xml", StringComparison.Ordinal) && text.IndexOf("?>", StringComparison.Ordinal) is var end and > 0
            ? XmlDeclaration.Encoding(text[..end])
            : null;
    }

    private static Encoding Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException e)
        {
            throw new DomainException(
                ErrorCode.TextMalformed,
                $"the file declares the encoding '{name}', which is unknown; save it as UTF-8",
                innerException: e);
        }
    }

    private static UTF8Encoding StrictUtf8() => new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
