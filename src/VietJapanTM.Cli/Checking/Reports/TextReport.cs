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
            output.WriteLine($"{Name(placed.Place)}: {SeverityWord.Of(finding.Severity)} {finding.Rule}: {OneLine.Of(finding.Message)}");
            Show(placed.Place, placed.Said == placed.Place, output);
            if (placed.Related is { } related)
            {
                output.WriteLine($"  {related.What}, {Name(related.Place)}:");
                Show(related.Place, placed.Said == related.Place, output);
            }
        }

        var problems = report.Problems.Count(p => p.Severity > DiagnosticSeverity.Information);
        output.WriteLine(
            $"{Count.Of(report.Segments, "segment")} in {Count.Of(report.Files.Count(f => !f.IsPassedOver), "file")}: {Count.Of(report.Count(Wire.Finding.Types.Severity.Error), "error")}, "
            + $"{Count.Of(report.Count(Wire.Finding.Types.Severity.Warning), "warning")}{Hidden(report)}"
            + $"{(problems > 0 ? $"; {Count.Of(problems, "problem")} of the files themselves" : "")}.");
    }

    private static string Name(TextPlace place) => $"{place.File}:{place.Line}:{place.Column}";

    /// <summary>The words with those around them, underlined; of a text that holds the words nowhere, the beginning.</summary>
    private static void Show(TextPlace place, bool hasWords, TextWriter output)
    {
        if (!hasWords)
        {
            output.WriteLine($"    {Excerpt.Beginning(place.Text)}");
            return;
        }

        var (line, marks) = Excerpt.Of(place.Text, place.Start, place.End).Underlined();
        output.WriteLine($"    {line}");
        output.WriteLine($"    {marks}");
    }

    private static string Hidden(CheckReport report)
    {
        var suppressed = report.Findings.Count(f => f.Suppression is not null);
        var known = report.Findings.Count(f => f.Suppression is null && f.Baseline == BaselineState.Unchanged);
        return (suppressed > 0 ? $"; {suppressed} suppressed" : "") + (known > 0 ? $"; {known} in the baseline" : "");
    }
}
