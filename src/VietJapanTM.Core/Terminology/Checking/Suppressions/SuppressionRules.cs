using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Checking.Suppressions;

/// <summary>The rules about suppressions themselves. Whoever reads the comments of a file applies them.</summary>
public static class SuppressionRules
{
    /// <summary>VJT012.</summary>
    public static CheckRule WithoutReason { get; } = new(
        "VJT012",
        "Suppression without a reason",
        "A comment suppresses a rule and does not say why. It has no effect until a reason stands behind two hyphens.",
        RuleExample.Text(LanguageTag.English, "vjtm-disable VJT001"),
        RuleExample.Text(LanguageTag.English, "vjtm-disable VJT001 -- quoted from the treaty of 1973"),
        FindingSeverity.Warning);

    /// <summary>VJT013.</summary>
    public static CheckRule OfNothing { get; } = new(
        "VJT013",
        "Suppression of nothing",
        "A comment suppresses a rule that finds nothing in its segment, or names no rule or one that does not exist. It would hide a later fault.",
        RuleExample.Text(LanguageTag.English, "vjtm-disable VJT999 -- no such rule"),
        RuleExample.Text(LanguageTag.English, "vjtm-disable VJT001 -- quoted from the treaty of 1973"),
        FindingSeverity.Warning);
}
