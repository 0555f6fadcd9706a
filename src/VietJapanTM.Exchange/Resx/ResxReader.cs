using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Catalogs;
using VietJapanTM.Exchange.Markup;

namespace VietJapanTM.Exchange.Resx;

/// <summary>
/// Reads the texts of a RESX file (.NET resources) with their places: <c>data</c> elements without a type, which hold strings. What a
/// designer stores for itself (names that begin with <c>&gt;&gt;</c>) is left out.
/// Findings: RSX001 (error) not readable from here on; RSX002 (error) not RESX; RSX003 (warning) a name twice.
/// </summary>
internal static class ResxReader
{
    /// <summary>Reads the file, at once.</summary>
    public static Catalog Read(Stream stream, string file, DiagnosticSink diagnostics)
    {
        var entries = new List<CatalogEntry>();
        try
        {
            using var markup = new MarkupReader(stream, record: true);
            if (!markup.MoveToNextElement() || markup.Name != "root")
            {
                diagnostics.Add(new Diagnostic("RSX002", DiagnosticSeverity.Error, $"The root element is '{markup.Name}', so this is not RESX.", file, markup.Line, markup.Column));
                return Catalog.Of([]);
            }

            while (markup.MoveToNextElement())
            {
                markup.Raw!.ForgetBefore(markup.Line, 1);
                if (markup.Name == "data")
                {
                    Add(markup.ReadElement(), markup.Raw!, file, entries);
                }
                else if (markup.Name is "schema" or "metadata" or "assembly" or "resheader")
                {
                    markup.ReadElement();
                }
            }
        }
        catch (Exception e) when (MarkupFailure.IsOfFile(e))
        {
            diagnostics.Add(MarkupFailure.ToDiagnostic(e, "RSX001", file));
        }

        return Catalog.Of(CatalogEntry.Unique(entries, "RSX003", file, diagnostics));
    }

    private static void Add(MarkupElement data, RawRecorder raw, string file, List<CatalogEntry> entries)
    {
        var name = data.Attribute("name");
        if (name is null || name.StartsWith(">>", StringComparison.Ordinal) || data.Attribute("type") is not null || data.Attribute("mimetype") is not null
            || data.Elements.FirstOrDefault(element => element.Name == "value") is not { } value)
        {
            return;
        }

        var notes = data.Elements
            .Where(element => element.Name == "comment")
            .Select(element => RawMarkup.Locate(element, raw))
            .Select(text => new SegmentNote(text.Text, text.Line, text.Column, file));
        entries.Add(new CatalogEntry(name, RawMarkup.Locate(value, raw), [.. notes]));
    }
}
