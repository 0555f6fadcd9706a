using System.Text;
using System.Text.Unicode;
using VietJapanTM.Errors;

namespace VietJapanTM.Exchange.Decoding;

/// <summary>
/// Text whose encoding somebody names, because nothing in the text does. A byte-order mark comes first, and so does UTF-8 where the bytes are
/// well-formed UTF-8 beyond ASCII: a text in another encoding practically never is, and a folder may hold both.
/// </summary>
public static class EncodedText
{
    /// <summary>The code page windows-1258, which has the marks of Vietnamese but not all letters that bear them.</summary>
    private const int Vietnamese = 1258;

    /// <summary>The encoding of a name such as windows-1252 or shift_jis, which throws on bytes that are not of it; null where the name is unknown.</summary>
    public static Encoding? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            return EncodingChoice.Named(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Reads a text whole, without its byte-order mark. What an encoding of Vietnamese writes as a letter and a mark is one letter.</summary>
    /// <param name="bytes">The text.</param>
    /// <param name="encoding">Of <see cref="Find"/>; null for UTF-8.</param>
    /// <exception cref="DomainException">TextMalformed: bytes that are not of the encoding, with line and column where these are known.
    /// FileMalformed: empty, compressed or binary.</exception>
    public static string Read(byte[] bytes, Encoding? encoding)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return Read(bytes, encoding, EncodingDeclaration.None);
    }

    /// <summary>As the public method; what the text declares comes before <paramref name="encoding"/>.</summary>
    internal static string Read(byte[] bytes, Encoding? encoding, EncodingDeclaration declaration)
    {
        var named = encoding is null || (!EncodingChoice.IsUnicode(encoding) && IsUtf8BeyondAscii(bytes)) ? null : encoding;
        using var reader = new DecodingReader(new MemoryStream(bytes), declaration, named);
        var text = reader.ReadToEnd();
        return named is { CodePage: Vietnamese } ? text.Normalize() : text;
    }

    private static bool IsUtf8BeyondAscii(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyExceptInRange((byte)0, (byte)0x7F) && Utf8.IsValid(bytes);
}
