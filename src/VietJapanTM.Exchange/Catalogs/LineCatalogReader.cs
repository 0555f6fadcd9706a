using System.Globalization;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Decoding;
using VietJapanTM.Exchange.Parallel;

namespace VietJapanTM.Exchange.Catalogs;

/// <summary>
/// Reads line-parallel text with places: line n of each file says the same. A blank line, and a line <c>[no target]</c>, is absent.
/// Findings: PAR002 (error) not readable as text.
/// </summary>
internal static class LineCatalogReader
{
    /// <summary>Reads the file, at once; the key of a line is its number.</summary>
    public static Catalog Read(Stream stream, string file, DiagnosticSink diagnostics)
    {
        try
        {
            var text = SourceText.Read(stream, EncodingDeclaration.None);
            return Catalog.Of(Enumerable.Range(1, text.LineCount).Select(line => Entry(text, line)).Where(entry => entry.Text.Text.Length > 0));
        }
        catch (Exception e) when (MalformedFile.IsOfFile(e))
        {
            diagnostics.Add(MalformedFile.ToDiagnostic(e, "PAR002", file));
            return Catalog.Of([]);
        }
    }

    private static CatalogEntry Entry(SourceText text, int line)
    {
        var start = text.StartOf(line);
        var builder = new LocatedTextBuilder(text);
        var isAbsent = text.Value.AsSpan(start..text.EndOf(line)) is var content && (content.IsWhiteSpace() || content.SequenceEqual(ParallelTextReader.NoTarget));
        builder.Copy(start, isAbsent ? 0 : text.EndOf(line) - start, RawForm.Line);
        return new CatalogEntry(line.ToString(CultureInfo.InvariantCulture), builder.Build(start), []);
    }
}
