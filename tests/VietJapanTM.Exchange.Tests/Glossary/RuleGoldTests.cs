using VietJapanTM.Exchange.Glossary;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;
using Xunit.Abstractions;

namespace VietJapanTM.Exchange.Tests.Glossary;

/// <summary>
/// The check with the shipped glossary on sentence pairs that a translator wrote who had read what the rules promise and the glossary, and
/// not the program: every rule, at whatever weight.
/// </summary>
public sealed class RuleGoldTests(ITestOutputHelper output)
{
    private static readonly TermChecker Checker = new(new TermRecognizer(
        GlossaryFolder.Read(RepositoryRoot.Combine("glossary"), new DiagnosticSink()).Entries.Select(e => e.Concept)));

    [Theory]
    [InlineData("tuning", 0.98, 0.97)]
    [InlineData("heldout", 0.98, 0.96)]
    public void Check_PairsOfAStranger_IsPreciseAndCompleteInEachLanguage(string part, double precision, double recall)
    {
        var languages = new SortedDictionary<string, GoldScore>(StringComparer.Ordinal);
        var rules = new SortedDictionary<string, GoldScore>(StringComparer.Ordinal);
        foreach (var document in RuleGoldPair.ReadDocuments(part))
        {
            var found = Checker.CheckAll([.. document.Select(p => p.Segment)]);
            for (var i = 0; i < document.Count; i++)
            {
                Count(document[i], found[i], languages, rules);
                if (part == "tuning")
                {
                    Explain(document[i], found[i]);
                }
            }
        }

        output.WriteLine(GoldScore.Header);
        foreach (var (name, score) in languages.Concat(rules))
        {
            output.WriteLine(score.Row(name));
        }

        Assert.All(languages, l => Assert.True(l.Value.Precision >= precision && l.Value.Recall >= recall, l.Value.Row(l.Key)));
    }

    private static void Count(
        RuleGoldPair pair, IReadOnlyList<Finding> found, SortedDictionary<string, GoldScore> languages, SortedDictionary<string, GoldScore> rules)
    {
        var right = found.Where(f => pair.Expected.Any(e => RuleGoldPair.IsAbout(f, e))).Select(f => f.Rule.Id).ToList();
        var met = pair.Expected.Where(e => found.Any(f => RuleGoldPair.IsAbout(f, e))).Select(e => e.Rule).ToList();
        foreach (var language in new[] { "all", pair.Segment.SourceLanguage.Value, pair.Segment.TargetLanguage.Value })
        {
            Of(languages, language).Add(pair.Expected.Count, found.Count, right.Count, met.Count);
        }

        foreach (var rule in found.Select(f => f.Rule.Id).Concat(pair.Expected.Select(e => e.Rule)).Distinct())
        {
            Of(rules, rule).Add(
                pair.Expected.Count(e => e.Rule == rule), found.Count(f => f.Rule.Id == rule), right.Count(r => r == rule), met.Count(r => r == rule));
        }
    }

    private static GoldScore Of(SortedDictionary<string, GoldScore> scores, string name) =>
        scores.TryGetValue(name, out var score) ? score : scores[name] = new GoldScore();

    private void Explain(RuleGoldPair pair, IReadOnlyList<Finding> found)
    {
        foreach (var finding in found.Where(f => !pair.Expected.Any(e => RuleGoldPair.IsAbout(f, e))))
        {
            output.WriteLine($"false alarm {pair.Id} ({pair.Note}): {finding.Rule.Id} {finding.Concept?.Id} {finding.Text} in {pair.Segment}");
        }

        foreach (var (rule, about) in pair.Expected.Where(e => !found.Any(f => RuleGoldPair.IsAbout(f, e))))
        {
            output.WriteLine($"missed {pair.Id} ({pair.Note}): {rule} {about} in {pair.Segment}");
        }
    }
}
