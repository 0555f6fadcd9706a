namespace VietJapanTM.Matching.Scoring;

/// <summary>
/// The textbook edit distance of two segments, cell by cell, from their strings (Wagner and Fischer, The string-to-string
/// correction problem, JACM 1974). It defines the score; everything faster is tested against it. O(n·m) time, O(m) memory.
/// </summary>
internal static class NaiveDistance
{
    /// <summary>The distance in hundredths of a word.</summary>
    public static int Of(EditCosts costs, IReadOnlyList<SegmentToken> query, IReadOnlyList<SegmentToken> source)
    {
        var above = new int[source.Count + 1];
        var row = new int[source.Count + 1];
        for (var j = 1; j <= source.Count; j++)
        {
            above[j] = above[j - 1] + costs.Weight(source[j - 1].Form.Kind);
        }

        for (var i = 1; i <= query.Count; i++)
        {
            row[0] = above[0] + costs.Weight(query[i - 1].Form.Kind);
            for (var j = 1; j <= source.Count; j++)
            {
                var insert = above[j] + costs.Weight(query[i - 1].Form.Kind);
                var delete = row[j - 1] + costs.Weight(source[j - 1].Form.Kind);
                var pair = above[j - 1] + TokenCosts.Pair(costs, query[i - 1], source[j - 1]);
                row[j] = Math.Min(pair, Math.Min(insert, delete));
            }

            (above, row) = (row, above);
        }

        return above[source.Count];
    }

    /// <summary>The weight of a segment: what it costs to insert all of it.</summary>
    public static int Weight(EditCosts costs, IReadOnlyList<SegmentToken> segment)
    {
        var weight = 0;
        foreach (var token in segment)
        {
            weight += costs.Weight(token.Form.Kind);
        }

        return weight;
    }

    /// <summary>The score of two segments, 0 to 100.</summary>
    public static int Score(EditCosts costs, IReadOnlyList<SegmentToken> query, IReadOnlyList<SegmentToken> source) =>
        MatchProfile.Score(Of(costs, query, source), Math.Max(Weight(costs, query), Weight(costs, source)));
}
