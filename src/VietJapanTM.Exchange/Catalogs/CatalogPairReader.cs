using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Catalogs;

/// <summary>
/// Reads catalogues in which each language has a file of its own, or a first key of its own: the file of a translation is laid beside
/// the file of its source, and the file of a source beside those of its translations.
/// Findings: CAT001 (error) nothing says which language the file is in; CAT002 (warning) a translation without a source beside it, whose
/// texts are read alone; CAT003 (error) the file beside it cannot be opened; and those of the format's reader.
/// </summary>
/// <param name="format">Reads a file of the format.</param>
/// <param name="neutralIsSource">True where a file without a language in its name holds the source, as in .NET resources.</param>
/// <param name="options">The languages.</param>
/// <param name="diagnostics">Takes the findings.</param>
/// <param name="align">Changes the texts of source and translation so that what belongs together has the same key; null where it has.</param>
internal sealed class CatalogPairReader(
    Func<Stream, string, DiagnosticSink, Catalog> format,
    bool neutralIsSource,
    BilingualOptions options,
    DiagnosticSink diagnostics,
    CatalogPairReader.Alignment? align = null)
{
    /// <summary>Aligns the texts of a source and of a translation, each in the file of that name.</summary>
    public delegate (ImmutableArray<CatalogEntry> Source, ImmutableArray<CatalogEntry> Target) Alignment(
        ImmutableArray<CatalogEntry> source, string sourceFile, ImmutableArray<CatalogEntry> target, string targetFile);

    private readonly List<LanguageTag> _languages = options.KnownLanguages;

    /// <summary>Reads the segments of a file.</summary>
    public IEnumerable<BilingualSegment> Read(Stream stream, string file)
    {
        if (options is not { SourceLanguage: { } source, TargetLanguage: { } target })
        {
            Report(BilingualFile.LanguageUnknown, DiagnosticSeverity.Error, "A catalogue does not say what is translated into what; name the source and the target language on the call.", file);
            return [];
        }

        var catalog = format(stream, file, diagnostics);
        if (!catalog.Sections.IsEmpty)
        {
            return OfSections(catalog, file, source, target);
        }

        var slot = LanguageSlot.Find(file, _languages);
        if (slot is not null && target.Covers(slot.Language) && !source.Covers(slot.Language))
        {
            return [.. OfTarget(catalog, file, slot, source)];
        }

        if (slot is not null && source.Covers(slot.Language))
        {
            return OfSource(catalog, file, slot.Language, slot.Siblings(target), source, target);
        }

        if (slot is null && neutralIsSource)
        {
            return OfSource(catalog, file, source, LanguageSlot.OfNeutral(file).Siblings(target), source, target);
        }

        if (slot is null && !LanguageSlot.IsLanguage(Path.GetFileNameWithoutExtension(file)))
        {
            Report(BilingualFile.LanguageUnknown, DiagnosticSeverity.Error, $"Neither the name, the path nor a first key says the file's language; name it {target}{Path.GetExtension(file)}, put it into a folder {target}, or leave it out.", file);
        }

        return [];
    }

    private IEnumerable<BilingualSegment> OfTarget(Catalog catalog, string file, LanguageSlot slot, LanguageTag source)
    {
        var (path, language) = slot.Siblings(source).FirstOrDefault();
        var neutral = slot.Before.TrimEnd('.') + slot.After;
        if (path is null && neutralIsSource && slot.Before.EndsWith('.') && File.Exists(neutral))
        {
            (path, language) = (neutral, source);
        }

        if (path is null)
        {
            Report("CAT002", DiagnosticSeverity.Warning, $"There is no such file in {source} beside it; its texts are checked alone.", file);
            return CatalogSegments.Pair([], null, source, catalog.Entries, file, slot.Language);
        }

        return Pair(OneOf(Open(path), source), path, language, catalog.Entries, file, slot.Language);
    }

    private List<BilingualSegment> OfSource(
        Catalog catalog, string file, LanguageTag language, IEnumerable<(string Path, LanguageTag Language)> siblings, LanguageTag source, LanguageTag target)
    {
        var segments = new List<BilingualSegment>();
        foreach (var (path, translation) in siblings)
        {
            // A translation that is named itself is read with its own name.
            if (!source.Covers(translation) && !options.OtherFiles.Contains(Path.GetFullPath(path)))
            {
                segments.AddRange(Pair(catalog.Entries, file, language, OneOf(Open(path), target), path, translation));
            }
        }

        return segments;
    }

    /// <summary>First keys that are languages: both in the file, or the source in a file beside it.</summary>
    private IEnumerable<BilingualSegment> OfSections(Catalog catalog, string file, LanguageTag source, LanguageTag target)
    {
        var own = catalog.Sections.FirstOrDefault(section => source.Covers(section.Language));
        var slot = LanguageSlot.Find(file, _languages);
        foreach (var section in catalog.Sections.Where(section => target.Covers(section.Language) && !source.Covers(section.Language)))
        {
            var segments = own is not null ? CatalogSegments.Pair(own.Entries, null, own.Language, section.Entries, file, section.Language)
                : slot is not null ? OfTarget(Catalog.Of(section.Entries), file, slot with { Language = section.Language }, source)
                : CatalogSegments.Pair([], null, source, section.Entries, file, section.Language);
            foreach (var segment in segments)
            {
                yield return segment;
            }
        }

        if (own is not null && slot is not null && source.Covers(slot.Language))
        {
            foreach (var segment in OfSource(Catalog.Of(own.Entries), file, own.Language, slot.Siblings(target), source, target))
            {
                yield return segment;
            }
        }
    }

    /// <summary>The texts of a file in a language: those below its key, where there is one.</summary>
    private static ImmutableArray<CatalogEntry> OneOf(Catalog catalog, LanguageTag language) =>
        catalog.Sections.FirstOrDefault(section => language.Covers(section.Language))?.Entries ?? catalog.Entries;

    private IEnumerable<BilingualSegment> Pair(
        ImmutableArray<CatalogEntry> source, string sourceFile, LanguageTag sourceLanguage, ImmutableArray<CatalogEntry> target, string file, LanguageTag targetLanguage)
    {
        (source, target) = align is null ? (source, target) : align(source, sourceFile, target, file);
        return CatalogSegments.Pair(source, sourceFile, sourceLanguage, target, file, targetLanguage);
    }

    private Catalog Open(string path)
    {
        try
        {
            using var stream = ExchangeFile.OpenRead(path);
            return format(stream, path, diagnostics);
        }
        catch (DomainException e)
        {
            Report("CAT003", DiagnosticSeverity.Error, e.Message, path);
            return Catalog.Of([]);
        }
    }

    private void Report(string code, DiagnosticSeverity severity, string message, string file) => diagnostics.Add(new Diagnostic(code, severity, message, file));
}
