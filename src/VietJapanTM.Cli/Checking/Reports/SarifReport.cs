using System.Reflection;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Cli.Checking.Reports;

/// <summary>
/// SARIF 2.1.0 (OASIS), for code-scanning services and editors: all findings, suppressed and known ones too, with the rules, stable
/// fingerprints, fixes and suppressions. Files below the working folder are named relative to <c>%SRCROOT%</c>.
/// </summary>
internal static class SarifReport
{
    /// <summary>The base against which relative places are read.</summary>
    public const string Root = "%SRCROOT%";

    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>Writes.</summary>
    public static void Write(CheckReport report, TextWriter output) => output.WriteLine(Json.ToText(new Dictionary<string, object>
    {
        ["$schema"] = Schema,
        ["version"] = "2.1.0",
        ["runs"] = new[] { Run(report) },
    }));

    private static object Run(CheckReport report) => new
    {
        tool = new { driver = Driver() },
        invocations = new[]
        {
            new
            {
                executionSuccessful = !report.CouldNotRun,
                toolExecutionNotifications = report.Problems.Select(Notification),
            },
        },
        originalUriBaseIds = new Dictionary<string, object>
        {
            [Root] = new { description = new { text = "The folder in which vjtm ran." } },
        },
        columnKind = "utf16CodeUnits",
        newlineSequences = (string[])["\r\n", "\n", "\r"],
        results = report.Findings.Select(SarifResult.Of),
    };

    private static object Driver() => new
    {
        name = "vjtm",
        semanticVersion = Version,
        rules = CheckRules.All.Select(Rule),
    };

    private static string Version
    {
        get
        {
            var version = typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
            return version.Split('+')[0];
        }
    }

    private static object Rule(CheckRule rule) => new
    {
        id = rule.Id,
        name = NameOf(rule.Title),
        shortDescription = new { text = rule.Title + "." },
        fullDescription = new { text = rule.Explanation },
        help = new { text = $"{rule.Explanation}\n\nFails: {rule.FailingExample}\nMended: {rule.MendedExample}" },
        defaultConfiguration = new { enabled = rule.DefaultSeverity != FindingSeverity.Off, level = LevelOf(rule.DefaultSeverity) },
    };

    /// <summary>The title as one word, as the standard wants names of rules.</summary>
    private static string NameOf(string title) => string.Concat(title
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit)))
        .Where(word => word.Length > 0)
        .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string LevelOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "error",
        FindingSeverity.Warning => "warning",
        FindingSeverity.Information => "note",
        _ => "none",
    };

    private static object Notification(Diagnostic problem) => new
    {
        descriptor = new { id = problem.Code },
        level = SeverityWord.Of(problem.Severity, "note"),
        message = new { text = problem.Message },
        locations = problem.File is { } file
            ? new[] { SarifResult.Location(file, problem.Line > 0 ? SarifResult.Region(problem.Line, problem.Column) : null) }
            : null,
    };
}
