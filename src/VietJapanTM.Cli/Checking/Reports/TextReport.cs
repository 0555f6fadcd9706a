using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Checking.Reports;

/// <summary>A report for people: a line that editors recognise for each finding, the words around it with the fault underlined, a summary.</summary>
internal static class TextReport
{
    /// <summary>Writes. Nothing where nothing was checked: a summary without errors would read as success.</summary>
    public static void Write(CheckReport report, TextWriter output)
    {
        if (report.Segments == 0)
        {
            return;
        }

        foreach (var placed in report.Counting)
        {
            var finding = placed.Finding;
            output.WriteLine($"{placed.File}:{placed.Line}:{placed.Column}: {SeverityWord.Of(finding.Severity)} {finding.Rule}: {OneLine.Of(finding.Message)}");
            var (line, marks) = Excerpt.Of(placed.Text, finding.Span.StartUtf16, finding.Span.EndUtf16).Underlined();
            output.WriteLine($"    {line}");
            output.WriteLine($"    {marks}");
        }

        var problems = report.Problems.Count(p => p.Severity > DiagnosticSeverity.Information);
        output.WriteLine(
            $"{Count.Of(report.Segments, "segment")} in {Count.Of(report.Files.Count(f => !f.IsPassedOver), "file")}: {Count.Of(report.Count(Wire.Finding.Types.Severity.Error), "error")}, "
            + $"{Count.Of(report.Count(Wire.Finding.Types.Severity.Warning), "warning")}{Hidden(report)}"
            + $"{(problems > 0 ? $"; {Count.Of(problems, "problem")} of the files themselves" : "")}.");
    }

    private static string Hidden(CheckReport report)
    {
        var suppressed = report.Findings.Count(f => f.Suppression is not null);
        var known = report.Findings.Count(f => f.Suppression is null && f.Baseline == BaselineState.Unchanged);
        return (suppressed > 0 ? $"; {suppressed} suppressed" : "") + (known > 0 ? $"; {known} in the baseline" : "");
    }
}
