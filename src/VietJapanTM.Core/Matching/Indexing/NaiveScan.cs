using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;

namespace VietJapanTM.Matching.Indexing;

/// <summary>
/// Compares a text with others one by one, from the strings and without anything that the index computed: what the index must equal.
/// </summary>
internal sealed class NaiveScan
{
    private readonly SegmentAnalyzer _analyzer;
    private readonly List<SegmentToken> _query;

    /// <summary>Prepares a query.</summary>
    public NaiveScan(MatchProfile profile, LanguageTag language, string query)
    {
        _analyzer = new SegmentAnalyzer(profile, language);
        _query = _analyzer.Analyze(query);
    }

    /// <summary>The score of a stored text, 0 to 100.</summary>
    public int Score(string text) => NaiveDistance.Score(_analyzer.Profile.Costs, _query, _analyzer.Analyze(text));
}
