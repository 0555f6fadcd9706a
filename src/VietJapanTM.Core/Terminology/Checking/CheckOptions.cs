using System.Collections.Immutable;

namespace VietJapanTM.Terminology.Checking;

/// <summary>How a check weighs its rules. Immutable.</summary>
public sealed record CheckOptions
{
    /// <summary>Every rule at its default severity.</summary>
    public static CheckOptions Default { get; } = new();

    /// <summary>Severities by rule id where they differ from the default; <see cref="FindingSeverity.Off"/> silences.</summary>
    public ImmutableDictionary<string, FindingSeverity> Severities { get; init; } = ImmutableDictionary<string, FindingSeverity>.Empty;

    /// <summary>The weight of a rule.</summary>
    public FindingSeverity SeverityOf(CheckRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Severities.TryGetValue(rule.Id, out var severity) ? severity : rule.DefaultSeverity;
    }
}
