using VietJapanTM.Alignment.Scoring;

namespace VietJapanTM.Alignment.Anchors;

/// <summary>
/// Finds anchors of a long document: translations of each other that occur equally often stand, the first with the first, the
/// second with the second, in segments that correspond; rare ones also where their counts differ. Then the heaviest chain that
/// rises on both sides is kept, and of it what neighbours support. Linear but for one sort and a logarithm.
/// </summary>
internal static class AnchorFinder
{
    private const float LeastProbability = 0.2f;
    private const int RareCount = 3;
    private const int SupportRows = 12;
    private const int SupportShift = 8;

    /// <summary>The anchors in order.</summary>
    public static List<Anchor> Find(DirectionModel forward)
    {
        var candidates = Candidates(forward);
        return Supported(HeaviestChain(candidates, forward.Told.Count));
    }

    private static List<Anchor> Candidates(DirectionModel model)
    {
        using var sources = new Occurrences(model.Given);
        using var targets = new Occurrences(model.Told);
        var pairs = new List<Anchor>();
        foreach (var link in model.Links.All())
        {
            var (s, t, probability) = model.GivenIsFirst ? (link.First, link.Second, link.Forward) : (link.Second, link.First, link.Backward);
            if (probability >= LeastProbability)
            {
                Pair(sources, s, targets, t, pairs);
            }
        }

        return Merged(pairs);
    }

    private static void Pair(Occurrences sources, int s, Occurrences targets, int t, List<Anchor> pairs)
    {
        var x = sources.Of(s);
        var y = targets.Of(t);
        if (x.Length == y.Length)
        {
            for (var k = 0; k < x.Length; k++)
            {
                pairs.Add(new Anchor(x[k], y[k], 1));
            }
        }
        else if (x.Length <= RareCount && y.Length <= RareCount)
        {
            foreach (var i in x)
            {
                foreach (var j in y)
                {
                    pairs.Add(new Anchor(i, j, 0.5f));
                }
            }
        }
    }

    /// <summary>Sorts by source, and by falling target within one source; what stands there several times weighs as much as all together.</summary>
    private static List<Anchor> Merged(List<Anchor> pairs)
    {
        pairs.Sort((one, other) => one.Source != other.Source ? one.Source.CompareTo(other.Source) : other.Target.CompareTo(one.Target));
        var count = 0;
        for (var k = 0; k < pairs.Count; k++)
        {
            var pair = pairs[k];
            if (count > 0 && pairs[count - 1] is var last && (last.Source, last.Target) == (pair.Source, pair.Target))
            {
                pairs[count - 1] = last with { Weight = last.Weight + pair.Weight };
            }
            else
            {
                pairs[count++] = pair;
            }
        }

        pairs.RemoveRange(count, pairs.Count - count);
        return pairs;
    }

    /// <summary>
    /// The chain of greatest weight that rises strictly on both sides, by a Fenwick tree of prefix maxima. Candidates come by
    /// source, and by falling target within one source, so that no two of one source join.
    /// </summary>
    private static List<Anchor> HeaviestChain(List<Anchor> candidates, int targets)
    {
        var tree = new int[targets + 1];
        Array.Fill(tree, -1);
        var total = new double[candidates.Count];
        var previous = new int[candidates.Count];
        var best = -1;
        for (var k = 0; k < candidates.Count; k++)
        {
            previous[k] = Before(tree, total, candidates[k].Target);
            total[k] = candidates[k].Weight + (previous[k] < 0 ? 0 : total[previous[k]]);
            for (var at = candidates[k].Target + 1; at <= targets; at += at & -at)
            {
                if (tree[at] < 0 || total[tree[at]] < total[k])
                {
                    tree[at] = k;
                }
            }

            best = best < 0 || total[k] > total[best] ? k : best;
        }

        var chain = new List<Anchor>();
        for (; best >= 0; best = previous[best])
        {
            chain.Add(candidates[best]);
        }

        chain.Reverse();
        return chain;
    }

    private static int Before(int[] tree, double[] total, int target)
    {
        var best = -1;
        for (var at = target; at > 0; at -= at & -at)
        {
            if (tree[at] >= 0 && (best < 0 || total[tree[at]] > total[best]))
            {
                best = tree[at];
            }
        }

        return best;
    }

    /// <summary>A lone coincidence fits into a chain too; two neighbours on the same diagonal are none.</summary>
    private static List<Anchor> Supported(List<Anchor> chain)
    {
        var kept = new List<Anchor>();
        for (var k = 0; k < chain.Count; k++)
        {
            var supported = (k > 0 && Supports(chain[k - 1], chain[k])) || (k + 1 < chain.Count && Supports(chain[k], chain[k + 1]));
            if (supported || chain[k].Weight >= RareCount)
            {
                kept.Add(chain[k]);
            }
        }

        return kept;
    }

    private static bool Supports(Anchor one, Anchor other) =>
        other.Source - one.Source <= SupportRows
        && Math.Abs(other.Target - one.Target - (other.Source - one.Source)) <= SupportShift;
}
