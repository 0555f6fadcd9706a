using VietJapanTM.Exchange.Glossary;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;
using Xunit.Abstractions;

namespace VietJapanTM.Exchange.Tests.Glossary;

/// <summary>The check with the shipped glossary, measured on the gold set.</summary>
public sealed class CheckGoldTests(ITestOutputHelper output)
{
    private static readonly TermRecognizer Recognizer = new(
        GlossaryFolder.Read(RepositoryRoot.Combine("glossary"), new DiagnosticSink()).Entries.Select(e => e.Concept));

    private static readonly TermChecker Checker = new(Recognizer);

    [Theory]
    [InlineData("tuning", 0.98, 0.97)]
    [InlineData("heldout", 0.97, 0.97)]
    public void Check_GoldPart_IsPreciseAndCompleteInEachLanguage(string part, double precision, double recall)
    {
        var pairs = GoldPair.ReadAll(part);
        var rows = pairs.SelectMany(p => new[] { p.From, p.To }).Distinct()
            .Select(language => (Name: language.Value, Score: GoldScore.Of(pairs.Where(p => p.From == language || p.To == language), Recognizer, Checker)))
            .Append((Name: "all", Score: GoldScore.Of(pairs, Recognizer, Checker)))
            .ToList();
        output.WriteLine(GoldScore.Header);
        rows.ForEach(row => output.WriteLine(row.Score.Row(row.Name)));
        if (part == "tuning")
        {
            pairs.ForEach(Explain);
        }

        Assert.All(rows, row => Assert.True(row.Score.Precision >= precision && row.Score.Recall >= recall, row.Score.Row(row.Name)));
    }

    [Fact]
    public void GoldSet_Parts_AreSplitByTheHashOfTheId()
    {
        Assert.All(GoldPair.ReadAll("tuning"), p => Assert.NotEqual(0u, Fnv1A(p.Id) % 3));
        Assert.All(GoldPair.ReadAll("heldout"), p => Assert.Equal(0u, Fnv1A(p.Id) % 3));
    }

    // Only the part that is tuned on is shown pair by pair.
    private void Explain(GoldPair pair)
    {
        var found = pair.Found(Recognizer, Checker);
        foreach (var finding in found.Where(f => !pair.Expected.Any(f.IsAt)))
        {
            output.WriteLine($"false alarm {pair.Id} ({pair.Shows}): {finding.Rule} {Words(pair, finding)} in {pair.Source} → {pair.Target}");
        }

        foreach (var finding in pair.Expected.Where(e => !found.Any(e.IsAt)))
        {
            output.WriteLine($"missed {pair.Id} ({pair.Shows}): {finding.Rule} {Words(pair, finding)} in {pair.Source} → {pair.Target}");
        }
    }

    private static string Words(GoldPair pair, GoldFinding finding) =>
        (finding.Side == TextSide.Source ? pair.Source : pair.Target)[finding.Start..finding.End];

    private static uint Fnv1A(string id) => id.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u));
}
