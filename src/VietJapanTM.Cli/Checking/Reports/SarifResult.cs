using System.Globalization;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Cli.Checking.Reports;

/// <summary>A finding as a <c>result</c> of SARIF.</summary>
internal static class SarifResult
{
    private static readonly string FingerprintName = string.Create(CultureInfo.InvariantCulture, $"vjtm/v{FindingFingerprint.Version}");

    /// <summary>A value that becomes the JSON object.</summary>
    public static object Of(PlacedFinding placed) => new
    {
        ruleId = placed.Finding.Rule,
        ruleIndex = CheckRules.All.ToList().FindIndex(rule => rule.Id == placed.Finding.Rule) is var index and >= 0 ? index : (int?)null,
        level = SeverityWord.Of(placed.Finding.Severity, "note"),
        message = new { text = placed.Finding.Message },
        locations = new[]
        {
            Location(placed.File, Region(placed.Place), placed.Segment),
        },
        relatedLocations = placed.Related is { } related ? new[] { Location(related.Place.File, Region(related.Place), message: related.What) } : null,
        partialFingerprints = placed.Fingerprint is { } fingerprint ? new Dictionary<string, string> { [FingerprintName] = fingerprint } : null,
        baselineState = Baseline(placed.Baseline),
        suppressions = placed.Suppression is { } suppression
            ? new[] { new { kind = suppression.InSource ? "inSource" : "external", justification = suppression.Reason } }
            : [],
        fixes = placed.Edits.IsEmpty ? null : new[] { Fix(placed) },
        properties = new
        {
            concept = placed.Finding.Concept,
            term = placed.Finding.Term,
            replacements = placed.Finding.Fixes,
            expectedTerms = placed.Finding.ExpectedTerms,
            targetLanguage = placed.TargetLanguage.Length > 0 ? placed.TargetLanguage : null,
        },
    };

    /// <summary>A place in a file.</summary>
    public static object Location(string file, object? region, string segment = "", string? message = null) => new
    {
        message = message is null ? null : new { text = message },
        physicalLocation = new { artifactLocation = Artifact(file), region },
        logicalLocations = segment.Length > 0 ? new[] { new { fullyQualifiedName = segment, kind = "resource" } } : null,
    };

    /// <summary>A place of which only the beginning is known.</summary>
    public static object Region(int line, int column) => new { startLine = line, startColumn = column > 0 ? column : (int?)null };

    /// <summary>The words as the file has them; left out where markup or escapes stand among them.</summary>
    private static object? Snippet(TextPlace place) =>
        place.Line == place.EndLine && place.EndColumn - place.Column == place.Words.Length ? new { text = place.Words } : null;

    private static object Region(TextPlace place) => new
    {
        startLine = place.Line,
        startColumn = place.Column,
        endLine = place.EndLine,
        endColumn = place.EndColumn,
        snippet = Snippet(place),
    };

    private static object Artifact(string file)
    {
        var path = ReportPath.Of(file);
        return new { uri = path.Uri, uriBaseId = path.IsRelative ? SarifReport.Root : null };
    }

    private static object Fix(PlacedFinding placed) => new
    {
        description = new { text = "Write " + string.Join(", ", placed.Edits.Select(e => $"\"{e.New}\"")) + "." },
        artifactChanges = new[]
        {
            new { artifactLocation = Artifact(placed.File), replacements = placed.Edits.Select(Replacement) },
        },
    };

    private static object Replacement(TextEdit edit) => new
    {
        deletedRegion = new { startLine = edit.Line, startColumn = edit.Column, endLine = edit.Line, endColumn = edit.EndColumn },
        insertedContent = new { text = edit.New },
    };

    private static string? Baseline(BaselineState state) => state switch
    {
        BaselineState.New => "new",
        BaselineState.Unchanged => "unchanged",
        BaselineState.Absent => "absent",
        _ => null,
    };
}
