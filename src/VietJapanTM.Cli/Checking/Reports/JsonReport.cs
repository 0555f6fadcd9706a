using VietJapanTM.Cli.Output;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Checking.Reports;

/// <summary>A report for programs: one JSON object with the findings that count, the problems of the files, and a summary.</summary>
internal static class JsonReport
{
    /// <summary>Writes.</summary>
    public static void Write(CheckReport report, TextWriter output) => output.WriteLine(Json.ToText(new
    {
        findings = report.Counting.Select(ToValue),
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
            files = report.Files.Count,
            report.Segments,
            errors = report.Count(Wire.Finding.Types.Severity.Error),
            warnings = report.Count(Wire.Finding.Types.Severity.Warning),
            information = report.Count(Wire.Finding.Types.Severity.Information),
            suppressed = report.Findings.Count(f => f.Suppression is not null),
            baseline = report.Findings.Count(f => f.Suppression is null && f.Baseline == BaselineState.Unchanged),
            problems = report.Problems.Count,
        },
    }));

    private static object ToValue(PlacedFinding placed) => new
    {
        rule = placed.Finding.Rule,
        severity = SeverityWord.Of(placed.Finding.Severity),
        placed.File,
        placed.Place.Line,
        placed.Place.Column,
        placed.Place.EndLine,
        placed.Place.EndColumn,
        message = placed.Finding.Message,
        term = placed.Finding.Term,
        concept = placed.Finding.Concept,
        fixes = placed.Finding.Fixes,
        expected = placed.Finding.ExpectedTerms,
        related = placed.Related is { Place: var other } related
            ? new { related.What, other.File, other.Line, other.Column, other.EndLine, other.EndColumn, other.Text }
            : null,
        placed.TargetLanguage,
        segment = placed.Segment,
        edits = placed.Edits,
        placed.Fingerprint,
    };
}
