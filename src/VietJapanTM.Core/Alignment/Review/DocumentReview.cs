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
    /// the review does not concern are left as they are, and so are texts that somebody wrote over the document's.
    /// </summary>
    /// <param name="seen">The document that the reviewer saw.</param>
    /// <param name="reviewed">The document after the review, with the revision that the reviewer saw.</param>
    /// <param name="units">The units of the document that are stored.</param>
    public static IEnumerable<ChangeOperation> ToOperations(Document seen, Document reviewed, IEnumerable<TranslationUnit> units)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(reviewed);
        ArgumentNullException.ThrowIfNull(units);
        return new ReviewedUnits(DocumentUnits.Of(seen), units)
            .ToOperations([.. DocumentUnits.Of(reviewed)])
            .Prepend(new ChangeOperation.PutDocument(reviewed, ExpectedRevision: reviewed.Revision));
    }
}
