using VietJapanTM.Alignment.Documents;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Alignment.Review;

/// <summary>Carries a reviewer's actions on one pair of a document over to its units. Thread-safe.</summary>
public static class DocumentReview
{
    /// <summary>The document after the review.</summary>
    /// <param name="document">The document.</param>
    /// <param name="source">The source language of the pair.</param>
    /// <param name="target">The target language of the pair.</param>
    /// <param name="actions">The actions.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/>: no such pair, or an action that <see cref="BeadReview"/> refuses.</exception>
    public static Document Apply(Document document, LanguageTag source, LanguageTag target, IReadOnlyList<ReviewAction> actions)
    {
        ArgumentNullException.ThrowIfNull(document);
        var index = -1;
        for (var i = 0; i < document.Pairs.Length && index < 0; i++)
        {
            index = document.Pairs[i].Source == source && document.Pairs[i].Target == target ? i : -1;
        }

        if (index < 0)
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid,
                $"Document '{document.Id}' has no pair {source}-{target}. It has {string.Join(", ", document.Pairs.Select(p => $"{p.Source}-{p.Target}"))}.",
                "source_language_code");
        }

        var pair = document.Pairs[index];
        return document with { Pairs = document.Pairs.SetItem(index, pair with { Beads = BeadReview.Apply(pair.Beads, actions) }) };
    }

    /// <summary>
    /// What stores a reviewed document: the document, its new and changed units, and the end of those that no bead makes any more. Units that
    /// somebody typed into since are left as they are.
    /// </summary>
    /// <param name="reviewed">The document after the review, with the revision that the reviewer saw.</param>
    /// <param name="units">The units of the document that are stored.</param>
    public static IEnumerable<ChangeOperation> ToOperations(Document reviewed, IEnumerable<TranslationUnit> units)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        ArgumentNullException.ThrowIfNull(units);
        var stored = units.ToLookup(Place, StringComparer.Ordinal);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var operations = new List<ChangeOperation> { new ChangeOperation.PutDocument(reviewed, ExpectedRevision: reviewed.Revision) };
        foreach (var unit in DocumentUnits.Of(reviewed))
        {
            var same = stored[Place(unit)].FirstOrDefault(u => kept.Add(u.Id));
            if (same is null)
            {
                operations.Add(new ChangeOperation.PutUnit(unit));
            }
            else if (!IsSame(same, unit))
            {
                operations.Add(new ChangeOperation.PutUnit(Reviewed(same, unit)));
            }
        }

        operations.AddRange(stored.SelectMany(group => group)
            .Where(unit => !kept.Contains(unit.Id) && unit.Variants.All(v => v.Origin == VariantOrigin.Aligned))
            .Select(unit => new ChangeOperation.DeleteUnit(unit.Id)));
        return operations;
    }

    /// <summary>Where a unit stands: the same place and text in the same languages are the same unit.</summary>
    private static string Place(TranslationUnit unit) => string.Join(
        '\u0001', unit.Variants.OrderBy(v => v.Language.Value, StringComparer.Ordinal).Select(v => $"{v.Language}\u0002{v.Position}\u0002{v.Text}"));

    private static bool IsSame(TranslationUnit stored, TranslationUnit unit) =>
        stored.Confidences.SequenceEqual(unit.Confidences)
        && unit.Variants.All(v => stored.Variants.Any(s => s.Language == v.Language && s.Status == v.Status));

    private static TranslationUnit Reviewed(TranslationUnit stored, TranslationUnit unit) => stored with
    {
        Confidences = unit.Confidences,
        Variants = [.. stored.Variants.Select(v => v with { Status = unit.Variants.First(u => u.Language == v.Language).Status, UpdateTime = null })],
    };
}
