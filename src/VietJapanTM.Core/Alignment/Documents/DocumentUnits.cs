using System.Collections.Immutable;
using VietJapanTM.Alignment.Chains;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Documents;

/// <summary>Makes translation units of an aligned document. Thread-safe.</summary>
public static class DocumentUnits
{
    /// <summary>Decimals that a stored confidence keeps, as many as a ladder shows.</summary>
    private const int ConfidenceDigits = 6;

    /// <summary>
    /// One unit for each group of beads that share their spans, in order. Its variants are drafts that know their position and both
    /// neighbours; a variant of several segments has them joined by a space, in Japanese by nothing.
    /// </summary>
    public static IEnumerable<TranslationUnit> Of(Document document, MultilingualAlignment alignment)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(alignment);
        return alignment.Units.Select(unit => new TranslationUnit
        {
            MemoryId = document.MemoryId,
            DocumentId = document.Id,
            Variants = [.. Variants(document, unit)],
            Confidences = [.. unit.Confidences.Select(pair => pair with { Confidence = Math.Round(pair.Confidence, ConfidenceDigits) })],
        });
    }

    private static IEnumerable<Variant> Variants(Document document, AlignedUnit unit)
    {
        for (var i = 0; i < unit.Spans.Length; i++)
        {
            if (unit.Spans[i] is { IsEmpty: false } span)
            {
                yield return ToVariant(document.Texts[i], span);
            }
        }
    }

    private static Variant ToVariant(DocumentText text, SegmentSpan span)
    {
        return new Variant
        {
            Language = text.Language,
            Text = text.Join(span.Start, span.Count),
            Origin = VariantOrigin.Aligned,
            Position = span.Start,
            Previous = HashAt(text.Segments, span.Start - 1),
            Next = HashAt(text.Segments, span.End),
        };
    }

    private static ContextHash HashAt(ImmutableArray<DocumentSegment> segments, int index) =>
        index >= 0 && index < segments.Length ? ContextHash.Of(segments[index].Text) : ContextHash.Edge;
}
