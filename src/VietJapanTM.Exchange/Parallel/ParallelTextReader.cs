using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Decoding;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Parallel;

/// <summary>
/// Reads line-parallel text: line n of each file says the same. A blank line, and a line <c>[no target]</c>, is an absent
/// variant. Findings: PAR001 (error) the files differ in their number of lines; PAR002 (error) not readable as text; PAR003
/// (warning) a line without text in any language, skipped; PAR004 (error) a line above the limit, skipped.
/// </summary>
public static class ParallelTextReader
{
    /// <summary>Stands for an absent variant.</summary>
    public const string NoTarget = "[no target]";

    /// <summary>A longer line is no segment. UTF-16 units.</summary>
    public const int MaxSegmentLength = 65_535;

    /// <summary>Reads lazily; the streams are read while the answer is enumerated.</summary>
    /// <param name="texts">Two files or more.</param>
    /// <param name="memoryId">The memory that the units will belong to.</param>
    /// <param name="diagnostics">Takes the findings, complete once the enumeration has ended.</param>
    /// <returns>A unit for each line with any text, be it in one language; variants in the order of <paramref name="texts"/>.</returns>
    /// <exception cref="ArgumentException">Fewer than two texts.</exception>
    public static IEnumerable<TranslationUnit> Read(IReadOnlyList<ParallelText> texts, string memoryId, DiagnosticSink diagnostics)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(memoryId);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return texts.Count >= 2
            ? Enumerate(texts, memoryId, diagnostics)
            : throw new ArgumentException("Line-parallel text is two files or more.", nameof(texts));
    }

    private static IEnumerable<TranslationUnit> Enumerate(IReadOnlyList<ParallelText> texts, string memoryId, DiagnosticSink diagnostics)
    {
        var pass = new Pass(texts, diagnostics);
        while (pass.MoveNext())
        {
            if (pass.Variants.Count > 0)
            {
                yield return new TranslationUnit { MemoryId = memoryId, Variants = [.. pass.Variants] };
            }
        }
    }

    /// <summary>One pass over the files; an iterator cannot catch what it must report.</summary>
    private sealed class Pass(IReadOnlyList<ParallelText> texts, DiagnosticSink diagnostics)
    {
        private readonly LineReader?[] _readers = new LineReader?[texts.Count];
        private readonly string?[] _lines = new string?[texts.Count];
        private bool _ended;

        /// <summary>The variants of this line.</summary>
        public List<Variant> Variants { get; } = [];

        public bool MoveNext()
        {
            Variants.Clear();
            if (_ended || !ReadLines())
            {
                return false;
            }

            if (Array.TrueForAll(_lines, line => line is not null))
            {
                Collect();
                return true;
            }

            _ended = true;
            if (Array.Exists(_lines, line => line is not null))
            {
                ReportDifference();
            }

            return false;
        }

        private bool ReadLines()
        {
            for (var i = 0; i < texts.Count; i++)
            {
                if (!TryReadLine(i))
                {
                    _ended = true;
                    return false;
                }
            }

            return true;
        }

        private bool TryReadLine(int i)
        {
            try
            {
                _readers[i] ??= new LineReader(new DecodingReader(texts[i].Stream, EncodingDeclaration.None));
                _lines[i] = _readers[i]!.ReadLine();
                return true;
            }
            catch (Exception e) when (e is DomainException or IOException)
            {
                diagnostics.Add(MalformedFile.ToDiagnostic(e, "PAR002", texts[i].File));
                return false;
            }
        }

        private void Collect()
        {
            for (var i = 0; i < texts.Count; i++)
            {
                var line = _lines[i]!;
                if (line.Length > MaxSegmentLength)
                {
                    Report("PAR004", DiagnosticSeverity.Error, i, $"The line has {line.Length} characters, more than {MaxSegmentLength}; it is skipped. Split it into sentences.");
                }
                else if (!string.IsNullOrWhiteSpace(line) && line != NoTarget)
                {
                    Variants.Add(new Variant { Language = texts[i].Language, Text = line, Origin = VariantOrigin.Imported });
                }
            }

            if (Variants.Count == 0)
            {
                Report("PAR003", DiagnosticSeverity.Warning, 0, $"The line holds no text in any language and is skipped.");
            }
        }

        private void Report(string code, DiagnosticSeverity severity, int i, FormattableString message) =>
            diagnostics.Add(new Diagnostic(code, severity, message.ToString(CultureInfo.InvariantCulture), texts[i].File, _readers[i]!.LineNumber));

        /// <summary>Counts the rest of the longer files, so that the message can name both counts.</summary>
        private void ReportDifference()
        {
            var shortest = Array.FindIndex(_lines, line => line is null);
            var common = _readers[shortest]!.LineNumber;
            for (var i = 0; i < texts.Count; i++)
            {
                if (_lines[i] is not { } firstUnmatched)
                {
                    continue;
                }

                while (_lines[i] is not null)
                {
                    if (!TryReadLine(i))
                    {
                        return;
                    }
                }

                var shown = firstUnmatched.Length <= 60 ? firstUnmatched : firstUnmatched[..60] + "…";
                diagnostics.Add(new Diagnostic(
                    "PAR001",
                    DiagnosticSeverity.Error,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The file has {_readers[i]!.LineNumber} lines, but {texts[shortest].File} has {common}; the first without a counterpart is '{shown}'. Write [no target] where a line is absent."),
                    texts[i].File,
                    common + 1));
            }
        }
    }
}
