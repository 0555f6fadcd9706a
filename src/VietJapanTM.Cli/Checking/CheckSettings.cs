using System.Collections.Immutable;
using VietJapanTM.Model;
using ApprovalState = VietJapanTM.V1Alpha1.Concept.Types.ApprovalState;
using Severity = VietJapanTM.V1Alpha1.Finding.Types.Severity;

namespace VietJapanTM.Cli.Checking;

/// <summary>What a check of some files goes by: the command line first, then the configuration. Immutable.</summary>
internal sealed record CheckSettings
{
    /// <summary>The source language.</summary>
    public required LanguageTag Source { get; init; }

    /// <summary>The target languages.</summary>
    public required IReadOnlyList<LanguageTag> Targets { get; init; }

    /// <summary>Weights by rule where they differ from the default; unspecified is off.</summary>
    public ImmutableSortedDictionary<string, Severity> Severities { get; init; } = ImmutableSortedDictionary<string, Severity>.Empty;

    /// <summary>The approval states of the entries that count; none means approved alone.</summary>
    public ImmutableArray<ApprovalState> Approval { get; init; } = [];

    /// <summary>Report only what changed since this revision of git, or null.</summary>
    public string? ChangedSince { get; init; }
}
