using VietJapanTM.Errors;

namespace VietJapanTM.Cli.Checking.Reports;

/// <summary>A form in which a check reports.</summary>
/// <param name="Name">What <c>--format</c> calls it.</param>
/// <param name="HasProblems">True where the report is the place in which its readers look for problems of the files; else they stand on standard error.</param>
/// <param name="Write">Writes a report.</param>
internal sealed record ReportFormat(string Name, bool HasProblems, Action<CheckReport, TextWriter> Write)
{
    /// <summary>All formats, the default first.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("text", false, TextReport.Write),
        new("json", false, JsonReport.Write),
        new("sarif", false, SarifReport.Write),
        new("junit", false, JunitReport.Write),
        new("github", true, GithubReport.Write),
        new("msbuild", true, MsbuildReport.Write),
    ];

    /// <summary>The format of that name.</summary>
    /// <exception cref="DomainException">There is none.</exception>
    public static ReportFormat Of(string name) => All.FirstOrDefault(f => f.Name == name)
        ?? throw new DomainException(ErrorCode.ArgumentInvalid, $"There is no format '{name}'; there are {string.Join(", ", All.Select(f => f.Name))}.");
}
