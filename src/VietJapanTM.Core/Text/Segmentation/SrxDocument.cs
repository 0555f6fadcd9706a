using VietJapanTM.Errors;

namespace VietJapanTM.Text.Segmentation;

/// <summary>An SRX file after reading.</summary>
/// <param name="Cascade">Do all language maps that match apply, or the first alone?</param>
/// <param name="Rules">Rule sets by their name.</param>
/// <param name="Maps">Language maps, in order of the file; each names a rule set that exists.</param>
/// <param name="Refused">What cannot be used, with the name of the rule set that it stands in; null for what stands in none.</param>
internal sealed record SrxDocument(
    bool Cascade,
    IReadOnlyDictionary<string, IReadOnlyList<SegmentationRule>> Rules,
    IReadOnlyList<LanguageMap> Maps,
    IReadOnlyList<(string? RuleName, Diagnostic Diagnostic)> Refused);

/// <summary>An SRX <c>languagemap</c>.</summary>
/// <param name="Pattern">Regular expression that a whole language tag must match, without regard to case.</param>
/// <param name="RuleName">The rule set.</param>
internal readonly record struct LanguageMap(string Pattern, string RuleName);
