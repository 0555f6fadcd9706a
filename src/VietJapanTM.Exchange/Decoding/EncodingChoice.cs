using System.Text;
using VietJapanTM.Errors;

namespace VietJapanTM.Exchange.Decoding;

/// <summary>The encoding of a file, by its first bytes: byte-order mark, then what the format declares, then what somebody names, then UTF-8.</summary>
/// <param name="Encoding">Throws on invalid bytes.</param>
/// <param name="MarkLength">Bytes of the byte-order mark, to be skipped.</param>
internal readonly record struct EncodingChoice(Encoding Encoding, int MarkLength)
{
    private const int DeclarationBytes = 256;
    private const int HeaderBytes = 1 << 15;

    /// <summary>Decides.</summary>
    /// <param name="head">The first bytes.</param>
    /// <param name="declaration">Where the format names the encoding.</param>
    /// <param name="named">The encoding where nothing else says it; null for UTF-8.</param>
    /// <exception cref="DomainException">Compressed, binary, empty or of an unknown encoding.</exception>
    public static EncodingChoice Of(ReadOnlySpan<byte> head, EncodingDeclaration declaration, Encoding? named = null)
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

        if (head.Contains((byte)0) && (named is null || !IsWide(named)))
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
            ? new EncodingChoice(declared is null && named is not null ? named : StrictUtf8(), 0)
            : new EncodingChoice(Find(declared), 0);
    }

    /// <summary>True for UTF-8, UTF-16 and UTF-32.</summary>
    public static bool IsUnicode(Encoding encoding) => encoding.CodePage == 65001 || IsWide(encoding);

    /// <summary>True for UTF-16 and UTF-32, whose lines do not end with the byte of a line feed alone.</summary>
    public static bool IsWide(Encoding encoding) => encoding.CodePage is 1200 or 1201 or 12000 or 12001;

    /// <summary>The encoding of a name, which throws on bytes that are not of it.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <exception cref="NotSupportedException">There is one, of which the framework warns: UTF-7.</exception>
    public static Encoding Named(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

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
            return Named(name);
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
