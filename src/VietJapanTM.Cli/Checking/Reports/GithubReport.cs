using System.Globalization;
using VietJapanTM.Cli.Output;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Cli.Checking.Reports;

/// <summary>
/// Workflow commands that GitHub Actions shows as annotations beside the changed lines. In a message a percent sign and line ends
/// are escaped, in a property also a colon and a comma.
/// </summary>
internal static class GithubReport
{
    /// <summary>Writes.</summary>
    public static void Write(CheckReport report, TextWriter output)
    {
        foreach (var problem in report.Problems)
        {
            var place = problem.File is { } file ? $" file={Property(ReportPath.Of(file).Path)}" : "";
            place += problem.Line > 0 ? Number(",line=", problem.Line) : "";
            place += problem.Column > 0 ? Number(",col=", problem.Column) : "";
            Write(output, SeverityWord.Of(problem.Severity, "notice"), place + (place.Length > 0 ? "," : " "), problem.Code, problem.Message);
        }

        foreach (var placed in report.Counting)
        {
            var words = placed.Place;

            // GitHub shows columns only for a place within one line.
            var columns = words.Line == words.EndLine ? Number(",col=", words.Column) + Number(",endColumn=", words.EndColumn) : "";
            var place = $" file={Property(ReportPath.Of(placed.File).Path)}{Number(",line=", words.Line)}{Number(",endLine=", words.EndLine)}{columns},";
            var rule = placed.Finding.Rule;
            var title = CheckRules.Find(rule) is { } known ? $"{rule} {known.Title}" : rule;
            Write(output, SeverityWord.Of(placed.Finding.Severity, "notice"), place, title, FindingMessage.Of(placed));
        }
    }

    private static void Write(TextWriter output, string command, string place, string title, string message) =>
        output.WriteLine($"::{command}{place}title={Property(title)}::{Data(OneLine.Of(message))}");

    private static string Number(string name, int value) => string.Create(CultureInfo.InvariantCulture, $"{name}{value}");

    private static string Property(string value) => Data(value).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string Data(string value) => value
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);
}
