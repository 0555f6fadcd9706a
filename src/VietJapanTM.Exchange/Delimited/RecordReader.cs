using System.Text;
using VietJapanTM.Exchange.Decoding;

namespace VietJapanTM.Exchange.Delimited;

/// <summary>
/// Reads records of delimited cells (RFC 4180 with a delimiter of choice): a cell that begins with a quotation mark runs to the
/// closing one, which a delimiter or the end of the line follows; within it a mark is doubled and lines may break. Elsewhere a
/// mark is content. Not thread-safe.
/// </summary>
internal sealed class RecordReader(LineReader lines, char delimiter, int maxCellLength)
{
    /// <summary>A cell may run over this many lines.</summary>
    private const int MaxLines = 100;

    private readonly Queue<string> _returned = new();
    private char _delimiter = delimiter;
    private int _line;

    /// <summary>What parts the cells.</summary>
    public char Delimiter => _delimiter;

    /// <summary>1-based line at which the record begins.</summary>
    public int Line { get; private set; }

    /// <summary>The cells of the record that was read last.</summary>
    public List<string> Cells { get; } = [];

    /// <summary>Where each cell stands in <see cref="Record"/>, without its quotation marks and guard.</summary>
    public List<CellPlace> Places { get; } = [];

    /// <summary>The record as it stands in the file, without the end of its last line.</summary>
    public string Record { get; private set; } = "";

    /// <summary>False where a quotation mark in the record is not closed, or something follows the closing one; the cells are then as they stand.</summary>
    public bool IsWellQuoted { get; private set; }

    /// <summary>Reads the next record; false behind the last.</summary>
    public bool Read()
    {
        if (NextLine() is not { } first)
        {
            return false;
        }

        Line = _line;
        IsWellQuoted = true;
        if (first.Contains('"', StringComparison.Ordinal))
        {
            ReadQuoted(first);
        }
        else
        {
            SplitLiterally(first);
        }

        return true;
    }

    /// <summary>The cells of the record as another delimiter would part them; null where it has marks of quotation.</summary>
    public List<string>? PartedBy(char other) => Record.Contains('"', StringComparison.Ordinal) ? null : [.. Record.Split(other)];

    /// <summary>Parts this record, which has no marks of quotation, and all that follow by another delimiter.</summary>
    public void PartBy(char other)
    {
        _delimiter = other;
        SplitLiterally(Record);
    }

    private void ReadQuoted(string first)
    {
        var record = new StringBuilder(first);
        var taken = new List<string>();
        var outcome = Split(LineReader.WithoutReturn(first));
        while (outcome == Outcome.Open && taken.Count < MaxLines && record.Length - first.Length <= maxCellLength && NextLine() is { } more)
        {
            taken.Add(more);
            record.Append('\n').Append(more);

            // A doubled mark never spans two lines, so that a line without a closing mark leaves the cell open.
            if (ClosingMark(more, 0) >= 0)
            {
                outcome = Split(LineReader.WithoutReturn(record.ToString()));
            }
        }

        if (outcome == Outcome.Whole)
        {
            return;
        }

        // A mark that never closes must not swallow the lines behind it.
        Return(taken);
        IsWellQuoted = false;
        SplitLiterally(first);
    }

    private void SplitLiterally(string line)
    {
        Begin(LineReader.WithoutReturn(line));
        var start = 0;
        foreach (var cell in Record.Split(_delimiter))
        {
            Add(cell, new CellPlace(start, cell.Length, false));
            start += cell.Length + 1;
        }
    }

    private Outcome Split(string record)
    {
        Begin(record);
        var start = 0;
        while (true)
        {
            if (start < record.Length && record[start] == '"')
            {
                var end = ClosingMark(record, start + 1);
                if (end < 0)
                {
                    return Outcome.Open;
                }

                if (end + 1 < record.Length && record[end + 1] != _delimiter)
                {
                    return Outcome.Broken;
                }

                var cell = record[(start + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal);
                var bare = CellGuard.Remove(cell);
                var guard = cell.Length - bare.Length;
                Add(bare, new CellPlace(start + 1 + guard, end - start - 1 - guard, true));
                start = end + 1;
            }
            else
            {
                var end = record.IndexOf(_delimiter, start);
                end = end < 0 ? record.Length : end;
                Add(record[start..end], new CellPlace(start, end - start, false));
                start = end;
            }

            if (start == record.Length)
            {
                return Outcome.Whole;
            }

            start++;
        }
    }

    private void Begin(string record)
    {
        Record = record;
        Cells.Clear();
        Places.Clear();
    }

    private void Add(string cell, CellPlace place)
    {
        Cells.Add(cell);
        Places.Add(place);
    }

    private static int ClosingMark(string record, int from)
    {
        for (var i = record.IndexOf('"', from); i >= 0; i = record.IndexOf('"', i + 2))
        {
            if (i + 1 >= record.Length || record[i + 1] != '"')
            {
                return i;
            }

            if (i + 2 >= record.Length)
            {
                return -1;
            }
        }

        return -1;
    }

    private string? NextLine()
    {
        var line = _returned.Count > 0 ? _returned.Dequeue() : lines.ReadToLineFeed();
        if (line is not null)
        {
            _line++;
        }

        return line;
    }

    private void Return(List<string> taken)
    {
        _line -= taken.Count;
        var behind = _returned.ToArray();
        _returned.Clear();
        foreach (var line in taken.Concat(behind))
        {
            _returned.Enqueue(line);
        }
    }

    private enum Outcome
    {
        Whole,
        Open,
        Broken,
    }
}
