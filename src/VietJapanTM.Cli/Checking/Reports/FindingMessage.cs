namespace VietJapanTM.Cli.Checking.Reports;

/// <summary>What a finding says where a report has one line for it.</summary>
internal static class FindingMessage
{
    /// <summary>The finding's message, and where to look beside its own place, unless that is the same segment of the same file.</summary>
    public static string Of(PlacedFinding placed) => placed.Related is { } related && !(placed.IsLack && related.Place.File == placed.File)
        ? $"{placed.Finding.Message} See {related.What}, {related.Place.File}:{related.Place.Line}:{related.Place.Column}."
        : placed.Finding.Message;
}
