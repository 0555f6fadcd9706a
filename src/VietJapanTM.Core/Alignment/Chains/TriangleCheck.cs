using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Chains;

/// <summary>
/// Finds where three pairs contradict one another: a segment of one language stands beside segments of a second and beside segments of a third,
/// and no bead of these two holds something of both. One of the three pairs is wrong there, unless the two translations each lack another part of
/// the segment. Disputed is what any of the pairs says there, left alone or linked, but for what is surer than the other two. Thread-safe.
/// </summary>
public sealed class TriangleCheck
{
    private readonly ImmutableArray<int> _lengths;
    private readonly ImmutableArray<PairBeads> _pairs;

    /// <summary>For a language, another, and a segment of the first: which bead of the two holds it.</summary>
    private readonly int[,][] _beadOf;
    private readonly bool[][] _disputed;

    private TriangleCheck(ImmutableArray<int> lengths, ImmutableArray<PairBeads> pairs)
    {
        (_lengths, _pairs) = (lengths, pairs);
        _beadOf = new int[lengths.Length, lengths.Length][];
        _disputed = [.. pairs.Select(pair => new bool[pair.Beads.Length])];
        foreach (var (first, second) in LanguagePairs.Of(lengths.Length))
        {
            var beads = pairs[LanguagePairs.IndexOf(first, second, lengths.Length)].Beads;
            var (ofFirst, ofSecond) = (_beadOf[first, second], _beadOf[second, first]) = (new int[lengths[first]], new int[lengths[second]]);
            for (var b = 0; b < beads.Length; b++)
            {
                ofFirst.AsSpan(beads[b].SourceStart, beads[b].SourceCount).Fill(b);
                ofSecond.AsSpan(beads[b].TargetStart, beads[b].TargetCount).Fill(b);
            }
        }
    }

    /// <summary>The disputed beads, in order of their pairs. Where somebody has rejected a bead, the contradiction is settled.</summary>
    /// <param name="lengths">Segments of each language.</param>
    /// <param name="pairs">The beads of every pair, in the order of <see cref="LanguagePairs"/>; none in a list of documents.</param>
    public static ImmutableArray<Disagreement> Find(ImmutableArray<int> lengths, ImmutableArray<PairBeads> pairs)
    {
        if (lengths.Length < 3 || pairs.Length == 0)
        {
            return [];
        }

        var check = new TriangleCheck(lengths, pairs);
        foreach (var (first, second) in LanguagePairs.Of(lengths.Length))
        {
            for (var third = 0; third < lengths.Length; third++)
            {
                if (third != first && third != second)
                {
                    check.Compare(first, second, third);
                }
            }
        }

        return
        [
            .. check._disputed.SelectMany((beads, pair) => Enumerable.Range(0, beads.Length).Where(b => beads[b]).Select(b => new Disagreement(pair, b))),
        ];
    }

    /// <summary>Asks every segment of the third language whether its ways to the two others meet in a bead of theirs.</summary>
    private void Compare(int first, int second, int third)
    {
        var (toFirst, toSecond, between) = (PairOf(third, first), PairOf(third, second), PairOf(first, second));
        for (var segment = 0; segment < _lengths[third]; segment++)
        {
            var (one, other) = (_beadOf[third, first][segment], _beadOf[third, second][segment]);
            var (inFirst, inSecond) = (SideOf(first, third, one), SideOf(second, third, other));
            if (inFirst.IsEmpty || inSecond.IsEmpty)
            {
                continue;
            }

            var (ofFirst, ofSecond) = (Holding(first, second, inFirst), Holding(second, first, inSecond));
            if (!Meet(ofFirst, ofSecond, _pairs[between].Beads))
            {
                var apart = Beads(first, second, ofFirst).Union(Beads(second, first, ofSecond));
                Dispute([(toFirst, one)], [(toSecond, other)], [.. apart.Select(bead => (between, bead))]);
            }
        }
    }

    /// <summary>Disputes the beads of three pairs that contradict one another. A pair is as sure as the least sure of its beads.</summary>
    private void Dispute(params List<(int Pair, int Bead)>[] says)
    {
        if (says.Any(its => its.Any(at => BeadAt(at).Status == BeadStatus.Rejected)))
        {
            return;
        }

        var sure = Array.ConvertAll(says, its => its.Min(at => BeadAt(at).Confidence));
        for (var i = 0; i < says.Length; i++)
        {
            var surestOther = sure.Where((_, k) => k != i).Max();
            foreach (var at in says[i].Where(at => BeadAt(at).Confidence <= surestOther))
            {
                _disputed[at.Pair][at.Bead] = true;
            }
        }
    }

    private Bead BeadAt((int Pair, int Bead) at) => _pairs[at.Pair].Beads[at.Bead];

    private int PairOf(int one, int other) => LanguagePairs.IndexOf(Math.Min(one, other), Math.Max(one, other), _lengths.Length);

    /// <summary>The side that a bead of two languages has in one of them.</summary>
    private SegmentSpan SideOf(int language, int other, int bead)
    {
        var its = _pairs[PairOf(language, other)].Beads[bead];
        return language < other ? new SegmentSpan(its.SourceStart, its.SourceCount) : new SegmentSpan(its.TargetStart, its.TargetCount);
    }

    /// <summary>The first and the last bead of two languages that hold something of a span of one of them.</summary>
    private (int First, int Last) Holding(int language, int other, SegmentSpan span) =>
        (_beadOf[language, other][span.Start], _beadOf[language, other][span.End - 1]);

    /// <summary>The beads from a first to a last that hold something of a language; the others stand between its segments.</summary>
    private IEnumerable<int> Beads(int language, int other, (int First, int Last) range) =>
        Enumerable.Range(range.First, range.Last - range.First + 1).Where(bead => !SideOf(language, other, bead).IsEmpty);

    /// <summary>Whether a bead holds something of both spans. What stands in both ranges does, unless a side of it is empty.</summary>
    private static bool Meet((int First, int Last) one, (int First, int Last) other, ImmutableArray<Bead> beads)
    {
        for (var bead = Math.Max(one.First, other.First); bead <= Math.Min(one.Last, other.Last); bead++)
        {
            if (!beads[bead].IsOneSided)
            {
                return true;
            }
        }

        return false;
    }
}
