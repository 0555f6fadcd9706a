using VietJapanTM.Errors;
using VietJapanTM.Exchange.Delimited;
using VietJapanTM.Exchange.Tmx;
using VietJapanTM.Exchange.Xliff;

namespace VietJapanTM.Exchange.Bilingual;

/// <summary>
/// Reads any bilingual file segment by segment, with places: XLIFF (<c>.xlf .xliff .sdlxliff .mqxliff .mxliff</c>), TMX
/// (<c>.tmx</c>) and delimited cells with a header (<c>.tsv .tab .csv</c>).
/// </summary>
public static class BilingualFile
{
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
        return Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".xlf" or ".xliff" or ".sdlxliff" or ".mqxliff" or ".mxliff" => XliffReader.Read(stream, file, options, diagnostics),
            ".tmx" => TmxSegmentReader.Read(stream, file, options, diagnostics),
            ".tsv" or ".tab" => TsvSegmentReader.Read(stream, file, '\t', options, diagnostics),
            ".csv" => TsvSegmentReader.Read(stream, file, ',', options, diagnostics),
            var ending => throw new DomainException(
                ErrorCode.FileMalformed,
                $"{file}: '{ending}' is no ending of a bilingual file. Give an .xlf, .xliff, .sdlxliff, .tmx, .tsv, .tab or .csv file."),
        };
    }
}
