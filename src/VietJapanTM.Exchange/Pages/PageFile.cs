using VietJapanTM.Errors;
using VietJapanTM.Exchange.Decoding;

namespace VietJapanTM.Exchange.Pages;

/// <summary>Reads the running text of a file of any format that articles come in: plain text, Markdown, HTML, Word (docx).</summary>
public static class PageFile
{
    /// <summary>A larger file is refused, in bytes.</summary>
    public const long MaxBytes = 64 << 20;

    private static readonly Dictionary<string, Func<Stream, PageText>> Readers = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = stream => new PageText(ReadText(stream)),
        [".md"] = stream => MarkdownPage.Read(ReadText(stream)),
        [".markdown"] = stream => MarkdownPage.Read(ReadText(stream)),
        [".html"] = HtmlPage.Read,
        [".htm"] = HtmlPage.Read,
        [".xhtml"] = HtmlPage.Read,
        [".docx"] = WordPage.Read,
    };

    /// <summary>The endings of the names of files that can be read, with their dots.</summary>
    public static IReadOnlyCollection<string> Extensions => Readers.Keys;

    /// <summary>Whether a file's name says that it can be read.</summary>
    public static bool CanRead(string path) => Readers.ContainsKey(Path.GetExtension(path));

    /// <summary>Reads a file.</summary>
    /// <exception cref="DomainException">
    /// FileUnreadable: absent, a folder, empty or not permitted. FileMalformed: not of the format that its name says, too large, or in an
    /// encoding that it does not declare.
    /// </exception>
    public static PageText Read(string path)
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
            return read(stream);
        }
        catch (DomainException e)
        {
            throw new DomainException(e.Code, $"{path}: {e.Message}", innerException: e);
        }
    }

    private static string ReadText(Stream stream)
    {
        using var reader = new DecodingReader(stream, EncodingDeclaration.None);
        return reader.ReadToEnd();
    }
}
