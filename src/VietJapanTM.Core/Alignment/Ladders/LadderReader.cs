using System.Collections.Immutable;
using System.Globalization;
using VietJapanTM.Errors;

namespace VietJapanTM.Alignment.Ladders;

/// <summary>
/// Reads ladders of two or more columns, with or without confidences, with or without spaces. Lines may stand in any order;
/// some programs put what has no counterpart at the end. A line that is malformed, skips a segment, repeats one of an earlier
/// line or has another number of columns than the first becomes a diagnostic and is left out.
/// </summary>
public static class LadderReader
{
    /// <summary>Stable code of every diagnostic of a ladder.</summary>
    public const string MalformedCode = "LAD001";

    /// <summary>Reads to the end; blank lines are skipped.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="file">What to call it in diagnostics, or null.</param>
    public static LadderFile Read(TextReader reader, string? file = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var rows = ImmutableArray.CreateBuilder<LadderRow>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var seen = new List<HashSet<int>>();
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var column = 0;
            if (TryReadRow(line, seen, ref column, out var row, out var problem))
            {
                rows.Add(row);
            }
            else
            {
                diagnostics.Add(new Diagnostic(MalformedCode, DiagnosticSeverity.Error, problem, file, number, column + 1));
            }
        }

        return new LadderFile(rows.ToImmutable(), diagnostics.ToImmutable());
    }

    private static bool TryReadRow(string line, List<HashSet<int>> seen, ref int at, out LadderRow row, out string problem)
    {
        row = null!;
        problem = "";
        var spans = ImmutableArray.CreateBuilder<SegmentSpan>();
        double? confidence = null;
        while (true)
        {
            SkipSpaces(line, ref at);
            if (at < line.Length && line[at] == '[')
            {
                if (!TryReadSpan(line, ref at, out var span, out problem))
                {
                    return false;
                }

                spans.Add(span);
            }
            else if (spans.Count >= 2 && TryReadConfidence(line, ref at, out var value))
            {
                confidence = value;
            }
            else
            {
                problem = "Expected a list such as [0] or [1,2], or after two of them a confidence from 0 to 1.";
                return false;
            }

            SkipSpaces(line, ref at);
            if (at == line.Length)
            {
                break;
            }

            if (confidence is not null || line[at] != ':')
            {
                problem = "Expected ':' or the end of the line.";
                return false;
            }

            at++;
        }

        if (!Register(spans, seen, out problem))
        {
            at = 0;
            return false;
        }

        row = new LadderRow(spans.ToImmutable(), confidence);
        return true;
    }

    /// <summary>Remembers the segments of a line; false where the columns or the segments do not fit the lines before.</summary>
    private static bool Register(ImmutableArray<SegmentSpan>.Builder spans, List<HashSet<int>> seen, out string problem)
    {
        problem = spans.Count < 2 ? "Expected at least two columns." : "";
        if (seen.Count > 0 && seen.Count != spans.Count)
        {
            problem = $"Expected {seen.Count} columns as in the first line.";
        }

        for (var column = 0; problem.Length == 0 && column < spans.Count; column++)
        {
            var repeated = Enumerable.Range(spans[column].Start, spans[column].Count)
                .FirstOrDefault(index => column < seen.Count && seen[column].Contains(index), -1);
            problem = repeated >= 0 ? $"Segment {repeated} of column {column + 1} stands in an earlier line." : "";
        }

        for (var column = 0; problem.Length == 0 && column < spans.Count; column++)
        {
            if (column == seen.Count)
            {
                seen.Add([]);
            }

            seen[column].UnionWith(Enumerable.Range(spans[column].Start, spans[column].Count));
        }

        return problem.Length == 0;
    }

    private static bool TryReadSpan(string line, ref int at, out SegmentSpan span, out string problem)
    {
        span = default;
        problem = "";
        int first = 0, count = 0;
        at++;
        while (true)
        {
            SkipSpaces(line, ref at);
            if (count == 0 && at < line.Length && line[at] == ']')
            {
                break;
            }

            var start = at;
            while (at < line.Length && char.IsAsciiDigit(line[at]))
            {
                at++;
            }

            if (!int.TryParse(line.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                problem = "Expected the index of a segment, such as 0.";
                return false;
            }

            first = count == 0 ? index : first;
            if (index != first + count)
            {
                at = start;
                problem = $"Segment {index} is out of order; segment {first + count} comes next.";
                return false;
            }

            count++;
            SkipSpaces(line, ref at);
            if (at < line.Length && line[at] == ',')
            {
                at++;
            }
            else if (at < line.Length && line[at] == ']')
            {
                break;
            }
            else
            {
                problem = "Expected ',' or ']'.";
                return false;
            }
        }

        at++;
        span = new SegmentSpan(first, count);
        return true;
    }

    private static bool TryReadConfidence(string line, ref int at, out double value)
    {
        var start = at;
        while (at < line.Length && (char.IsAsciiDigit(line[at]) || line[at] == '.'))
        {
            at++;
        }

        return double.TryParse(line.AsSpan(start, at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            && value is >= 0 and <= 1;
    }

    private static void SkipSpaces(string line, ref int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t')
        {
            at++;
        }
    }
}
