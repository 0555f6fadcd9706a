using VietJapanTM.Matching.Scoring;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// Compares a text with every row of an index, from the stored strings and without anything that the index computed: what
/// the index must equal.
/// </summary>
internal static class NaiveScan
{
    /// <summary>As <see cref="ISegmentIndex.Search"/>.</summary>
    public static void Search(
        ISegmentIndex index, string text, int threshold, int version, List<SegmentHit> hits, CancellationToken cancellationToken)
    {
        var analyzer = index.Vocabulary.Analyzer;
        var costs = analyzer.Profile.Costs;
        var query = analyzer.Analyze(text);
        foreach (var row in index.Rows(version))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var score = NaiveDistance.Score(costs, query, analyzer.Analyze(row.Variant.Text));
            if (score >= threshold)
            {
                hits.Add(new SegmentHit(row, score));
            }
        }
    }
}
