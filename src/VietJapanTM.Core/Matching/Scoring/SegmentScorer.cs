using VietJapanTM.Model;

namespace VietJapanTM.Matching.Scoring;

/// <summary>Scores one pair of texts, without an index. Thread-safe.</summary>
public static class SegmentScorer
{
    /// <summary>The score of two texts of one language, 0 to 100, before context and penalties. Two blank texts score 100.</summary>
    public static int Score(MatchProfile profile, LanguageTag language, string query, string source)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var analyzer = new SegmentAnalyzer(profile, language);
        var (q, s) = (analyzer.Analyze(query), analyzer.Analyze(source));
        return q.Count == 0 && s.Count == 0 ? 100 : NaiveDistance.Score(profile.Costs, q, s);
    }

    /// <summary>Says which edits a score consists of and what differs, for a hit as for a text that did not match.</summary>
    /// <exception cref="Errors.DomainException">
    /// <see cref="Errors.ErrorCode.TextTooLong"/>: the texts differ over more than 8,000 tokens on both sides.
    /// </exception>
    public static ScoreExplanation Explain(MatchProfile profile, LanguageTag language, string query, string source)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var analyzer = new SegmentAnalyzer(profile, language);
        var (q, s) = (analyzer.Analyze(query), analyzer.Analyze(source));
        var script = new EditScript(profile.Costs, query, q, source, s);
        foreach (var step in TokenAlignment.Of(profile.Costs, q, s))
        {
            script.Add(step);
        }

        var weight = Math.Max(NaiveDistance.Weight(profile.Costs, q), NaiveDistance.Weight(profile.Costs, s));
        var edits = script.Edits();
        var distance = edits.Sum(e => e.Cost);
        return new ScoreExplanation
        {
            Profile = profile.Name,
            Version = profile.Version,
            Score = weight == 0 ? 100 : MatchProfile.Score(distance, weight),
            Distance = distance,
            Weight = weight,
            Edits = edits,
            Difference = script.Difference(),
        };
    }
}
