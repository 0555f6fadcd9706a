using VietJapanTM.Matching.Indexing.Chunks;

namespace VietJapanTM.Matching.Indexing;

/// <summary>How the candidates of a range are found. It steers the speed alone: every plan finds every hit.</summary>
/// <param name="Lists">How many lists are counted, the shortest; 0 to add all lists as bitmaps.</param>
/// <param name="Hits">In how many of these a candidate is at least.</param>
internal readonly record struct CountingPlan(int Lists, int Hits)
{
    /// <summary>What a row that reaches the hits costs further, in posting entries read: its probes and often its distance.</summary>
    private const double CostOfCandidate = 12;

    /// <summary>What adding one bitmap of a whole block costs, in posting entries read.</summary>
    private const double CostOfBitmap = 30;

    /// <summary>Bitmaps' work that does not depend on their number, in bitmaps.</summary>
    private const int FixedBitmaps = 3;

    /// <summary>The share of the entries read that reach so many hits, seen on sentences.</summary>
    private static readonly double[] ShareOfCandidates =
        [1, 1, 0.25, 0.08, 0.03, 0.012, 0.006, 0.003, 0.0015, 0.001, 0.0005, 0.0003, 0.0002, 0.0001];

    /// <summary>True where all lists are added as bitmaps.</summary>
    public bool AddsBitmaps => Lists == 0;

    /// <summary>
    /// The cheapest plan to find every row in at least <paramref name="needed"/> of the lists. A row lacks at most
    /// present − needed of them, so among any present − needed + k it is in at least k.
    /// </summary>
    /// <param name="present">The lists, the shortest first; at least <paramref name="needed"/>.</param>
    /// <param name="sparse">How many of them are no bitmaps.</param>
    /// <param name="needed">1 or more.</param>
    /// <param name="rows">Rows in the range.</param>
    public static CountingPlan Choose(ReadOnlySpan<ListSlice> present, int sparse, int needed, int rows)
    {
        var canAdd = present.Length <= BitmapAdder.MaxBitmaps;
        var mayLack = present.Length - needed;
        var (best, bestCost) = (default(CountingPlan), double.MaxValue);
        if (canAdd)
        {
            bestCost = CostOfBitmap * (present.Length + FixedBitmaps) * rows / Postings.BlockRows;
            foreach (var slice in present[..sparse])
            {
                bestCost += slice.Length;
            }
        }

        double entries = 0;
        for (var lists = 1; lists <= (canAdd ? sparse : present.Length) && entries < bestCost; lists++)
        {
            entries += present[lists - 1].Length;
            var hits = lists - mayLack;
            if (hits >= 1)
            {
                var share = ShareOfCandidates[Math.Min(hits, ShareOfCandidates.Length - 1)];
                var cost = entries * (1 + (CostOfCandidate * share));
                if (cost < bestCost)
                {
                    (best, bestCost) = (new CountingPlan(lists, hits), cost);
                }
            }
        }

        return best;
    }
}
