using System.Collections.Immutable;

namespace VietJapanTM.Terminology.Checking;

/// <summary>The catalogue of the rules.</summary>
public static class CheckRules
{
    /// <summary>All rules by id.</summary>
    public static ImmutableArray<CheckRule> All => [.. Checks.Select(c => c.Rule)];

    /// <summary>The rules at work, in the order of their ids.</summary>
    internal static ImmutableArray<ICheck> Checks { get; } =
        [new ForbiddenTerm(), new MissingEquivalent(), new ForbiddenTermInSource(), new TermDrift()];

    /// <summary>The rule of that id in any case, or null.</summary>
    public static CheckRule? Find(string id) => All.FirstOrDefault(r => r.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
