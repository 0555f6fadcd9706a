using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Chains;

/// <summary>
/// Compares each bead with the way round through a third language: where that way leads to segments that the bead does not
/// hold at all, one of the three pairs is wrong. Thread-safe.
/// </summary>
public static class TriangleCheck
{
    /// <summary>The beads that the way round contradicts, in order of their pairs.</summary>
    /// <param name="lengths">Segments of each language.</param>
    /// <param name="pairs">The beads of every pair, in the order of <see cref="LanguagePairs"/>; none in a list of documents.</param>
    public static ImmutableArray<Disagreement> Find(ImmutableArray<int> lengths, ImmutableArray<PairBeads> pairs)
    {
        var languages = lengths.Length;
        if (languages < 3 || pairs.Length == 0)
        {
            return [];
        }

        var links = new SegmentSpan[languages, languages][];
        foreach (var (first, second) in LanguagePairs.Of(languages))
        {
            (links[first, second], links[second, first]) =
                Map(pairs[LanguagePairs.IndexOf(first, second, languages)].Beads, lengths[first], lengths[second]);
        }

        var found = ImmutableArray.CreateBuilder<Disagreement>();
        var pair = 0;
        foreach (var (first, second) in LanguagePairs.Of(languages))
        {
            var beads = pairs[pair].Beads;
            for (var b = 0; b < beads.Length; b++)
            {
                for (var third = 0; third < languages; third++)
                {
                    if (third != first && third != second && Contradicts(beads[b], links[first, third], links[third, second]))
                    {
                        found.Add(new Disagreement(pair, b));
                        break;
                    }
                }
            }

            pair++;
        }

        return found.ToImmutable();
    }

    private static bool Contradicts(Bead bead, SegmentSpan[] toThird, SegmentSpan[] fromThird)
    {
        if (bead.IsOneSided)
        {
            return false;
        }

        var elsewhere = false;
        for (var i = bead.SourceStart; i < bead.SourceStart + bead.SourceCount; i++)
        {
            for (var k = toThird[i].Start; k < toThird[i].End; k++)
            {
                var there = fromThird[k];
                if (there.Start < bead.TargetStart + bead.TargetCount && bead.TargetStart < there.End)
                {
                    return false;
                }

                elsewhere |= !there.IsEmpty;
            }
        }

        return elsewhere;
    }

    private static (SegmentSpan[] Forward, SegmentSpan[] Backward) Map(ImmutableArray<Bead> beads, int sources, int targets)
    {
        var forward = new SegmentSpan[sources];
        var backward = new SegmentSpan[targets];
        foreach (var bead in beads)
        {
            forward.AsSpan(bead.SourceStart, bead.SourceCount).Fill(new SegmentSpan(bead.TargetStart, bead.TargetCount));
            backward.AsSpan(bead.TargetStart, bead.TargetCount).Fill(new SegmentSpan(bead.SourceStart, bead.SourceCount));
        }

        return (forward, backward);
    }
}
