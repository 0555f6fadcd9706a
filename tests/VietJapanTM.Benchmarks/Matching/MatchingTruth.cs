using System.Globalization;
using VietJapanTM.Matching.Indexing;
using VietJapanTM.Testing;

namespace VietJapanTM.Benchmarks.Matching;

/// <summary>The best matches of each query, found by comparing it with every unit: what no index may miss.</summary>
internal sealed class MatchingTruth
{
    private readonly List<(int Score, int[] Units)> _best = [];

    private MatchingTruth()
    {
    }

    /// <summary>Reads the truth of a set; best matches beyond the first <paramref name="units"/> units are left out.</summary>
    public static MatchingTruth Read(string set, int units)
    {
        var truth = new MatchingTruth();
        foreach (var line in File.ReadLines(Path.Combine(TestData.Root!, "fuzzy", $"truth_{set}.tsv")))
        {
            var fields = line.Split('\t');

            // The file rounds the similarity to six digits; a whole percent may lie just above what it says.
            var score = (int)((double.Parse(fields[1], CultureInfo.InvariantCulture) * 100) + 0.0001);
            var lines = fields[3].Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => int.Parse(l, CultureInfo.InvariantCulture)).Where(l => l <= units);
            truth._best.Add((score, [.. lines]));
        }

        return truth;
    }

    /// <summary>How many best matches reach the threshold.</summary>
    public int Expected(int threshold) => _best.Where(b => b.Score >= threshold).Sum(b => b.Units.Length);

    /// <summary>How many best matches of a query are not among the hits with their score.</summary>
    public int Missed(int query, int threshold, List<SegmentHit> hits)
    {
        var (score, units) = _best[query];
        return score < threshold ? 0 : units.Count(u => !hits.Exists(h => h.Score == score && NumberOf(h) == u));
    }

    /// <summary>The line of a hit's text in the corpus.</summary>
    private static int NumberOf(SegmentHit hit) => int.Parse(hit.Chunk.UnitIdOf(hit.Row).AsSpan(1), CultureInfo.InvariantCulture) + 1;
}
