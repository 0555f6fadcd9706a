using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Matching.Filtering;

/// <summary>
/// What a match must be, beside similar. Every field that says something must hold; the default value lets everything through. Status,
/// author and time are those of the translation, or of the source where a unit has no translation. Filters apply before the limit
/// on results, so that a filtered look-up finds all that it should. Immutable and thread-safe.
/// </summary>
public sealed record MatchFilter
{
    /// <summary>Lets everything through.</summary>
    public static MatchFilter None { get; } = new();

    /// <summary>Ids of documents, of which the unit must come from one; empty for any or none.</summary>
    public ImmutableArray<string> Documents { get; init; } = [];

    /// <summary>The statuses that are wanted; empty for any. A rejected translation is never offered, wanted or not.</summary>
    public ImmutableArray<VariantStatus> Statuses { get; init; } = [];

    /// <summary>The authors who are wanted, to the letter; empty for any.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Earliest time of the last change; null for any.</summary>
    public DateTimeOffset? ChangedFrom { get; init; }

    /// <summary>The time before which the last change must lie; null for any.</summary>
    public DateTimeOffset? ChangedBefore { get; init; }

    /// <summary>Attributes that the unit must have with these values, to the letter; empty for any.</summary>
    public ImmutableSortedDictionary<string, string> Attributes { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Is a pair kept out?</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="offered">The translation, or the source where there is none.</param>
    public bool Excludes(TranslationUnit unit, Variant offered)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(offered);
        return !ReferenceEquals(this, None) && Exclusions(unit, offered).Any();
    }

    /// <summary>The fields that keep a pair out; none where it may pass.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="offered">The translation, or the source where there is none.</param>
    public IEnumerable<FilterField> Exclusions(TranslationUnit unit, Variant offered)
    {
        if (!Documents.IsEmpty && (unit.DocumentId is null || !Documents.Contains(unit.DocumentId, StringComparer.Ordinal)))
        {
            yield return FilterField.Document;
        }

        if (!Statuses.IsEmpty && !Statuses.Contains(offered.Status))
        {
            yield return FilterField.Status;
        }

        if (!Authors.IsEmpty && !Authors.Contains(offered.Author, StringComparer.Ordinal))
        {
            yield return FilterField.Author;
        }

        if (!IsInTime(offered))
        {
            yield return FilterField.Time;
        }

        if (!HasAttributes(unit))
        {
            yield return FilterField.Attribute;
        }
    }

    private bool IsInTime(Variant offered)
    {
        if (ChangedFrom is null && ChangedBefore is null)
        {
            return true;
        }

        // A time that nobody knows lies in no range.
        return (offered.UpdateTime ?? offered.CreateTime) is { } changed
            && (ChangedFrom is null || changed >= ChangedFrom)
            && (ChangedBefore is null || changed < ChangedBefore);
    }

    private bool HasAttributes(TranslationUnit unit)
    {
        foreach (var (name, value) in Attributes)
        {
            if (!unit.Attributes.TryGetValue(name, out var stored) || !string.Equals(stored, value, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>The fields of a <see cref="MatchFilter"/>.</summary>
public enum FilterField
{
    /// <summary>The document that the unit comes from.</summary>
    Document,

    /// <summary>How far the translation has been checked.</summary>
    Status,

    /// <summary>Who wrote it.</summary>
    Author,

    /// <summary>When it was last changed.</summary>
    Time,

    /// <summary>A free property of the unit.</summary>
    Attribute,
}
