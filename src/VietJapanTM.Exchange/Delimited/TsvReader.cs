using System.Collections.Immutable;
using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Decoding;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Delimited;

/// <summary>
/// Reads translation units from delimited cells, a unit a line. A header names the columns: a language code holds text,
/// <c>key</c> the unit's key, any other word an attribute of that name; a word of two or three letters counts as a language.
/// An empty cell is absent.
/// Findings: TSV001 (error) not readable as text; TSV002 (error) no languages; TSV003 (error) a quotation mark that is not closed,
/// or followed by more; TSV004 (error) another number of cells than columns; TSV005 (error) a cell above the limit; TSV006
/// (warning) text in fewer than two languages. Each of the last four skips its line; reading leniently, TSV003 and TSV004 are
/// warnings and the line is kept.
/// </summary>
public static class TsvReader
{
    /// <summary>A header may name this many columns.</summary>
    public const int MaxColumns = 1_000;

    /// <summary>The column that holds the unit's key.</summary>
    public const string KeyColumn = "key";

    /// <summary>Reads lazily; the stream stays open and is read while the answer is enumerated.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="file">The file's name, for findings.</param>
    /// <param name="options">How to read.</param>
    /// <param name="diagnostics">Takes the findings, complete once the enumeration has ended.</param>
    public static IEnumerable<TranslationUnit> Read(Stream stream, string file, TsvOptions options, DiagnosticSink diagnostics)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return Enumerate(new Pass(stream, file, options, diagnostics));
    }

    /// <summary>Reads a file on disk lazily.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.FileUnreadable"/>, at the first step: the file cannot be opened.</exception>
    public static IEnumerable<TranslationUnit> Read(string path, TsvOptions options, DiagnosticSink diagnostics)
    {
        using var stream = ExchangeFile.OpenRead(path);
        foreach (var unit in Read(stream, path, options, diagnostics))
        {
            yield return unit;
        }
    }

    private static IEnumerable<TranslationUnit> Enumerate(Pass pass)
    {
        while (pass.MoveNext())
        {
            if (pass.Current is { } unit)
            {
                yield return unit;
            }
        }
    }

    /// <summary>One pass over a file; an iterator cannot catch what it must report.</summary>
    private sealed class Pass(Stream stream, string file, TsvOptions options, DiagnosticSink diagnostics)
    {
        private RecordReader? _records;
        private ImmutableArray<TsvColumn> _columns = [];
        private bool _ended;
        private bool _pending;

        /// <summary>The unit of this step, or null where its line was skipped.</summary>
        public TranslationUnit? Current { get; private set; }

        public bool MoveNext()
        {
            try
            {
                if (_records is null)
                {
                    _records = new RecordReader(new LineReader(new DecodingReader(stream, isXml: false)), options.Delimiter, options.MaxSegmentLength);
                    _ended = !ReadHeader(_records);
                }

                if (_ended || !(_pending || _records.Read()))
                {
                    return false;
                }

                _pending = false;
                Current = Unit(_records);
                return true;
            }
            catch (Exception e) when (e is DomainException or IOException)
            {
                diagnostics.Add(new Diagnostic("TSV001", DiagnosticSeverity.Error, e.Message, file));
                _ended = true;
                return false;
            }
        }

        private bool ReadHeader(RecordReader records)
        {
            if (!records.Read())
            {
                return false;
            }

            var named = TsvColumn.OfHeader(records.Cells);
            if (options.Languages.IsEmpty)
            {
                _columns = named;
                if (named.Length is >= 2 and <= MaxColumns && named.Count(column => column.Language is not null) >= 2)
                {
                    return true;
                }

                Report("TSV002", "The first line does not name two languages or more (es, en, …); write such a header or name the languages of the columns.", DiagnosticSeverity.Error);
                return false;
            }

            _columns = [.. options.Languages.Select(language => new TsvColumn(language.Value, language))];
            _pending = !named.Select(column => column.Language).SequenceEqual(options.Languages.Select(language => (LanguageTag?)language));
            return true;
        }

        private TranslationUnit? Unit(RecordReader record)
        {
            if (record.Cells is [{ Length: 0 }])
            {
                return null;
            }

            if (!record.IsWellQuoted
                && Refuse("TSV003", "A quotation mark is not closed, or something follows the closing one; double the marks within a cell, or read leniently."))
            {
                return null;
            }

            if (record.Cells.Count != _columns.Length
                && Refuse("TSV004", string.Create(CultureInfo.InvariantCulture, $"The line has {record.Cells.Count} cells, not {_columns.Length}.")))
            {
                return null;
            }

            return Assemble(record.Cells);
        }

        private TranslationUnit? Assemble(List<string> cells)
        {
            var variants = ImmutableArray.CreateBuilder<Variant>();
            var attributes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            string? key = null;
            for (var i = 0; i < Math.Min(cells.Count, _columns.Length); i++)
            {
                if (cells[i].Length > options.MaxSegmentLength)
                {
                    Report("TSV005", string.Create(CultureInfo.InvariantCulture, $"Cell {i + 1} has more than {options.MaxSegmentLength} characters; the line is skipped."), DiagnosticSeverity.Error);
                    return null;
                }

                if (string.IsNullOrWhiteSpace(cells[i]))
                {
                    continue;
                }

                if (_columns[i].Language is { } language)
                {
                    variants.Add(new Variant { Language = language, Text = cells[i], Origin = VariantOrigin.Imported });
                }
                else if (_columns[i].Name == KeyColumn)
                {
                    key = cells[i];
                }
                else
                {
                    attributes[_columns[i].Name] = cells[i];
                }
            }

            if (variants.Count < 2)
            {
                Report("TSV006", "The line holds text in fewer than two languages and is skipped.", DiagnosticSeverity.Warning);
                return null;
            }

            return new TranslationUnit { MemoryId = options.MemoryId, Key = key, Variants = variants.ToImmutable(), Attributes = attributes.ToImmutable() };
        }

        /// <summary>Reports what breaks a rule; true where the line is to be skipped for it.</summary>
        private bool Refuse(string code, string message)
        {
            Report(code, message, options.Lenient ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error);
            return !options.Lenient;
        }

        private void Report(string code, string message, DiagnosticSeverity severity) =>
            diagnostics.Add(new Diagnostic(code, severity, message, file, _records!.Line));
    }
}
