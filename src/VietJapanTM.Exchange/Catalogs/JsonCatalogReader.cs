using VietJapanTM.Exchange.Decoding;

namespace VietJapanTM.Exchange.Catalogs;

/// <summary>
/// Reads the strings of a JSON file with their keys and places (RFC 8259). Comments of both kinds and a comma behind the last item are
/// allowed, because hand-written catalogues have them.
/// Findings: JSN001 (error) not readable from here on; JSN002 (warning) a key twice.
/// </summary>
internal static class JsonCatalogReader
{
    /// <summary>Reads the file, at once.</summary>
    public static IReadOnlyList<CatalogEntry> Read(Stream stream, string file, DiagnosticSink diagnostics)
    {
        var entries = new List<CatalogEntry>();
        try
        {
            new JsonCatalogParser(SourceText.Read(stream, EncodingDeclaration.None), file, entries).Parse();
        }
        catch (Exception e) when (MalformedFile.IsOfFile(e))
        {
            diagnostics.Add(MalformedFile.ToDiagnostic(e, "JSN001", file));
        }

        return [.. CatalogEntry.Unique(entries, "JSN002", file, diagnostics)];
    }
}
