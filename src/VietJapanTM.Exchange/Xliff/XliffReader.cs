using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Markup;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Xliff;

/// <summary>
/// Reads the segments of XLIFF 1.x and 2.x with their places and notes, unit by unit, in memory that does not grow with the file. Content
/// marked <c>translate="no"</c>, by itself or by what is around it, is left out.
/// Findings: XLF001 (error, lenient: warning) not readable from here on; XLF002 (error) not XLIFF; XLF003 (error) no usable
/// language, once a <c>file</c>, whose segments are left out; XLF004 (warning) what lenient reading mended.
/// </summary>
public static class XliffReader
{
    /// <summary>Reads lazily; the stream stays open and is read while the answer is enumerated.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="file">The file's name, for findings.</param>
    /// <param name="options">How to read.</param>
    /// <param name="diagnostics">Takes the findings, complete once the enumeration has ended.</param>
    public static IEnumerable<BilingualSegment> Read(Stream stream, string file, BilingualOptions options, DiagnosticSink diagnostics)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return Enumerate(stream, file, options, diagnostics);
    }

    /// <summary>Reads a file on disk lazily.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileUnreadable"/>, at the first step: the file cannot be opened.</exception>
    public static IEnumerable<BilingualSegment> Read(string path, BilingualOptions options, DiagnosticSink diagnostics)
    {
        using var stream = ExchangeFile.OpenRead(path);
        foreach (var segment in Read(stream, path, options, diagnostics))
        {
            yield return segment;
        }
    }

    private static IEnumerable<BilingualSegment> Enumerate(Stream stream, string file, BilingualOptions options, DiagnosticSink diagnostics)
    {
        using var units = new Units(stream, file, options, diagnostics);
        while (units.MoveNext())
        {
            foreach (var segment in units.Current)
            {
                yield return segment;
            }
        }
    }

    /// <summary>One pass over a file; an iterator cannot catch what it must report.</summary>
    private sealed class Units(Stream stream, string file, BilingualOptions options, DiagnosticSink diagnostics) : IDisposable
    {
        private MarkupReader? _markup;
        private LanguageTag? _source;
        private LanguageTag? _target;
        private readonly Stack<(int Depth, bool Translates)> _around = [];
        private bool _isPerFile;
        private bool _ended;

        /// <summary>The segments of the unit of this step.</summary>
        public List<BilingualSegment> Current { get; } = [];

        public bool MoveNext()
        {
            Current.Clear();
            try
            {
                _markup ??= Open();
                while (!_ended && _markup.MoveToNextElement())
                {
                    if (Step(_markup))
                    {
                        _markup.Raw!.ForgetBefore(_markup.Line, _markup.Column);
                        return true;
                    }

                    _markup.Raw!.ForgetBefore(_markup.Line, _markup.Column);
                }
            }
            catch (Exception e) when (MarkupFailure.IsOfFile(e))
            {
                var finding = MarkupFailure.ToDiagnostic(e, "XLF001", file);
                diagnostics.Add(options.Lenient ? finding with { Severity = DiagnosticSeverity.Warning } : finding);
            }

            End();
            return false;
        }

        public void Dispose() => _markup?.Dispose();

        private MarkupReader Open()
        {
            var markup = new MarkupReader(stream, options.Lenient, record: true);
            if (!markup.MoveToNextElement() || markup.Name != "xliff")
            {
                Report("XLF002", DiagnosticSeverity.Error, markup.Line, markup.Column, $"The root element is '{markup.Name}', so this is not XLIFF.");
                _ended = true;
                return markup;
            }

            // From version 2 on the languages stand at the root, before it at each file.
            _isPerFile = markup.Attribute("srcLang") is null;
            if (!_isPerFile)
            {
                SetLanguages(markup, markup.Attribute("srcLang"), markup.Attribute("trgLang"));
            }

            return markup;
        }

        /// <summary>True where a unit was read.</summary>
        private bool Step(MarkupReader markup)
        {
            if (!markup.Namespace.StartsWith("urn:oasis:names:tc:xliff:", StringComparison.Ordinal) && markup.Namespace.Length > 0)
            {
                return false;
            }

            var translates = Translates(markup);
            switch (markup.Name)
            {
                case "file" when _isPerFile:
                    SetLanguages(markup, markup.Attribute("source-language"), markup.Attribute("target-language"));
                    return false;
                case "trans-unit":
                    Add(markup.ReadElement(), translates, markup.Raw!, XliffUnit.OfTransUnit);
                    return true;
                case "unit":
                    Add(markup.ReadElement(), translates, markup.Raw!, XliffUnit.OfUnit);
                    return true;
                default:
                    return false;
            }
        }

        private void SetLanguages(MarkupReader markup, string? source, string? target)
        {
            _source = LanguageTag.TryParse(source, out var sourceTag) ? sourceTag : options.SourceLanguage;
            _target = LanguageTag.TryParse(target, out var targetTag) ? targetTag : options.TargetLanguage;
            if (_source is null || _target is null)
            {
                var (which, code) = _source is null ? ("source", source) : ("target", target);
                Report(
                    "XLF003",
                    DiagnosticSeverity.Error,
                    markup.Line,
                    markup.Column,
                    code is null
                        ? $"The file names no {which} language; name it in the file or on the call."
                        : $"'{code}' is not a {which} language; write a BCP 47 tag such as es.");
            }
        }

        /// <summary>What <c>translate</c> says of the element; it holds for all within that say nothing themselves.</summary>
        private bool Translates(MarkupReader markup)
        {
            while (_around.TryPeek(out var outer) && outer.Depth >= markup.Depth)
            {
                _around.Pop();
            }

            var translates = markup.Attribute("translate") is { } said ? said != "no" : !_around.TryPeek(out var around) || around.Translates;
            if (markup.Name is "file" or "group")
            {
                _around.Push((markup.Depth, translates));
            }

            return translates;
        }

        private void Add(MarkupElement unit, bool translates, RawRecorder raw, Func<MarkupElement, IEnumerable<XliffPair>> pairs)
        {
            if (_source is not { } source || _target is not { } target || !translates)
            {
                return;
            }

            var notes = RawMarkup.Notes(unit.Elements, raw, file);
            foreach (var pair in pairs(unit))
            {
                Current.Add(new BilingualSegment
                {
                    File = file,
                    Id = pair.Id,
                    SourceLanguage = source,
                    TargetLanguage = target,
                    Source = RawMarkup.Locate(pair.Source, raw),
                    Target = pair.Target is { } element ? RawMarkup.Locate(element, raw) : null,
                    State = pair.State,
                    Notes = notes,
                });
            }
        }

        private void End()
        {
            if (_ended)
            {
                return;
            }

            _ended = true;
            if (_markup?.Lenient is { DroppedCharacters: > 0 } or { MendedEntities: > 0 } || _markup?.Prefixes is { Undeclared.Count: > 0 })
            {
                Report("XLF004", DiagnosticSeverity.Warning, 0, 0, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_markup.Lenient!.DroppedCharacters} characters that XML cannot carry were dropped, {_markup.Lenient.MendedEntities} references mended, prefixes without a declaration: {_markup.Prefixes!.Undeclared.Count}."));
            }
        }

        private void Report(string code, DiagnosticSeverity severity, int line, int column, string message) =>
            diagnostics.Add(new Diagnostic(code, severity, message, file, line, column));
    }
}
