using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Decoding;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Po;

/// <summary>
/// Reads the segments of GNU gettext's PO files with their places: each <c>msgid</c> beside its <c>msgstr</c>; of plural forms the
/// first beside the singular where there are several, the others, and an only one, beside the plural. Obsolete and previous entries
/// are comments; fuzzy entries, which no program shows, are left out and counted.
/// Findings: PO001 (error) not readable as text; PO002 (error) a line that is not PO, its entry is dropped; PO003 (error) an escape
/// that is none, its entry is dropped; PO004 (warning) an entry twice; PO005 (warning) another number of plural forms than the header
/// says; PO006 (warning) no <c>msgstr</c>; PO007 (information) fuzzy entries left out; PO008 (error) no language is known.
/// </summary>
internal static class PoReader
{
    /// <summary>Reads the file, at once.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="file">The file's name, for findings.</param>
    /// <param name="options">How to read.</param>
    /// <param name="pathLanguage">The language that the file's path names, or null.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    public static IEnumerable<BilingualSegment> Read(
        Stream stream, string file, BilingualOptions options, LanguageTag? pathLanguage, DiagnosticSink diagnostics)
    {
        SourceText text;
        try
        {
            text = SourceText.Read(stream, EncodingDeclaration.Po);
        }
        catch (Exception e) when (MalformedFile.IsOfFile(e))
        {
            diagnostics.Add(MalformedFile.ToDiagnostic(e, "PO001", file));
            return [];
        }

        var entries = new PoParser(text, file, diagnostics).Parse();
        var header = new PoMetadata(entries.FirstOrDefault(entry => entry.IsHeader));
        var source = header.Language("X-Source-Language") ?? options.SourceLanguage ?? LanguageTag.English;
        if ((header.Language("Language") ?? pathLanguage ?? options.TargetLanguage) is not { } target)
        {
            diagnostics.Add(new Diagnostic(
                "PO008", DiagnosticSeverity.Error, "The header has no Language; write \"Language: vi\\n\" there, or name the language on the call.", file, 1, 1));
            return [];
        }

        new PoValidation(file, header, diagnostics).Check(entries);
        return entries.Where(entry => entry is { IsHeader: false, IsFuzzy: false }).SelectMany(entry => Segments(entry, file, source, target)).ToList();
    }

    private static IEnumerable<BilingualSegment> Segments(PoEntry entry, string file, LanguageTag source, LanguageTag target)
    {
        foreach (var (form, text) in entry.Translations)
        {
            var isSingular = entry.Plural is null || (form == 0 && entry.Translations.Count > 1);
            yield return new BilingualSegment
            {
                File = file,
                Id = entry.Plural is null ? entry.Name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{entry.Name}[{form}]"),
                SourceLanguage = source,
                TargetLanguage = target,
                Source = isSingular ? entry.Source! : entry.Plural!,
                Target = text.Text.Length == 0 ? null : text,
                Notes = [.. entry.Notes],
            };
        }
    }
}
