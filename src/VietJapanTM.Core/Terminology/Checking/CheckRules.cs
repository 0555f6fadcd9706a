using System.Collections.Immutable;
using VietJapanTM.Terminology.Checking.Characters;
using VietJapanTM.Terminology.Checking.Documents;
using VietJapanTM.Terminology.Checking.Languages;
using VietJapanTM.Terminology.Checking.Names;
using VietJapanTM.Terminology.Checking.Numbers;
using VietJapanTM.Terminology.Checking.Suppressions;

namespace VietJapanTM.Terminology.Checking;

/// <summary>The catalogue of the rules.</summary>
public static class CheckRules
{
    static CheckRules() => All =
    [
        .. Checks.Select(c => c.Rule)
            .Concat(DocumentChecks.Select(c => c.Rule))
            .Append(SuppressionRules.WithoutReason)
            .Append(SuppressionRules.OfNothing)
            .OrderBy(r => r.Id, StringComparer.Ordinal),
    ];

    /// <summary>All rules, by id.</summary>
    public static ImmutableArray<CheckRule> All { get; }

    /// <summary>The rules that look at one segment.</summary>
    internal static ImmutableArray<ICheck> Checks { get; } =
    [
        new ForbiddenTerm(), new MissingEquivalent(), new ForbiddenTermInSource(), new TermDrift(), new NumberMismatch(), new NameMismatch(),
        new NameForm(), new Untranslated(), new HiddenCharacters(),
    ];

    /// <summary>The rules that compare segments with one another.</summary>
    internal static ImmutableArray<IDocumentCheck> DocumentChecks { get; } = [new InconsistentTranslation(), new AcronymBeforeFullForm()];

    /// <summary>The rule that takes a name from <see cref="MissingEquivalent"/>.</summary>
    internal static CheckRule NameForm { get; } = Checks.OfType<NameForm>().Single().Rule;

    /// <summary>Rules that compare segments with one another.</summary>
    public static ImmutableArray<CheckRule> Comparing => [.. DocumentChecks.Select(c => c.Rule)];

    /// <summary>The rule of that id in any case, or null.</summary>
    public static CheckRule? Find(string id) => All.FirstOrDefault(r => r.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
