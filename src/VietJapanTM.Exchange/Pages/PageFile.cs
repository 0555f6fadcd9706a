using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Decoding;

namespace VietJapanTM.Exchange.Pages;

/// <summary>Reads the running text of a file of any format that articles come in: plain text, Markdown, HTML, Word (docx).</summary>
public static class PageFile
{
    /// <summary>A larger file is refused, in bytes.</summary>
    public const long MaxBytes = 64 << 20;

    private static readonly Dictionary<string, Func<Stream, Encoding?, PageText>> Readers = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = (stream, encoding) => new PageText(ReadText(stream, encoding)),
        [".md"] = (stream, encoding) => MarkdownPage.Read(ReadText(stream, encoding)),
        [".markdown"] = (stream, encoding) => MarkdownPage.Read(ReadText(stream, encoding)),
        [".html"] = HtmlPage.Read,
        [".htm"] = HtmlPage.Read,
        [".xhtml"] = HtmlPage.Read,
        [".docx"] = (stream, _) => WordPage.Read(stream),
    };

    /// <summary>The endings of the names of files that can be read, with their dots.</summary>
    public static IReadOnlyCollection<string> Extensions => Readers.Keys;

    /// <summary>Whether a file's name says that it can be read.</summary>
    public static bool CanRead(string path) => Readers.ContainsKey(Path.GetExtension(path));

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">Of <see cref="EncodedText.Find"/>, for a text that is not UTF-8 and says nothing of its encoding; null where none is known.</param>
    /// <exception cref="DomainException">
    /// FileUnreadable: absent, a folder, empty or not permitted. FileMalformed: not of the format that its name says, too large, or in an
    /// encoding other than it declares. TextMalformed: in an encoding that nobody named.
    /// </exception>
    public static PageText Read(string path, Encoding? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!Readers.TryGetValue(Path.GetExtension(path), out var read))
        {
            throw new DomainException(ErrorCode.FileMalformed, $"{path}: nothing reads this format. Give {string.Join(", ", Extensions)}.");
        }

        using var stream = ExchangeFile.OpenRead(path);
        if (stream.Length > MaxBytes)
        {
            throw new DomainException(ErrorCode.FileMalformed, $"{path}: {stream.Length} bytes are more than the {MaxBytes} that are read. Split the file.");
        }

        try
        {
            return read(stream, encoding);
        }
        catch (DomainException e)
        {
            throw new DomainException(e.Code, $"{path}: {e.Message}", innerException: e);
        }
    }

    private static string ReadText(Stream stream, Encoding? encoding)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return EncodedText.Read(bytes, encoding);
    }
}
