namespace VietJapanTM.Text.Segmentation;

/// <summary>An SRX file after reading.</summary>
/// <param name="Cascade">Do all language maps that match apply, or the first alone?</param>
/// <param name="Rules">Rule sets by their name.</param>
/// <param name="Maps">Language maps, in order of the file; each names a rule set that exists.</param>
internal sealed record SrxDocument(
    bool Cascade,
    IReadOnlyDictionary<string, IReadOnlyList<SegmentationRule>> Rules,
    IReadOnlyList<LanguageMap> Maps);

/// <summary>An SRX <c>languagemap</c>.</summary>
/// <param name="Pattern">Regular expression that a whole language tag must match, without regard to case.</param>
/// <param name="RuleName">The rule set.</param>
internal readonly record struct LanguageMap(string Pattern, string RuleName);
