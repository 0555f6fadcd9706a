using System.Collections.Immutable;
using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Decoding;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Delimited;

/// <summary>One pass over a delimited file, line by line; an iterator could not catch what this reports. Not thread-safe.</summary>
internal sealed class TsvPass(Stream stream, string file, TsvOptions options, DiagnosticSink diagnostics)
{
    private RecordReader? _records;
    private bool _ended;
    private bool _pending;

    /// <summary>The columns, known after the first step.</summary>
    public ImmutableArray<TsvColumn> Columns { get; private set; } = [];

    /// <summary>True where the line of this step may be used.</summary>
    public bool IsSound { get; private set; }

    /// <summary>The cells of the line.</summary>
    public List<string> Cells => _records!.Cells;

    /// <summary>1-based number of the line.</summary>
    public int Line => _records!.Line;

    /// <summary>Moves to the next line; false behind the last and after what cannot be read.</summary>
    public bool MoveNext()
    {
        try
        {
            if (_records is null)
            {
                _records = new RecordReader(new LineReader(new DecodingReader(stream, EncodingDeclaration.None)), options.Delimiter, options.MaxSegmentLength);
                _ended = !ReadHeader(_records);
            }

            if (_ended || !(_pending || _records.Read()))
            {
                return false;
            }

            _pending = false;
            IsSound = Check(_records);
            return true;
        }
        catch (Exception e) when (e is DomainException or IOException)
        {
            diagnostics.Add(MalformedFile.ToDiagnostic(e, "TSV001", file));
            _ended = true;
            return false;
        }
    }

    /// <summary>A cell with its place in the file.</summary>
    public LocatedText Locate(int cell)
    {
        var place = _records!.Places[cell];
        var before = _records.Record.AsSpan(0, place.Start);
        var raw = _records.Record.Substring(place.Start, place.Length);
        var slice = new RawSlice(raw, _records.Line + before.Count('\n'), place.Start - before.LastIndexOf('\n'));
        return CellScanner.Scan(slice, place.IsQuoted);
    }

    private bool ReadHeader(RecordReader records)
    {
        if (!records.Read())
        {
            return false;
        }

        var named = TsvColumn.OfHeader(records.Cells);
        if (options.Delimiter == ',' && named.Count(column => column.Language is not null) < 2 && records.PartedBy(';') is { } cells
            && TsvColumn.OfHeader(cells) is var parted && parted.Count(column => column.Language is not null) >= 2)
        {
            // Spreadsheets write semicolons where the comma stands in numbers; a header of languages leaves no doubt.
            records.PartBy(';');
            named = parted;
        }

        if (options.Languages.IsEmpty)
        {
            Columns = named;
            // The columns of one language alone hold no translation.
            if (named.Length is >= 2 and <= TsvReader.MaxColumns && named.Select(column => column.Language).OfType<LanguageTag>().Distinct().Count() >= 2)
            {
                return true;
            }

            if (!options.LanguagesWithoutHeader.IsEmpty)
            {
                Columns = [.. options.LanguagesWithoutHeader.Select(language => new TsvColumn(language.Value, language))];
                _pending = true;
                return true;
            }

            Report("TSV002", "The first line does not name two languages or more (es, en, …); write such a header or name the languages of the columns (on the command line with --langs).", DiagnosticSeverity.Error);
            return false;
        }

        Columns = [.. options.Languages.Select(language => new TsvColumn(language.Value, language))];
        _pending = !named.Select(column => column.Language).SequenceEqual(options.Languages.Select(language => (LanguageTag?)language));
        return true;
    }

    private bool Check(RecordReader record)
    {
        if (record.Cells is [{ Length: 0 }])
        {
            return false;
        }

        if (!record.IsWellQuoted
            && Refuse("TSV003", "A quotation mark is not closed, or something follows the closing one; double the marks within a cell, or read leniently.", record.Record.IndexOf('"', StringComparison.Ordinal)))
        {
            return false;
        }

        if (record.Cells.Count != Columns.Length && Refuse("TSV004", Ragged(record.Cells.Count), PlaceOfRaggedness(record)))
        {
            return false;
        }

        if (record.Cells.FindIndex(cell => cell.Length > options.MaxSegmentLength) is >= 0 and var longest)
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"A cell has more than {options.MaxSegmentLength} characters; the line is skipped.");
            Report("TSV005", message, DiagnosticSeverity.Error, record.Places[longest].Start);
            return false;
        }

        return true;
    }

    private string Ragged(int cells) => string.Create(
        CultureInfo.InvariantCulture,
        $"The line has {cells} cell{(cells == 1 ? "" : "s")}, not {Columns.Length}. Write one for each column, an empty one where there is no text; cells are parted by {NameOf(_records!.Delimiter)}, and one that holds that is quoted.");

    private static string NameOf(char delimiter) => delimiter switch { '\t' => "tabs", ',' => "commas", ';' => "semicolons", _ => $"'{delimiter}'" };

    /// <summary>The first cell too many, or the end of a line that has too few.</summary>
    private int PlaceOfRaggedness(RecordReader record) =>
        record.Cells.Count > Columns.Length ? record.Places[Columns.Length].Start : record.Record.Length;

    /// <summary>Reports what breaks a rule; true where the line is to be skipped for it.</summary>
    private bool Refuse(string code, string message, int offset)
    {
        Report(code, message, options.Lenient ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, offset);
        return !options.Lenient;
    }

    /// <summary>Reports at the line of this step.</summary>
    public void Report(string code, string message, DiagnosticSeverity severity) =>
        diagnostics.Add(new Diagnostic(code, severity, message, file, _records!.Line));

    /// <summary>Reports at a character of this step's record.</summary>
    private void Report(string code, string message, DiagnosticSeverity severity, int offset)
    {
        var before = _records!.Record.AsSpan(0, Math.Max(offset, 0));
        diagnostics.Add(new Diagnostic(code, severity, message, file, _records.Line + before.Count('\n'), before.Length - before.LastIndexOf('\n')));
    }
}
