using VietJapanTM.Alignment.Scoring;

namespace VietJapanTM.Alignment.Lattices;

/// <summary>
/// Beads of more sentences than a step of the search holds: what a semicolon, a colon or a line of a list parts into five and more on one side is one
/// sentence on the other. The search, which holds four, leaves the others alone beside it; here they are tried with it.
/// </summary>
internal static class LargeBeads
{
    /// <summary>Joins the lone segments beside a bead as large as a step can be, where the whole is worth more than its parts.</summary>
    /// <param name="steps">A path; changed in place.</param>
    /// <param name="scorer">What a bead is worth.</param>
    /// <param name="grid">Where segments begin.</param>
    /// <param name="scores">What the steps of the path are worth.</param>
    /// <param name="joined">Told of each bead that was joined: its parts, and what it gains over them.</param>
    public static void Join(List<Step> steps, PairScorer scorer, SegmentGrid grid, WindowScores scores, Action<Step, List<Step>, float> joined)
    {
        for (var k = 0; k < steps.Count; k++)
        {
            if (Math.Max(steps[k].A, steps[k].B) == BeadType.MaxSide && Best(steps, k, scorer, grid, scores) is var (from, count, gain) && gain > 0)
            {
                var parts = steps.GetRange(from, count);
                steps[from] = Whole(parts);
                steps.RemoveRange(from + 1, count - 1);
                joined(steps[from], parts, gain);
                k = from;
            }
        }
    }

    private static (int From, int Count, float Gain) Best(List<Step> steps, int at, PairScorer scorer, SegmentGrid grid, WindowScores scores)
    {
        var room = BeadType.MostJoined - BeadType.MaxSide;
        var (before, after) = (Lone(steps, at, -1, room, grid), Lone(steps, at, 1, room, grid));
        var best = (at, 1, 0f);
        for (var first = at - before; first <= at; first++)
        {
            for (var last = first == at ? at + 1 : at; last <= at + after && last - first <= room; last++)
            {
                var parts = steps.GetRange(first, last - first + 1);
                var gain = scorer.Score(Whole(parts)) - parts.Sum(step => scores.Of(BeadType.IndexOf(step.A, step.B), step.Source, step.Target, 1)[0]);
                best = gain > best.Item3 ? (first, parts.Count, gain) : best;
            }
        }

        return best;
    }

    /// <summary>How many whole segments stand alone beside a step, all on its longer side.</summary>
    private static int Lone(List<Step> steps, int at, int direction, int most, SegmentGrid grid)
    {
        var isTarget = steps[at].B == BeadType.MaxSide;
        var count = 0;
        for (var k = at + direction; count < most && k >= 0 && k < steps.Count; k += direction, count++)
        {
            if ((isTarget ? steps[k].A : steps[k].B) > 0 || !grid.IsWhole(steps[k]))
            {
                break;
            }
        }

        return count;
    }

    private static Step Whole(List<Step> parts) => new(
        parts[0].Source, parts[^1].SourceEnd - parts[0].Source, parts[0].Target, parts[^1].TargetEnd - parts[0].Target);
}
