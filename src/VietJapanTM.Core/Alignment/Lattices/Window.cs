using VietJapanTM.Alignment.Scoring;

namespace VietJapanTM.Alignment.Lattices;

/// <summary>
/// Source rows of a corridor that are searched at once, from a boundary that the path passes through. All but the last window
/// of a document end open, wherever the best path leaves the last row.
/// </summary>
/// <param name="Row">First source boundary.</param>
/// <param name="Column">Target boundary at which the path enters.</param>
/// <param name="EndRow">Last source boundary.</param>
/// <param name="EndColumn">Last target boundary that the window reaches.</param>
internal readonly record struct Window(int Row, int Column, int EndRow, int EndColumn)
{
    private const int MostCells = 1 << 16;
    private const int LeastRows = 8;
    private const int MostRows = 72;

    /// <summary>The source segments.</summary>
    public SegmentSpan Sources => new(Row, EndRow - Row);

    /// <summary>The target segments.</summary>
    public SegmentSpan Targets => new(Column, EndColumn - Column);

    /// <summary>Boundaries of the target within the window.</summary>
    public int Width => EndColumn - Column + 1;

    /// <summary>The window that begins at a boundary; as many rows as keep it small.</summary>
    public static Window From(Corridor corridor, int row, int column)
    {
        var end = Math.Min(corridor.SourceCount, row + MostRows);
        while (end - row > LeastRows && (long)(end - row) * (corridor.High(end) - column) > MostCells)
        {
            end = row + Math.Max(LeastRows, (end - row) * 3 / 4);
        }

        return new Window(row, column, end, corridor.High(end));
    }

    /// <summary>First target boundary of a row that is in the corridor and in the window.</summary>
    public int Low(Corridor corridor, int row) => Math.Max(Column, corridor.Low(row));

    /// <summary>Last target boundary of a row.</summary>
    public int High(Corridor corridor, int row) => Math.Min(EndColumn, corridor.High(row));

    /// <summary>Prepares a scorer for every bead within the corridor.</summary>
    public void Prepare(PairScorer scorer, Corridor corridor)
    {
        const int reach = BeadType.MaxSide - 1;
        var sourcesNear = new Near[Targets.Count];
        var targetsNear = new Near[Sources.Count];
        int from = 0, to = 0;
        for (var t = 0; t < sourcesNear.Length; t++)
        {
            while (from < Sources.Count && High(corridor, Row + from) + reach < Column + t)
            {
                from++;
            }

            while (to < Sources.Count && Low(corridor, Row + to) <= Column + t)
            {
                to++;
            }

            sourcesNear[t] = new Near(from, to);
        }

        for (var s = 0; s < targetsNear.Length; s++)
        {
            var low = Low(corridor, Math.Max(Row, Row + s - reach));
            var high = Math.Min(High(corridor, Row + s), EndColumn - 1);
            targetsNear[s] = new Near(low - Column, high - Column + 1);
        }

        scorer.Prepare(Sources, Targets, sourcesNear, targetsNear);
    }
}
