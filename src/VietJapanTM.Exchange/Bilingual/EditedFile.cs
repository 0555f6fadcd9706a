using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Decoding;

namespace VietJapanTM.Exchange.Bilingual;

/// <summary>A file with some changes, every other byte as it was: encoding, byte-order mark, line ends. Immutable.</summary>
public sealed class EditedFile
{
    private readonly EncodingChoice _encoding;
    private readonly byte[] _mark;

    private EditedFile(EncodingChoice encoding, byte[] mark, string before, string after)
    {
        _encoding = encoding;
        _mark = mark;
        Before = before;
        After = after;
    }

    /// <summary>The characters of the file.</summary>
    public string Before { get; }

    /// <summary>The characters with the changes.</summary>
    public string After { get; }

    /// <summary>Reads a file and changes it in memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="edits">The changes, by place and without overlap.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileUnreadable"/>; <see cref="ErrorCode.RevisionStale"/>: the file is not
    /// what the changes were made for any more.</exception>
    public static EditedFile Read(string path, IReadOnlyList<TextEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        byte[] bytes;
        using (var stream = ExchangeFile.OpenRead(path))
        {
            bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
        }

        var encoding = EncodingChoice.Of(bytes, Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".xlf" or ".xliff" or ".tmx" or ".resx" or ".xml" or ".sdlxliff" or ".mqxliff" or ".mxliff" => EncodingDeclaration.Xml,
            ".po" or ".pot" => EncodingDeclaration.Po,
            _ => EncodingDeclaration.None,
        });
        var text = encoding.Encoding.GetString(bytes.AsSpan(encoding.MarkLength));
        if (!encoding.Encoding.GetBytes(text).AsSpan().SequenceEqual(bytes.AsSpan(encoding.MarkLength)))
        {
            throw new DomainException(ErrorCode.FileMalformed, $"{path} cannot be changed without touching other bytes. Save it as UTF-8 first.");
        }

        return new EditedFile(encoding, bytes[..encoding.MarkLength], text, Apply(path, text, edits));
    }

    /// <summary>The bytes of the changed file.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileMalformed"/>: the file's encoding lacks a character of a change.</exception>
    public byte[] Encode()
    {
        try
        {
            return [.. _mark, .. _encoding.Encoding.GetBytes(After)];
        }
        catch (EncoderFallbackException e)
        {
            throw new DomainException(ErrorCode.FileMalformed, $"{_encoding.Encoding.WebName} lacks a character of the change. Save the file as UTF-8 first.", innerException: e);
        }
    }

    private static string Apply(string path, string text, IReadOnlyList<TextEdit> edits)
    {
        var edited = new StringBuilder(text.Length);
        var (line, start, at) = (1, 0, 0);
        foreach (var edit in edits)
        {
            while (line < edit.Line)
            {
                start = BehindLineBreak(text, start);
                line++;
            }

            var place = start + edit.Column - 1;
            if (place < at || place + edit.Old.Length > text.Length || !text.AsSpan(place, edit.Old.Length).SequenceEqual(edit.Old))
            {
                throw new DomainException(ErrorCode.RevisionStale, $"{path} changed while it was checked, at line {edit.Line}. Check it again.");
            }

            edited.Append(text, at, place - at).Append(edit.New);
            at = place + edit.Old.Length;
        }

        return edited.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The offset behind the next line break: CRLF, CR or LF.</summary>
    private static int BehindLineBreak(string text, int from)
    {
        var at = text.AsSpan(from).IndexOfAny('\r', '\n') is var found && found < 0 ? text.Length : from + found;
        return at >= text.Length ? text.Length : text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
    }
}
