using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Chains;

/// <summary>
/// Says how sure a link of the closed chain is: as sure as the least sure bead of any pair within it, and no surer than what is left to one
/// where a bead reaches out of it, because that pair says otherwise. Thread-safe.
/// </summary>
internal sealed class LinkJudge
{
    private readonly ImmutableArray<PairBeads> _pairs;
    private readonly (int First, int Second, int[] OfSource, int[] OfTarget)[] _beads;

    /// <summary>A judge of chains over some pairs.</summary>
    /// <param name="lengths">Segments a language.</param>
    /// <param name="pairs">The beads of every pair, in the order of <see cref="LanguagePairs"/>.</param>
    public LinkJudge(ImmutableArray<int> lengths, ImmutableArray<PairBeads> pairs)
    {
        _pairs = pairs;
        _beads = [.. LanguagePairs.Of(lengths.Length).Select((pair, p) => Index(pair.First, pair.Second, lengths, pairs[p].Beads))];
    }

    /// <summary>The link over spans, with its confidence.</summary>
    /// <param name="spans">One a language.</param>
    public ChainLink Judge(SegmentSpan[] spans)
    {
        var confidence = 1.0;
        var composite = false;
        for (var p = 0; p < _beads.Length; p++)
        {
            var (first, second, ofSource, ofTarget) = _beads[p];
            var (source, target) = (spans[first], spans[second]);
            var (bySource, byTarget) = (Touching(ofSource, source), Touching(ofTarget, target));
            var within = 0;
            for (var b = Math.Min(bySource.Start, byTarget.Start); b < Math.Max(bySource.End, byTarget.End); b++)
            {
                var bead = _pairs[p].Beads[b];
                if (!Overlap(source, bead.SourceStart, bead.SourceCount) && !Overlap(target, bead.TargetStart, bead.TargetCount))
                {
                    // Between beads of both sides that lie apart.
                    continue;
                }

                var whole = Holds(source, bead.SourceStart, bead.SourceCount) && Holds(target, bead.TargetStart, bead.TargetCount);
                confidence = Math.Min(confidence, whole ? bead.Confidence : 1 - bead.Confidence);
                composite |= !whole || ++within > 1;
            }
        }

        return new ChainLink([.. spans], confidence, composite);
    }

    /// <summary>The beads from the first to the last that holds something of a span; none for an empty one.</summary>
    private static (int Start, int End) Touching(int[] beads, SegmentSpan span) =>
        span.IsEmpty ? (int.MaxValue, 0) : (beads[span.Start], beads[span.End - 1] + 1);

    private static bool Overlap(SegmentSpan span, int start, int count) => count > 0 && start < span.End && span.Start < start + count;

    private static bool Holds(SegmentSpan span, int start, int count) => count == 0 || (start >= span.Start && start + count <= span.End);

    private static (int First, int Second, int[] OfSource, int[] OfTarget) Index(int first, int second, ImmutableArray<int> lengths, ImmutableArray<Bead> beads)
    {
        var (ofSource, ofTarget) = (new int[lengths[first]], new int[lengths[second]]);
        for (var b = 0; b < beads.Length; b++)
        {
            ofSource.AsSpan(beads[b].SourceStart, beads[b].SourceCount).Fill(b);
            ofTarget.AsSpan(beads[b].TargetStart, beads[b].TargetCount).Fill(b);
        }

        return (first, second, ofSource, ofTarget);
    }
}
