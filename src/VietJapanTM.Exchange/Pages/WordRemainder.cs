using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace VietJapanTM.Exchange.Pages;

/// <summary>What of a Word document is not read though it may say something: each kind with its number.</summary>
internal static class WordRemainder
{
    /// <summary>The kinds that there are, in plain words; parts without a letter or digit are nothing that is missed.</summary>
    public static IReadOnlyList<string> Of(MainDocumentPart main)
    {
        var comments = main.WordprocessingCommentsPart?.Comments?.Elements<Comment>().Count(Says) ?? 0;
        return
        [
            .. Named(main.HeaderParts.Count(part => Says(part.Header)), "header"),
            .. Named(main.FooterParts.Count(part => Says(part.Footer)), "footer"),
            .. Named(comments, "comment"),
            .. Named(main.ChartParts.Count(), "chart"),
            .. Named(main.DiagramDataParts.Count(), "diagram"),
            .. Named(main.AlternativeFormatImportParts.Count() + main.EmbeddedPackageParts.Count(), "embedded document"),
        ];
    }

    // The number of a page is a field: its last value is no text of the header.
    private static bool Says(OpenXmlElement? part) =>
        part is not null && WordPage.Paragraphs(part).Any(p => !p.Descendants<FieldChar>().Any() && !p.Descendants<SimpleField>().Any() && WordPage.TextOf(p).Any(char.IsLetter));

    private static IEnumerable<string> Named(int count, string noun) => count == 0 ? [] : [$"{count} {noun}{(count == 1 ? "" : "s")}"];
}
