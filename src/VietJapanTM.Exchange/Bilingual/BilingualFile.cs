using VietJapanTM.Errors;
using VietJapanTM.Exchange.Catalogs;
using VietJapanTM.Exchange.Delimited;
using VietJapanTM.Exchange.Markdown;
using VietJapanTM.Exchange.Po;
using VietJapanTM.Exchange.Resx;
using VietJapanTM.Exchange.Tmx;
using VietJapanTM.Exchange.Xliff;

namespace VietJapanTM.Exchange.Bilingual;

/// <summary>
/// Reads any bilingual file segment by segment, with places: XLIFF (<c>.xlf .xliff .sdlxliff .mqxliff .mxliff</c>), TMX
/// (<c>.tmx</c>), delimited cells with a header (<c>.tsv .tab .csv</c>) and PO (<c>.po .pot</c>); and files of which each language has its
/// own: .NET resources (<c>.resx</c>), catalogues (<c>.json .yaml .yml</c>), Markdown (<c>.md .markdown</c>) and line-parallel text
/// (<c>.txt</c>, or the language as the ending). Their counterparts are found beside them by name (<see cref="LanguageSlot"/>).
/// </summary>
public static class BilingualFile
{
    /// <summary>The code of the error that nothing says which language a catalogue is in: what people do not mean to be a translation has it too.</summary>
    public const string LanguageUnknown = "CAT001";

    /// <summary>Reads lazily; the name's ending decides on the format.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read.</param>
    /// <param name="diagnostics">Takes the findings, those of the format's reader, complete once the enumeration has ended.</param>
    /// <exception cref="DomainException">At the first step: <see cref="ErrorCode.FileUnreadable"/>, the file cannot be opened;
    /// <see cref="ErrorCode.FileMalformed"/>, the ending is not known.</exception>
    public static IEnumerable<BilingualSegment> Read(string path, BilingualOptions options, DiagnosticSink diagnostics)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var stream = ExchangeFile.OpenRead(path);
        foreach (var segment in Read(stream, path, options, diagnostics))
        {
            yield return segment;
        }
    }

    /// <summary>Reads lazily; the stream stays open and is read while the answer is enumerated.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="file">The file's name: its ending decides on the format, and findings carry it.</param>
    /// <param name="options">How to read.</param>
    /// <param name="diagnostics">Takes the findings, complete once the enumeration has ended.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileMalformed"/>: the ending is not known.</exception>
    public static IEnumerable<BilingualSegment> Read(Stream stream, string file, BilingualOptions options, DiagnosticSink diagnostics)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var ending = Path.GetExtension(file).ToLowerInvariant();
        return ending switch
        {
            ".xlf" or ".xliff" or ".sdlxliff" or ".mqxliff" or ".mxliff" => XliffReader.Read(stream, file, options, diagnostics),
            ".tmx" => TmxSegmentReader.Read(stream, file, options, diagnostics),
            ".tsv" or ".tab" => TsvSegmentReader.Read(stream, file, '\t', options, diagnostics),
            ".csv" => TsvSegmentReader.Read(stream, file, ',', options, diagnostics),
            ".po" or ".pot" => PoReader.Read(stream, file, options, LanguageSlot.Find(file, options.KnownLanguages)?.Language, diagnostics),
            ".md" or ".markdown" => MarkdownPairReader.Read(stream, file, options, diagnostics),
            _ when IsLines(ending, file, options) => LineCatalogReader.ReadPairs(stream, file, options, diagnostics),
            _ when CatalogFormat(ending, options) is { } format =>
                new CatalogPairReader(format, ending == ".resx", options, diagnostics).Read(stream, file),
            _ => throw new DomainException(
                ErrorCode.FileMalformed,
                $"{file}: '{ending}' is no ending of a bilingual file. Give an .xlf, .xliff, .sdlxliff, .tmx, .tsv, .csv, .po, .resx, .json, .yaml, .md or .txt file."),
        };
    }

    /// <summary>
    /// True for a file that this class would read: its ending is known; of plain text and Markdown, which are most often no translation,
    /// also its language.
    /// </summary>
    public static bool IsOne(string file, BilingualOptions options)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        return Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".xlf" or ".xliff" or ".sdlxliff" or ".mqxliff" or ".mxliff" or ".tmx" or ".tsv" or ".tab" or ".csv" or ".po" or ".pot" => true,
            ".resx" or ".json" or ".yaml" or ".yml" => true,
            ".txt" or ".md" or ".markdown" => LanguageSlot.Find(file, options.KnownLanguages) is not null,
            _ => LanguageSlot.Find(file, options.KnownLanguages) is { After: "" },
        };
    }

    /// <summary>
    /// True for the file of a source whose translation is among <see cref="BilingualOptions.OtherFiles"/>: it gives no segments of its own,
    /// because they are read with that.
    /// </summary>
    public static bool IsReadWithAnother(string file, BilingualOptions options)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        var slot = LanguageSlot.Find(file, options.KnownLanguages);
        if (slot is null || options.SourceLanguage is not { } source || source.Covers(slot.Language))
        {
            slot ??= LanguageSlot.OfNeutral(file);
            return options.KnownLanguages.SelectMany(slot.Siblings).Any(sibling => options.OtherFiles.Contains(Path.GetFullPath(sibling.Path)) && Path.GetFullPath(sibling.Path) != Path.GetFullPath(file));
        }

        return false;
    }

    private static Func<Stream, string, DiagnosticSink, Catalog>? CatalogFormat(string ending, BilingualOptions options) => ending switch
    {
        ".resx" => ResxReader.Read,
        ".json" => (stream, name, sink) => Catalog.Split(JsonCatalogReader.Read(stream, name, sink), options.KnownLanguages),
        ".yaml" or ".yml" => (stream, name, sink) => Catalog.Split(YamlCatalogReader.Read(stream, name, sink), options.KnownLanguages),
        _ => null,
    };

    private static bool IsLines(string ending, string file, BilingualOptions options) =>
        ending == ".txt" || LanguageSlot.Find(file, options.KnownLanguages) is { After: "" };
}
