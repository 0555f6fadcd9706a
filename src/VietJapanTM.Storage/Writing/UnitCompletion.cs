using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Storage.Writing;

/// <summary>
/// Completes a unit that is put with what only the store knows, so that whoever reads a unit and puts it back loses nothing: the document,
/// the place and neighbours of each variant, the aligner's confidences, authors and times. The rules stand in
/// <see cref="Store.ChangeOperation.PutUnit"/>.
/// </summary>
internal static class UnitCompletion
{
    /// <summary>The version to be written, but for its id.</summary>
    /// <param name="scope">The change.</param>
    /// <param name="unit">What was put.</param>
    /// <param name="live">The live version, or null where the unit is new.</param>
    public static TranslationUnit Of(ChangeScope scope, TranslationUnit unit, TranslationUnit? live) => unit with
    {
        Revision = scope.Revision,
        DocumentId = unit.DocumentId ?? live?.DocumentId,
        Variants = [.. unit.Variants.Select((variant, i) => Complete(scope, variant, live is null ? null : Before(unit, i, live)))],
        Confidences = unit.Confidences.IsEmpty && live is not null ? Kept(unit, live) : unit.Confidences,
    };

    /// <summary>The variant that a new one follows: that of the same text, else the one at its place among those of its language.</summary>
    private static Variant? Before(TranslationUnit unit, int index, TranslationUnit live)
    {
        var variant = unit.Variants[index];
        return live.Variants.FirstOrDefault(v => IsSameText(v, variant))
            ?? live.Variants.Where(v => v.Language == variant.Language).ElementAtOrDefault(unit.Variants.Take(index).Count(v => v.Language == variant.Language));
    }

    private static Variant Complete(ChangeScope scope, Variant variant, Variant? before)
    {
        var same = before is not null && IsSameText(before, variant) ? before : null;
        var complete = variant with
        {
            Author = variant.Author.Length > 0 ? variant.Author : same?.Author ?? scope.Author,
            CreateTime = variant.CreateTime ?? same?.CreateTime ?? scope.Time,
            Position = variant.Position ?? before?.Position,
            Previous = variant.Previous ?? before?.Previous,
            Next = variant.Next ?? before?.Next,
        };

        // Whoever puts back what was read says the old time of another text.
        var isOwnTime = variant.UpdateTime is not null && variant.UpdateTime != before?.UpdateTime;
        return isOwnTime ? complete : complete with { UpdateTime = same is not null && IsSame(same, complete) ? same.UpdateTime : scope.Time };
    }

    private static ImmutableArray<PairConfidence> Kept(TranslationUnit unit, TranslationUnit live)
    {
        return [.. live.Confidences.Where(pair => IsAsBefore(pair.First) && IsAsBefore(pair.Second))];

        bool IsAsBefore(LanguageTag language) => string.Equals(unit.Find(language)?.Text, live.Find(language)?.Text, StringComparison.Ordinal);
    }

    private static bool IsSameText(Variant one, Variant other) =>
        one.Language == other.Language && string.Equals(one.Text, other.Text, StringComparison.Ordinal);

    private static bool IsSame(Variant one, Variant other) =>
        one.Status == other.Status && one.Origin == other.Origin && string.Equals(one.Author, other.Author, StringComparison.Ordinal)
        && one.Tags.SequenceEqual(other.Tags);
}
