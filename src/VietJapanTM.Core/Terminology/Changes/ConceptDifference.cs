using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Changes;

/// <summary>What became of a concept between two states of a glossary.</summary>
/// <param name="Id">The concept.</param>
/// <param name="Before">Its version in the older state, or null where it was not there.</param>
/// <param name="After">Its version in the newer state, or null where it is gone.</param>
public sealed record ConceptDifference(string Id, Concept? Before, Concept? After)
{
    /// <summary>The fields that differ, in the order in which people read a concept.</summary>
    public ImmutableArray<FieldChange> Fields => Compare(Before, After);

    /// <summary>The fields in which two versions differ; either may be null.</summary>
    public static ImmutableArray<FieldChange> Compare(Concept? before, Concept? after)
    {
        var (old, now) = (ConceptFields.Of(before), ConceptFields.Of(after));
        var oldValues = old.ToDictionary(field => field.Path, field => field.Value, StringComparer.Ordinal);
        var nowPaths = now.Select(field => field.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. now.Select(field => new FieldChange(field.Path, oldValues.GetValueOrDefault(field.Path, ""), field.Value))
                .Where(change => !string.Equals(change.Before, change.After, StringComparison.Ordinal)),
            .. old.Where(field => !nowPaths.Contains(field.Path)).Select(field => new FieldChange(field.Path, field.Value, "")),
        ];
    }

    /// <summary>What differs between two states of a glossary, in order of id. A difference of the order of fields alone is none.</summary>
    public static ImmutableArray<ConceptDifference> Between(IEnumerable<Concept> before, IEnumerable<Concept> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var old = before.ToDictionary(concept => concept.Id, StringComparer.Ordinal);
        var now = after.ToDictionary(concept => concept.Id, StringComparer.Ordinal);
        return
        [
            .. old.Keys.Union(now.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(id => new ConceptDifference(id, old.GetValueOrDefault(id), now.GetValueOrDefault(id)))
                .Where(difference => difference.Before is null || difference.After is null || !difference.Fields.IsEmpty),
        ];
    }
}
