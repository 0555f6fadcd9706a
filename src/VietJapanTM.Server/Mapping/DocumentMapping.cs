using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using VietJapanTM.Alignment.Chains;
using VietJapanTM.Alignment.Review;
using VietJapanTM.Model;
using VietJapanTM.Text;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Preparation;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Texts, beads and documents on the wire.</summary>
internal static class DocumentMapping
{
    public static IEnumerable<Wire.Segment> ToWireSegments(this PreparedText text)
    {
        var counter = new CodePointCounter(text.Text);
        return text.Segments.Select(segment => new Wire.Segment
        {
            Text = text[segment],
            Span = counter.Span(segment.Start, segment.End).ToWire(),
            Paragraph = segment.Paragraph,
        });
    }

    public static Wire.SegmentedText ToWire(this PreparedText text) => new()
    {
        LanguageCode = text.Language.Value,
        Segments = { text.ToWireSegments() },
        MendEdits = { text.Edits.Select(e => e.ToWire()) },
    };

    public static Wire.MendEdit ToWire(this MendEdit edit) => new()
    {
        Span = edit.Span.ToWire(),
        Inserted = edit.Inserted,
        Kind = MendKindNames.Of(edit.Kind),
        Confidence = edit.Confidence,
    };

    /// <summary>The pairs of an alignment; beads that the others contradict are disputed until a reviewer has spoken.</summary>
    public static IEnumerable<Wire.PairAlignment> ToWire(ImmutableArray<PairBeads> pairs, ImmutableArray<Disagreement> disagreements)
    {
        var wire = pairs.Select(ToWire).ToList();
        foreach (var (pair, bead) in disagreements)
        {
            wire[pair].Beads[bead].Disputed = pairs[pair].Beads[bead].Status == BeadStatus.Draft;
        }

        foreach (var (pair, beads) in wire.Zip(pairs, (pair, model) => (pair, model.Beads)))
        {
            pair.ReviewOrder.AddRange(ReviewOrder.Of(beads, bead => pair.Beads[bead].Disputed));
        }

        return wire;
    }

    private static Wire.PairAlignment ToWire(PairBeads pair) => new()
    {
        SourceLanguageCode = pair.Source.Value,
        TargetLanguageCode = pair.Target.Value,
        Beads =
        {
            pair.Beads.Select(bead => new Wire.Bead
            {
                Source = { Enumerable.Range(bead.SourceStart, bead.SourceCount) },
                Target = { Enumerable.Range(bead.TargetStart, bead.TargetCount) },
                Confidence = bead.Confidence,
                Status = (Wire.Bead.Types.Status)(bead.Status + 1),
            }),
        },
    };

    public static Wire.ChainBead ToWire(this ChainLink link) => new()
    {
        Texts = { link.Spans.Select(span => new Wire.SegmentIndexes { Indexes = { Enumerable.Range(span.Start, span.Count) } }) },
        Confidence = link.Confidence,
        Composite = link.IsComposite,
    };

    public static Wire.Document ToWire(this Document document) => new()
    {
        Name = ResourceName.Document(document.Id),
        Memory = ResourceName.Memory(document.MemoryId),
        DisplayName = document.DisplayName,
        Texts = { document.Texts.Select(ToWire) },
        Pairs = { ToWire(document.Pairs, TriangleCheck.Find([.. document.Texts.Select(text => text.Segments.Length)], document.Pairs)) },
        CreateTime = Timestamp.FromDateTimeOffset(document.CreateTime),
        Revision = document.Revision,
        SourceDigest = document.Texts.IsEmpty ? "" : DocumentDigest.Of(document.Texts.Select(t => (t.Language, t.Raw))),
    };

    private static Wire.SegmentedText ToWire(DocumentText text) => new()
    {
        LanguageCode = text.Language.Value,
        Segments = { text.Segments.Select(s => new Wire.Segment { Text = s.Text, Paragraph = s.Paragraph }) },
    };
}
