using VietJapanTM.Cli.Output;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Checking;

/// <summary>Writes the report of a check.</summary>
internal static class CheckOutput
{
    /// <summary>Characters of the text that are shown on each side of a finding.</summary>
    private const int Margin = 30;

    /// <summary>
    /// A line that editors recognise for each finding, the words around it with the fault underlined, and a summary. Nothing where
    /// nothing was checked: a summary without errors would read as success.
    /// </summary>
    public static void WriteText(CheckReport report, TextWriter output)
    {
        if (report.Segments == 0)
        {
            return;
        }

        foreach (var placed in report.Counting)
        {
            var finding = placed.Finding;
            output.WriteLine($"{placed.File}:{placed.Line}:{placed.Column}: {Word(finding.Severity)} {finding.Rule}: {finding.Message}");
            WriteExcerpt(placed.Text, finding.Span, output);
        }

        output.WriteLine(
            $"{Count.Of(report.Segments, "segment")} in {Count.Of(report.Files, "file")}: {Count.Of(report.Count(Wire.Finding.Types.Severity.Error), "error")}, "
            + $"{Count.Of(report.Count(Wire.Finding.Types.Severity.Warning), "warning")}"
            + $"{(report.Problems.Count > 0 ? $"; {Count.Of(report.Problems.Count, "problem")} of the files themselves" : "")}.");
    }

    /// <summary>One JSON object with all findings and a summary.</summary>
    public static void WriteJson(CheckReport report, TextWriter output) => output.WriteLine(Json.ToText(new
    {
        findings = report.Counting.Select(placed => new
        {
            rule = placed.Finding.Rule,
            severity = Word(placed.Finding.Severity),
            placed.File,
            placed.Line,
            placed.Column,
            placed.EndColumn,
            message = placed.Finding.Message,
            term = placed.Finding.Term,
            concept = placed.Finding.Concept,
            fixes = placed.Finding.Fixes,
            expected = placed.Finding.ExpectedTerms,
        }),
        problems = report.Problems.Select(problem => new
        {
            problem.Code,
            severity = problem.Severity.ToString().ToLowerInvariant(),
            problem.File,
            problem.Line,
            problem.Column,
            problem.Message,
        }),
        summary = new
        {
            report.Files,
            report.Segments,
            errors = report.Count(Wire.Finding.Types.Severity.Error),
            warnings = report.Count(Wire.Finding.Types.Severity.Warning),
            information = report.Count(Wire.Finding.Types.Severity.Information),
            problems = report.Problems.Count,
        },
    }));

    private static void WriteExcerpt(string text, Wire.Span span, TextWriter output)
    {
        var start = Math.Max(0, span.StartUtf16 - Margin);
        var end = Math.Min(text.Length, span.EndUtf16 + Margin);
        var before = OneLine.Of(text[start..span.StartUtf16]);
        var fault = OneLine.Of(text[span.StartUtf16..span.EndUtf16]);
        output.WriteLine($"    {before}{fault}{OneLine.Of(text[span.EndUtf16..end])}");
        output.WriteLine($"    {new string(' ', Columns(before))}{new string('^', Math.Max(1, Columns(fault)))}");
    }

    /// <summary>Columns on a terminal: ideographs, kana, full-width forms and pictographs take two, combining marks none.</summary>
    private static int Columns(string text) => text.EnumerateRunes().Sum(rune => rune.Value switch
    {
        >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
            or >= 0xFE30 and <= 0xFE4F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD => 2,
        _ => System.Text.Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark ? 0 : 1,
    });

    private static string Word(Wire.Finding.Types.Severity severity) => severity switch
    {
        Wire.Finding.Types.Severity.Error => "error",
        Wire.Finding.Types.Severity.Warning => "warning",
        _ => "info",
    };
}
