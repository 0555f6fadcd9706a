using VietJapanTM.Alignment.Scoring;
using VietJapanTM.Alignment.Tokens;

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
        var sources = Occurrences(model.Given);
        var targets = Occurrences(model.Told);
        var weights = new Dictionary<(int, int), float>();
        foreach (var link in model.Links.All())
        {
            var (s, t, probability) = model.GivenIsFirst ? (link.First, link.Second, link.Forward) : (link.Second, link.First, link.Backward);
            if (probability >= LeastProbability)
            {
                Pair(sources, s, targets, t, weights);
            }
        }

        return
        [
            .. weights.Select(pair => new Anchor(pair.Key.Item1, pair.Key.Item2, pair.Value))
                .OrderBy(anchor => anchor.Source).ThenByDescending(anchor => anchor.Target),
        ];
    }

    private static void Pair(
        (int[] Starts, int[] Segments) sources, int s, (int[] Starts, int[] Segments) targets, int t, Dictionary<(int, int), float> weights)
    {
        var x = sources.Segments.AsSpan(sources.Starts[s], sources.Starts[s + 1] - sources.Starts[s]);
        var y = targets.Segments.AsSpan(targets.Starts[t], targets.Starts[t + 1] - targets.Starts[t]);
        if (x.Length == y.Length)
        {
            for (var k = 0; k < x.Length; k++)
            {
                weights[(x[k], y[k])] = weights.GetValueOrDefault((x[k], y[k])) + 1;
            }
        }
        else if (x.Length <= RareCount && y.Length <= RareCount)
        {
            foreach (var i in x)
            {
                foreach (var j in y)
                {
                    weights[(i, j)] = weights.GetValueOrDefault((i, j)) + 0.5f;
                }
            }
        }
    }

    /// <summary>The segments of each type, one entry an occurrence.</summary>
    private static (int[] Starts, int[] Segments) Occurrences(TokenizedSide side)
    {
        var starts = new int[side.Types.Length + 1];
        for (var type = 0; type < side.Types.Length; type++)
        {
            starts[type + 1] = starts[type] + side.Counts[type];
        }

        var next = starts.AsSpan(0, side.Types.Length).ToArray();
        var segments = new int[side.Tokens.Length];
        for (var i = 0; i < side.Count; i++)
        {
            foreach (var type in side.TokensOf(i))
            {
                segments[next[type]++] = i;
            }
        }

        return (starts, segments);
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
