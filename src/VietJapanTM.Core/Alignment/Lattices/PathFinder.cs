using VietJapanTM.Alignment.Scoring;

namespace VietJapanTM.Alignment.Lattices;

/// <summary>Finds the best path through a corridor, window by window; time and memory are linear in its area.</summary>
internal static class PathFinder
{
    /// <summary>Rows before a window's open end whose beads are decided anew by the next window.</summary>
    private const int LookAhead = 20;

    /// <summary>The beads of the best path, from corner to corner.</summary>
    /// <param name="scorer">What a bead is worth.</param>
    /// <param name="corridor">Where to look.</param>
    /// <param name="grid">Where segments begin.</param>
    /// <param name="posterior">Where given, receives each bead's posterior probability as well.</param>
    /// <param name="cancellationToken">Stops the work between two windows.</param>
    public static List<Step> Find(
        PairScorer scorer, Corridor corridor, SegmentGrid grid, PosteriorLattice? posterior, CancellationToken cancellationToken)
    {
        var lattice = new ViterbiLattice(scorer, corridor, posterior?.Scores);
        var path = new List<Step>(Math.Max(corridor.SourceCount, corridor.TargetCount));
        var steps = new List<Step>();
        int row = 0, column = 0;
        while (row < corridor.SourceCount || column < corridor.TargetCount)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var window = Window.From(corridor, row, column);
            window.Prepare(scorer, corridor);
            steps.Clear();
            lattice.Search(window, steps);
            posterior?.Weigh(window, steps);
            var kept = window.EndRow == corridor.SourceCount ? steps.Count : Settled(steps, window, grid);
            posterior?.Rate(steps, kept);
            path.AddRange(steps.Take(kept));
            (row, column) = (steps[kept - 1].SourceEnd, steps[kept - 1].TargetEnd);
        }

        return path;
    }

    /// <summary>How many beads are far enough from the open end, back to where segments end on both sides if they do.</summary>
    private static int Settled(List<Step> steps, Window window, SegmentGrid grid)
    {
        var limit = window.EndRow - Math.Min(LookAhead, window.Sources.Count / 2);
        var kept = steps.Count;
        while (kept > 1 && steps[kept - 1].SourceEnd > limit)
        {
            kept--;
        }

        var whole = kept;
        while (whole > 0 && !grid.IsCorner(steps[whole - 1].SourceEnd, steps[whole - 1].TargetEnd))
        {
            whole--;
        }

        return whole > 0 ? whole : kept;
    }
}
