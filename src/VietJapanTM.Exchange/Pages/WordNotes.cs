using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace VietJapanTM.Exchange.Pages;

/// <summary>The notes of a Word document: those that its body calls, each once. The lines that Word draws above notes are notes too, but never called.</summary>
internal static class WordNotes
{
    /// <summary>The footnotes in the order of their marks, then the endnotes.</summary>
    public static IEnumerable<OpenXmlElement> Of(MainDocumentPart main) =>
        Called<FootnoteReference>(main, main.FootnotesPart?.Footnotes).Concat(Called<EndnoteReference>(main, main.EndnotesPart?.Endnotes));

    private static IEnumerable<OpenXmlElement> Called<TReference>(MainDocumentPart main, OpenXmlElement? notes)
        where TReference : FootnoteEndnoteReferenceType
    {
        var byId = (notes?.Elements<FootnoteEndnoteType>() ?? [])
            .Where(note => note.Id?.InnerText is not null)
            .ToLookup(note => note.Id!.InnerText, StringComparer.Ordinal);
        return main.Document!.Body!.Descendants<TReference>()
            .Where(reference => reference.Id?.InnerText is not null && !IsGone(reference))
            .Select(reference => reference.Id!.InnerText)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(id => byId[id].Take(1));
    }

    private static bool IsGone(OpenXmlElement mark) =>
        mark.Ancestors<DeletedRun>().Any() || mark.Ancestors<MoveFromRun>().Any() || mark.Ancestors<AlternateContentFallback>().Any();
}
