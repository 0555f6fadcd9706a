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

    /// <summary>A document with its texts and beads.</summary>
    public static Wire.Document ToWire(this Document document)
    {
        var wire = document.ToWireHead();
        wire.Texts.Add(document.Texts.Select(ToWire));
        wire.Pairs.Add(ToWire(document.Pairs, Disagreements(document)));
        wire.SourceDigest = DocumentDigest.Of(document.Texts.Select(t => (t.Language, t.Raw)));
        return wire;
    }

    /// <summary>What lists say of a document: all but texts and beads, of which the numbers.</summary>
    public static Wire.Document ToWireHead(this Document document)
    {
        var disputed = Disagreements(document).ToHashSet();
        var beads = document.Pairs.SelectMany((pair, p) => pair.Beads.Select((bead, b) => (Bead: bead, IsDisputed: disputed.Contains(new Disagreement(p, b))))).ToList();
        return new Wire.Document
        {
            Name = ResourceName.Document(document.Id),
            Memory = ResourceName.Memory(document.MemoryId),
            DisplayName = document.DisplayName,
            CreateTime = Timestamp.FromDateTimeOffset(document.CreateTime),
            Revision = document.Revision,
            LanguageCodes = { LanguagesOf(document).Select(language => language.Value) },
            BeadCount = beads.Count,
            DoubtfulCount = beads.Count(b => b.Bead.Status == BeadStatus.Draft && (b.IsDisputed || b.Bead.Confidence < PairConfidence.Doubtful)),
            ReviewedCount = beads.Count(b => b.Bead.Status != BeadStatus.Draft),
        };
    }

    // The pairs are in the order of the texts and cover them, so that they say as much of them as a list needs.
    private static IEnumerable<LanguageTag> LanguagesOf(Document document) => document.Pairs.SelectMany(p => new[] { p.Source, p.Target }).Distinct();

    private static ImmutableArray<Disagreement> Disagreements(Document document) => TriangleCheck.Find(
        [.. LanguagesOf(document).Select(language => LengthIn(document.Pairs.First(p => p.Source == language || p.Target == language), language))], document.Pairs);

    private static int LengthIn(PairBeads pair, LanguageTag language) => pair.Beads.Sum(bead => pair.Source == language ? bead.SourceCount : bead.TargetCount);

    private static Wire.SegmentedText ToWire(DocumentText text)
    {
        var places = new SegmentPlaces(text.Raw);
        return new Wire.SegmentedText
        {
            LanguageCode = text.Language.Value,
            Segments = { text.Segments.Select(s => new Wire.Segment { Text = s.Text, Span = places.Next(s.Text)?.ToWire(), Paragraph = s.Paragraph }) },
        };
    }
}
