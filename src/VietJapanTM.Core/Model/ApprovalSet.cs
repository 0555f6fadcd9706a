using System.Collections.Immutable;

namespace VietJapanTM.Model;

/// <summary>
/// A set of approval states: which part of a glossary takes part in a check or a look-up. A term counts by its own state where its
/// concept is approved, and by the concept's state where it is not. The default value is the empty set. Immutable.
/// </summary>
public readonly record struct ApprovalSet
{
    private readonly int _bits;

    private ApprovalSet(int bits) => _bits = bits;

    /// <summary>Approved alone: what checks and look-ups use unless they are asked for more.</summary>
    public static ApprovalSet Approved { get; } = Of([ApprovalState.Approved]);

    /// <summary>Everything.</summary>
    public static ApprovalSet All { get; } = Of(Enum.GetValues<ApprovalState>());

    /// <summary>The set of some states.</summary>
    public static ApprovalSet Of(IEnumerable<ApprovalState> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        return new ApprovalSet(states.Aggregate(0, (bits, state) => bits | (1 << (int)state)));
    }

    /// <summary>True where the set holds the state.</summary>
    public bool Contains(ApprovalState state) => (_bits & (1 << (int)state)) != 0;

    /// <summary>The concept with the terms that take part, or null where none does. The same instance where all do.</summary>
    public Concept? Of(Concept concept)
    {
        ArgumentNullException.ThrowIfNull(concept);
        if (concept.Approval != ApprovalState.Approved)
        {
            return Contains(concept.Approval) ? concept : null;
        }

        var set = this;
        if (concept.Languages.All(section => section.Terms.All(term => set.Contains(term.Approval))))
        {
            return concept;
        }

        ImmutableArray<LanguageSection> kept =
        [
            .. concept.Languages
                .Select(section => section with { Terms = [.. section.Terms.Where(term => set.Contains(term.Approval))] })
                .Where(section => !section.Terms.IsEmpty),
        ];
        return kept.IsEmpty ? null : concept with { Languages = kept };
    }

    /// <summary>The concepts that take part, each with its terms that do.</summary>
    public IEnumerable<Concept> Of(IEnumerable<Concept> concepts)
    {
        ArgumentNullException.ThrowIfNull(concepts);
        foreach (var concept in concepts)
        {
            if (Of(concept) is { } kept)
            {
                yield return kept;
            }
        }
    }
}
