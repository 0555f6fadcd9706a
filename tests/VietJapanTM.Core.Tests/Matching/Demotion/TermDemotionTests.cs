using VietJapanTM.Matching;
using VietJapanTM.Matching.Demotion;
using VietJapanTM.Terminology;
using static VietJapanTM.Core.Tests.Matching.Units;
using static VietJapanTM.Core.Tests.Terminology.TestGlossary;

namespace VietJapanTM.Core.Tests.Matching.Demotion;

public sealed class TermDemotionTests
{
    private const string Source = "Los líderes reafirmaron su asociación estratégica integral.";
    private const string Good = "The leaders reaffirmed their comprehensive strategic partnership.";
    private const string Bad = "The leaders reaffirmed their extensive strategic partnership.";

    private static readonly TermDemotion Glossary = new(new TermRecognizer([
        Concept("csp", "es:asociación estratégica integral", "en:comprehensive strategic partnership", "en:extensive strategic partnership/deprecated"),
    ]));

    [Fact]
    public void Lookup_ForbiddenTermInTheTarget_RanksBehindAndIsNamed()
    {
        var index = Index(Unit("a", Source, Bad), Unit("b", Source, Good));
        var result = index.Lookup(Query(Source) with { Demotion = Glossary });

        Assert.Equal(["b", "a"], result.Ids());
        Assert.Equal([100, 95], result.Matches.Select(m => m.Score));
        Assert.Equal(new AppliedPenalty(PenaltyKind.ForbiddenTerm, TermDemotion.Points), Assert.Single(result.Matches[1].Penalties));
        var flaw = Assert.Single(result.Matches[1].Flaws);
        Assert.Equal(("VJT001", "csp", "extensive strategic partnership"), (flaw.RuleId, flaw.ConceptId, flaw.Text));
        Assert.Equal(flaw.Text, flaw.Span.Of(Bad).ToString());
        Assert.Equal("comprehensive strategic partnership", Assert.Single(flaw.Replacements));
        Assert.Empty(result.Matches[0].Flaws);
    }

    [Fact]
    public void Lookup_WithoutAGlossary_DemotesNothing() =>
        Assert.Equal(["a", "b"], Index(Unit("a", Source, Bad), Unit("b", Source, Good)).Lookup(Query(Source)).Ids());

    [Theory]
    [InlineData(95, true)]
    [InlineData(96, false)]
    public void Lookup_Threshold_AppliesAfterTheDemotion(int threshold, bool found)
    {
        var result = Index(Unit("a", Source, Bad)).Lookup(Query(Source) with { Demotion = Glossary, Threshold = threshold });
        Assert.Equal((found ? 1 : 0, true), (result.Matches.Length, result.Complete));
    }

    [Fact]
    public void Lookup_DemotedAndCut_EqualsRankingAllFirst() => Seeded.Run(200, random =>
    {
        string[] words = ["hoy", "ayer", "siempre", "mañana"];
        string[] sources = [Source, .. words.Select(w => Source[..^1] + " " + w + ".")];
        var units = Enumerable.Range(0, 30).Select(i => Unit($"u{i:D2}", sources[random.Next(5)], random.Next(2) == 0 ? Bad : Good)).ToArray();
        var query = Query(Source) with { Demotion = Glossary, Threshold = random.Next(70, 100), MaxResults = 1_000 };
        var all = Index(units).Lookup(query);
        var expected = Index(units).Lookup(query with { Demotion = null }).Matches
            .Select(m => (m.Unit.Id, Score: m.Score - (m.Target!.Text == Bad ? TermDemotion.Points : 0)))
            .Where(m => m.Score >= query.Threshold)
            .OrderByDescending(m => m.Score).ThenBy(m => m.Id, StringComparer.Ordinal)
            .ToArray();
        Assert.Equal(expected, all.Matches.Select(m => (m.Unit.Id, m.Score)));

        var limit = random.Next(1, 10);
        var cut = Index(units).Lookup(query with { MaxResults = limit });
        Assert.Equal(expected.Take(limit), cut.Matches.Select(m => (m.Unit.Id, m.Score)));
        Assert.Equal(expected.Length <= limit, cut.Complete);
    });
}
