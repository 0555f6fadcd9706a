using VietJapanTM.Alignment.Chains;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Documents;

/// <summary>Makes translation units of an aligned document. Thread-safe.</summary>
public static class DocumentUnits
{
    /// <summary>Decimals that a stored confidence keeps, as many as a ladder shows.</summary>
    private const int ConfidenceDigits = 6;

    /// <summary>
    /// One unit for each group of beads that share their spans, of every two of its languages one, in order; rejected beads make none. Its variants know their position and both
    /// neighbours; a variant of several segments has them joined by a space, in Japanese by nothing. A variant is approved where a reviewer
    /// confirmed a bead of its language in the unit, else a draft.
    /// </summary>
    public static IEnumerable<TranslationUnit> Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var confirmed = Confirmed(document);
        return UnitJoiner.Join(document.Texts.Length, document.Pairs).Select(unit => new TranslationUnit
        {
            MemoryId = document.MemoryId,
            DocumentId = document.Id,
            Variants = [.. Variants(document, unit, confirmed)],
            Confidences = [.. unit.Confidences.Select(pair => pair with { Confidence = Math.Round(pair.Confidence, ConfidenceDigits) })],
        });
    }

    private static HashSet<(LanguageTag Source, SegmentSpan, LanguageTag Target, SegmentSpan)> Confirmed(Document document) =>
        [.. document.Pairs.SelectMany(pair => pair.Beads
            .Where(bead => bead.Status == BeadStatus.Confirmed)
            .Select(bead => (pair.Source, new SegmentSpan(bead.SourceStart, bead.SourceCount), pair.Target, new SegmentSpan(bead.TargetStart, bead.TargetCount))))];

    private static IEnumerable<Variant> Variants(
        Document document, AlignedUnit unit, HashSet<(LanguageTag Source, SegmentSpan, LanguageTag Target, SegmentSpan)> confirmed)
    {
        var present = Enumerable.Range(0, unit.Spans.Length).Where(i => unit.Spans[i] is { IsEmpty: false }).ToList();
        foreach (var i in present)
        {
            var isConfirmed = present.Any(j => j != i && (confirmed.Contains(Key(i, j)) || confirmed.Contains(Key(j, i))));
            yield return ToVariant(document.Texts[i], unit.Spans[i]!.Value, isConfirmed ? VariantStatus.Approved : VariantStatus.Draft);
        }

        (LanguageTag, SegmentSpan, LanguageTag, SegmentSpan) Key(int source, int target) =>
            (document.Texts[source].Language, unit.Spans[source]!.Value, document.Texts[target].Language, unit.Spans[target]!.Value);
    }

    private static Variant ToVariant(DocumentText text, SegmentSpan span, VariantStatus status)
    {
        return new Variant
        {
            Language = text.Language,
            Text = text.Join(span.Start, span.Count),
            Status = status,
            Origin = VariantOrigin.Aligned,
            Position = span.Start,
            Previous = HashAt(text, span.Start - 1),
            Next = HashAt(text, span.End),
        };
    }

    private static ContextHash HashAt(DocumentText text, int index) =>
        index >= 0 && index < text.Segments.Length ? ContextHash.Of(text.Join(index, 1)) : ContextHash.Edge;
}
