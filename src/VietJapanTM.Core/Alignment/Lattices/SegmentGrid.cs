using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Lattices;

/// <summary>
/// The boundaries of segments among those of the sentences that are aligned. A bead of segments ends where the path passes through
/// a corner, a boundary of segments on both sides; segments whose sentences interlock have none between them.
/// </summary>
internal sealed class SegmentGrid(TokenizedSide source, TokenizedSide target)
{
    /// <summary>True where segments end on both sides.</summary>
    public bool IsCorner(int row, int column) => source.IsSegmentStart(row) && target.IsSegmentStart(column);

    /// <summary>True for a step that begins and ends where segments do on both sides.</summary>
    public bool IsWhole(Step step) => IsCorner(step.Source, step.Target) && IsCorner(step.SourceEnd, step.TargetEnd);

    /// <summary>The bead of segments that some steps make which begin and end at corners.</summary>
    public Step Segments(Step sentences)
    {
        var (row, column) = (source.Segments[sentences.Source], target.Segments[sentences.Target]);
        return new Step(row, source.Segments[sentences.SourceEnd] - row, column, target.Segments[sentences.TargetEnd] - column);
    }

    /// <summary>
    /// Orders what stands alone on one side: in which order insertions and deletions follow each other says nothing, but a path that
    /// ends the open segments first, and opens the next ones last, keeps apart what does not belong together.
    /// </summary>
    /// <param name="steps">A path.</param>
    /// <param name="corridor">Where the path must stay.</param>
    public void Order(List<Step> steps, Corridor corridor)
    {
        for (var k = 0; k < steps.Count; k++)
        {
            var end = k;
            while (end < steps.Count && (steps[end].A == 0 || steps[end].B == 0))
            {
                end++;
            }

            if (end > k + 1 && Ordered(steps[k], steps[end - 1]) is { } ordered
                && ordered.TrueForAll(step => step.Target >= corridor.Low(step.Source) && step.Target <= corridor.High(step.Source)))
            {
                for (var at = 0; at < ordered.Count; at++)
                {
                    steps[k + at] = ordered[at];
                }
            }

            k = Math.Max(k, end - 1);
        }
    }

    private List<Step>? Ordered(Step first, Step last)
    {
        var (row, column) = (first.Source, first.Target);
        var (rowStart, columnStart) = (Start(source, row, last.SourceEnd, 1), Start(target, column, last.TargetEnd, 1));
        if (row == last.SourceEnd || column == last.TargetEnd || rowStart < 0 || columnStart < 0)
        {
            return null;
        }

        var ordered = new List<Step>();
        Go(rowStart, columnStart);
        Go(Start(source, last.SourceEnd, row, -1), Start(target, last.TargetEnd, column, -1));
        Go(last.SourceEnd, last.TargetEnd);
        return ordered;

        void Go(int rowTo, int columnTo)
        {
            for (; row < rowTo; row++)
            {
                ordered.Add(new Step(row, 1, column, 0));
            }

            for (; column < columnTo; column++)
            {
                ordered.Add(new Step(row, 0, column, 1));
            }
        }
    }

    /// <summary>The first boundary from one to another at which a segment begins, or -1.</summary>
    private static int Start(TokenizedSide side, int from, int to, int step)
    {
        for (var at = from; at != to + step; at += step)
        {
            if (side.IsSegmentStart(at))
            {
                return at;
            }
        }

        return -1;
    }
}
