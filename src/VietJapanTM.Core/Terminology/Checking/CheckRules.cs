using System.Collections.Immutable;

namespace VietJapanTM.Terminology.Checking;

/// <summary>The catalogue of the rules.</summary>
public static class CheckRules
{
    static CheckRules() => All = [.. Checks.Select(c => c.Rule), .. DocumentChecks.Select(c => c.Rule)];

    /// <summary>All rules.</summary>
    public static ImmutableArray<CheckRule> All { get; }

    /// <summary>The rules that look at one segment.</summary>
    internal static ImmutableArray<ICheck> Checks { get; } =
        [new ForbiddenTerm(), new MissingEquivalent(), new ForbiddenTermInSource(), new TermDrift()];

    /// <summary>The rules that compare segments with one another.</summary>
    internal static ImmutableArray<IDocumentCheck> DocumentChecks { get; } = [];

    /// <summary>The rule of that id in any case, or null.</summary>
    public static CheckRule? Find(string id) => All.FirstOrDefault(r => r.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
