using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tmx;

/// <summary>
/// Reads TMX 1.1 to 1.4b unit by unit, in memory that does not grow with the file. What is decided where the standard leaves
/// room or real files break it, and the codes of the findings, stand in <c>FORMAT.md</c> beside this file.
/// </summary>
public static class TmxReader
{
    /// <summary>Reads lazily; the stream stays open and is read while the answer is enumerated.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="file">The file's name, for findings.</param>
    /// <param name="options">How to read.</param>
    /// <param name="diagnostics">Takes the findings, complete once the enumeration has ended.</param>
    /// <returns>The sound units in the order of the file. An error among the findings means that the file is not whole.</returns>
    public static IEnumerable<TranslationUnit> Read(Stream stream, string file, TmxOptions options, DiagnosticSink diagnostics)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxSegmentLength, 1, nameof(options));
        return Enumerate(stream, file, options, diagnostics);
    }

    /// <summary>Reads a file on disk lazily.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileUnreadable"/>, at the first step: the file cannot be opened.</exception>
    public static IEnumerable<TranslationUnit> Read(string path, TmxOptions options, DiagnosticSink diagnostics)
    {
        using var stream = ExchangeFile.OpenRead(path);
        foreach (var unit in Read(stream, path, options, diagnostics))
        {
            yield return unit;
        }
    }

    private static IEnumerable<TranslationUnit> Enumerate(Stream stream, string file, TmxOptions options, DiagnosticSink diagnostics)
    {
        var findings = new TmxFindings(file, options.Lenient, diagnostics);
        using var pass = new TmxPass(stream, options.Lenient, record: false, findings);
        while (pass.MoveNext())
        {
            if (new TmxUnitReader(options, findings, pass.Unit!).Read() is { } unit)
            {
                yield return unit;
            }
        }
    }
}
