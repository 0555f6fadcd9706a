using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Changes;

/// <summary>What the import of a glossary does to the one that is there. Immutable.</summary>
public sealed class GlossaryMerge
{
    private GlossaryMerge(ImmutableArray<ConceptDifference> changes, int kept)
    {
        Changes = changes;
        Kept = kept;
    }

    /// <summary>The concepts that the import makes, changes and deletes, in order of id.</summary>
    public ImmutableArray<ConceptDifference> Changes { get; }

    /// <summary>Concepts that the files do not hold and that stay.</summary>
    public int Kept { get; }

    /// <summary>Plans an import.</summary>
    /// <param name="present">The glossary that is there.</param>
    /// <param name="imported">The concepts of the files.</param>
    /// <param name="prune">
    /// Delete approved concepts that the files do not hold? What was proposed, rejected or retired stays: files need not know of it.
    /// </param>
    public static GlossaryMerge Plan(IReadOnlyCollection<Concept> present, IReadOnlyCollection<Concept> imported, bool prune)
    {
        var left = Left(present, imported, prune);
        return new GlossaryMerge(ConceptDifference.Between(present, [.. imported, .. left]), left.Count);
    }

    /// <summary>The concepts of the glossary that the files do not hold and that stay. The parameters are those of <see cref="Plan"/>.</summary>
    public static IReadOnlyCollection<Concept> Left(IReadOnlyCollection<Concept> present, IReadOnlyCollection<Concept> imported, bool prune)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(imported);
        var ids = imported.Select(concept => concept.Id).ToHashSet(StringComparer.Ordinal);
        return [.. present.Where(concept => !ids.Contains(concept.Id) && (!prune || concept.Approval != ApprovalState.Approved))];
    }
}
