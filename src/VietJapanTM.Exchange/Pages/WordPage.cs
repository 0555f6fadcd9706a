using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using VietJapanTM.Errors;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace VietJapanTM.Exchange.Pages;

/// <summary>
/// The paragraphs of a Word document (docx): body, tables and text boxes, in order, then its footnotes and its endnotes in the order in
/// which the body calls them, all as if tracked changes were accepted. Notes stand at the end, so that one that only one language has
/// parts no running text. What repeats on each page or is no part of the text is left out and named; nothing that the file points to is
/// opened.
/// </summary>
internal static class WordPage
{
    private const int MaxEntries = 10_000;
    private const long MaxUnpackedBytes = 512 << 20;

    /// <summary>Reads a file.</summary>
    /// <exception cref="DomainException">FileMalformed: not a Word document, or one that unpacks to more than 512 MiB.</exception>
    public static PageText Read(Stream stream)
    {
        try
        {
            Guard(stream);
            using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MaxUnpackedBytes });
            var main = document.MainDocumentPart;
            var body = main?.Document?.Body ?? throw Malformed("it has no text part", null);
            var texts = new OpenXmlElement[] { body }.Concat(WordNotes.Of(main));
            return PageText.Of(texts.SelectMany(Paragraphs).Select(TextOf)) with { LeftOut = WordRemainder.Of(main) };
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException or IOException)
        {
            throw Malformed(e.Message, e);
        }
    }

    // A zip bomb names its sizes in its directory.
    private static void Guard(Stream stream)
    {
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (archive.Entries.Count > MaxEntries || archive.Entries.Sum(e => e.Length) > MaxUnpackedBytes)
            {
                throw Malformed($"it unpacks to more than {MaxUnpackedBytes >> 20} MiB or {MaxEntries} parts", null);
            }
        }

        stream.Position = 0;
    }

    private static DomainException Malformed(string why, Exception? cause) =>
        new(ErrorCode.FileMalformed, $"not a Word document (docx): {why.TrimEnd('.')}. Save it as .docx, or as .txt.", innerException: cause);

    /// <summary>The paragraphs of a part, in order. What Word draws as a shape stands a second time for programs that cannot.</summary>
    internal static IEnumerable<Paragraph> Paragraphs(OpenXmlElement root) =>
        root.Descendants<Paragraph>().Where(p => !p.Ancestors<AlternateContentFallback>().Any());

    /// <summary>What a paragraph says.</summary>
    internal static string TextOf(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var piece in paragraph.Descendants())
        {
            // The paragraphs of a text box lie inside the one that it hangs on.
            if (piece.LocalName is not ("t" or "tab" or "br" or "cr" or "noBreakHyphen" or "softHyphen")
                || piece.Ancestors<Paragraph>().First() != paragraph
                || piece.Ancestors<MoveFromRun>().Any())
            {
                continue;
            }

            text.Append(piece switch
            {
                WordText t => t.Text,
                TabChar => " ",
                Break { Type: { } type } when type == BreakValues.Page || type == BreakValues.Column => " ",
                Break or CarriageReturn => "\n",
                NoBreakHyphen => "\u2011",
                SoftHyphen => "\u00AD",
                _ => "",
            });
        }

        return text.ToString();
    }
}
