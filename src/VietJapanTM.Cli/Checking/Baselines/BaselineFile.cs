using System.Text;
using System.Text.Json;
using VietJapanTM.Cli.Checking.Reports;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using VietJapanTM.Exchange;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Checking.Baselines;

/// <summary>The findings of an earlier run, which later runs do not count. A file of JSON that belongs under version control. Immutable.</summary>
internal sealed class BaselineFile
{
    private const int Version = FindingFingerprint.Version;
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);
    private readonly IReadOnlyList<Entry> _entries;

    private BaselineFile(IReadOnlyList<Entry> entries) => _entries = entries;

    /// <summary>Reads a file.</summary>
    /// <exception cref="DomainException">FileUnreadable; FileMalformed: it is no baseline.</exception>
    public static BaselineFile Read(string path)
    {
        if (!File.Exists(path))
        {
            throw Absent(path);
        }

        try
        {
            using var stream = ExchangeFile.OpenRead(path);
            var content = JsonSerializer.Deserialize<Content>(stream, Reading);
            return content is { Version: Version, Findings: { } findings } && findings.All(f => f is { Fingerprint.Length: > 0, Rule: not null, File: not null, Message: not null })
                ? new BaselineFile(findings)
                : throw new DomainException(ErrorCode.FileMalformed, $"{path} is no baseline of version {Version}. Write it anew with --write-baseline.");
        }
        catch (JsonException e)
        {
            throw new DomainException(
                ErrorCode.FileMalformed, $"{path}:{(e.LineNumber ?? 0) + 1}: this is no baseline, because it is no JSON. Write it anew with --write-baseline.", innerException: e);
        }
    }

    /// <summary>What is said of a baseline that is not there.</summary>
    public static DomainException Absent(string path) =>
        new(ErrorCode.FileUnreadable, $"There is no baseline {path}. Make it with 'vjtm check --write-baseline --baseline {path}', or take the line out that names it.");

    /// <summary>Writes the findings that nobody suppressed.</summary>
    public static void Write(string path, CheckReport report)
    {
        var content = new Content(
            Version,
            [
                .. report.Findings
                    .Where(f => f.Suppression is null && f.Baseline != BaselineState.Absent)
                    .Select(f => new Entry(f.Fingerprint!, f.Finding.Rule, ReportPath.Of(f.File).Path, f.Place.Line, f.Place.Column, f.Finding.Message))
                    .OrderBy(e => e.File, StringComparer.Ordinal)
                    .ThenBy(e => e.Line)
                    .ThenBy(e => e.Column)
                    .ThenBy(e => e.Rule, StringComparer.Ordinal),
            ]);
        ExchangeFile.Replace(path, Encoding.UTF8.GetBytes(Json.ToText(content) + "\n"));
    }

    /// <summary>The findings of a report, each compared with this baseline, and behind them those that are gone from its files.</summary>
    public IEnumerable<PlacedFinding> Compare(CheckReport report)
    {
        var gone = _entries.GroupBy(e => e.Fingerprint, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var finding in report.Findings)
        {
            yield return finding with { Baseline = gone.Remove(finding.Fingerprint!) ? BaselineState.Unchanged : BaselineState.New };
        }

        var files = report.Files.ToDictionary(f => ReportPath.Of(f.Name).Path, f => f.Name, StringComparer.Ordinal);
        foreach (var entry in gone.Values)
        {
            if (files.TryGetValue(entry.File, out var file))
            {
                yield return Absent(entry, file);
            }
        }
    }

    private static PlacedFinding Absent(Entry entry, string file) => new()
    {
        Place = new TextPlace
        {
            File = file,
            Line = Math.Max(1, entry.Line),
            Column = Math.Max(1, entry.Column),
            EndLine = Math.Max(1, entry.Line),
            EndColumn = Math.Max(1, entry.Column),
            Text = "",
        },
        Finding = new Wire.Finding
        {
            Rule = entry.Rule,
            Severity = Wire.Finding.Types.Severity.Information,
            Message = entry.Message,
            Span = new Wire.Span(),
        },
        Fingerprint = entry.Fingerprint,
        Baseline = BaselineState.Absent,
    };

    private sealed record Content(int Version, IReadOnlyList<Entry> Findings);

    private sealed record Entry(string Fingerprint, string Rule, string File, int Line, int Column, string Message);
}
