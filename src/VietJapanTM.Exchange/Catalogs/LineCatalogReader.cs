using System.Collections.Immutable;
using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Decoding;
using VietJapanTM.Exchange.Parallel;

namespace VietJapanTM.Exchange.Catalogs;

/// <summary>
/// Reads line-parallel text with places: line n of each file says the same. A blank line, and a line <c>[no target]</c>, is absent.
/// Findings: PAR001 (error) the files differ in their number of lines, so that nobody knows which lines say the same; PAR002 (error) not
/// readable as text.
/// </summary>
internal static class LineCatalogReader
{
    /// <summary>Reads the segments of a file and of the files beside it.</summary>
    public static IEnumerable<BilingualSegment> ReadPairs(Stream stream, string file, BilingualOptions options, DiagnosticSink diagnostics) =>
        new CatalogPairReader(
            Read,
            neutralIsSource: false,
            options,
            diagnostics,
            (source, sourceFile, target, targetFile) => HaveAsManyLines(source, sourceFile, target, targetFile, diagnostics)
                ? (Present(source), Present(target))
                : ([], Present(target))).Read(stream, file);

    private static ImmutableArray<CatalogEntry> Present(ImmutableArray<CatalogEntry> lines) => [.. lines.Where(line => line.Text.Text.Length > 0)];

    private static bool HaveAsManyLines(ImmutableArray<CatalogEntry> source, string sourceFile, ImmutableArray<CatalogEntry> target, string targetFile, DiagnosticSink diagnostics)
    {
        // A file that could not be read has been reported already.
        if (source.Length == target.Length || ((source.IsEmpty || target.IsEmpty) && diagnostics.HasErrors))
        {
            return true;
        }

        var (longer, file, shorter, other) = source.Length > target.Length ? (source, sourceFile, target, targetFile) : (target, targetFile, source, sourceFile);
        var at = longer[shorter.Length].Text;
        diagnostics.Add(new Diagnostic(
            "PAR001",
            DiagnosticSeverity.Error,
            $"The file has {longer.Length} lines, but {other} has {shorter.Length}; the lines are checked alone, not against each other. Write [no target] where a line is absent.",
            file,
            at.Line));
        return false;
    }

    /// <summary>Reads the file, at once; the key of a line is its number. What is absent is an entry without text.</summary>
    public static Catalog Read(Stream stream, string file, DiagnosticSink diagnostics)
    {
        try
        {
            var text = SourceText.Read(stream, EncodingDeclaration.None);
            return Catalog.Of(Enumerable.Range(1, text.StartOf(text.LineCount) == text.Value.Length ? text.LineCount - 1 : text.LineCount).Select(line => Entry(text, line)));
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
