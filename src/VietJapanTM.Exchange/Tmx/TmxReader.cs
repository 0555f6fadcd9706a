using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Markup;
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
        using var units = new Units(stream, options, new TmxFindings(file, options.Lenient, diagnostics));
        while (units.MoveNext())
        {
            if (units.Current is { } unit)
            {
                yield return unit;
            }
        }
    }

    /// <summary>One pass over a file; an iterator cannot catch what it must report.</summary>
    private sealed class Units(Stream stream, TmxOptions options, TmxFindings findings) : IDisposable
    {
        private MarkupReader? _markup;
        private bool _ended;

        /// <summary>The unit of this step, or null where it was rejected.</summary>
        public TranslationUnit? Current { get; private set; }

        public bool MoveNext()
        {
            Current = null;
            if (_ended)
            {
                return false;
            }

            try
            {
                _markup ??= Open();
                while (!_ended && _markup.MoveToNextElement())
                {
                    if (Step(_markup))
                    {
                        return true;
                    }
                }
            }
            catch (Exception e) when (MarkupFailure.IsOfFile(e))
            {
                findings.Fail(e);
            }

            End();
            return false;
        }

        public void Dispose() => _markup?.Dispose();

        private MarkupReader Open()
        {
            var markup = new MarkupReader(stream, options.Lenient);
            if (!markup.MoveToNextElement() || markup.Name != "tmx")
            {
                findings.Add("TMX002", DiagnosticSeverity.Error, markup.Line, markup.Column, $"The root element is '{markup.Name}', so this is not a translation memory in TMX.");
                _ended = true;
                return markup;
            }

            if (markup.Attribute("version") is { } version && version is not ("1.0" or "1.1" or "1.2" or "1.3" or "1.4" or "1.4b"))
            {
                findings.Add("TMX013", DiagnosticSeverity.Warning, markup.Line, markup.Column, $"TMX version '{version}' is not known; the file is read as 1.4.");
            }

            return markup;
        }

        /// <summary>True where a unit was read.</summary>
        private bool Step(MarkupReader markup)
        {
            switch (markup.Name)
            {
                case "body":
                    return false;
                case "tu":
                    Current = new TmxUnitReader(options, findings, markup.ReadElement()).Read();
                    return true;
                default:
                    var other = markup.ReadElement();
                    foreach (var part in other.Name == "header" ? other.Elements : [other])
                    {
                        findings.Drop(other == part ? "element " + part.Name : "element " + part.Name + " of the header", part);
                    }

                    return false;
            }
        }

        private void End()
        {
            _ended = true;
            findings.ReportDropped();
            if (_markup?.Lenient is { DroppedCharacters: > 0 } or { MendedEntities: > 0 })
            {
                findings.Add("TMX015", DiagnosticSeverity.Warning, 0, 0, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_markup.Lenient.DroppedCharacters} characters that XML cannot carry were dropped and {_markup.Lenient.MendedEntities} references mended."));
            }

            if (_markup?.Prefixes is { Undeclared.Count: > 0 } prefixes)
            {
                findings.Add("TMX015", DiagnosticSeverity.Warning, 0, 0, $"Prefixes without a declaration: {string.Join(", ", prefixes.Undeclared)}.");
            }
        }
    }
}
