using System.Text;
using System.Text.Unicode;
using VietJapanTM.Cli.Console;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Decoding;
using VietJapanTM.Exchange.Pages;

namespace VietJapanTM.Cli.Input;

/// <summary>Reads whole texts from files or from standard input. Text is UTF-8, or what its byte-order mark or the user says; what is not is refused, never guessed.</summary>
internal static class TextInput
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Reads a file, or standard input where <paramref name="path"/> is null or a hyphen.</summary>
    /// <param name="path">The file.</param>
    /// <param name="context">Standard input.</param>
    /// <param name="encoding">The encoding that the user named, or null.</param>
    /// <exception cref="DomainException">FileUnreadable or TextMalformed, with the file, the line and the byte offset.</exception>
    public static string Read(string? path, CommandContext context, Encoding? encoding = null)
    {
        var name = NameOf(path);
        var bytes = path is null or StandardInput ? ReadStandardInput(context) : ReadFile(path);
        return bytes.Length > 0 && (encoding is not null || bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) ? Decode(bytes, encoding, name) : DecodeUtf8(bytes, name);
    }

    /// <summary>Reads a file as <see cref="Read"/>, but of a page in Markdown, HTML or Word the running text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="context">Standard input.</param>
    /// <param name="warn">Is told what of a page is not read.</param>
    /// <param name="encoding">The encoding that the user named, or null.</param>
    /// <exception cref="DomainException">As <see cref="Read"/>; FileMalformed: not of the format that its name says.</exception>
    public static string ReadArticle(string? path, CommandContext context, Action<string> warn, Encoding? encoding)
    {
        if (path is null || !PageFile.CanRead(path) || Path.GetExtension(path).Equals(".txt", StringComparison.OrdinalIgnoreCase))
        {
            return Read(path, context, encoding);
        }

        var page = PageFile.Read(path, encoding);
        if (PageWarning.Of(path, page) is { } warning)
        {
            warn(warning);
        }

        return page.Text;
    }

    /// <summary>What a message calls an input.</summary>
    public static string NameOf(string? path) => path is null or StandardInput ? "standard input" : path;

    private static string Decode(byte[] bytes, Encoding? encoding, string name)
    {
        try
        {
            return EncodedText.Read(bytes, encoding);
        }
        catch (DomainException e)
        {
            throw new DomainException(e.Code, $"{name}: {e.Message}.", innerException: e);
        }
    }

    private static string DecodeUtf8(byte[] bytes, string name)
    {
        var content = bytes.AsSpan();
        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[Encoding.UTF8.Preamble.Length..];
        }

        if (!Utf8.IsValid(content))
        {
            var offset = FirstInvalid(content);
            var line = 1 + content[..offset].Count((byte)'\n');
            throw new DomainException(
                ErrorCode.TextMalformed,
                $"{name}:{line}: byte {bytes.Length - content.Length + offset} is not UTF-8. Save the text as UTF-8 and try again.");
        }

        return Encoding.UTF8.GetString(content);
    }

    private static byte[] ReadFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw new DomainException(ErrorCode.FileUnreadable, $"{path} is a folder. Name a text file.");
        }

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DomainException(
                ErrorCode.FileUnreadable,
                e is FileNotFoundException or DirectoryNotFoundException
                    ? $"{path} does not exist. Check the name."
                    : $"{path} cannot be read: {e.Message} Check its permissions.",
                innerException: e);
        }
    }

    private static byte[] ReadStandardInput(CommandContext context)
    {
        using var stream = context.OpenInput();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }
}
