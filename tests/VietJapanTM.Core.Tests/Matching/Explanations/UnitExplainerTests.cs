using VietJapanTM.Matching.Demotion;
using VietJapanTM.Matching.Explanations;
using VietJapanTM.Matching.Filtering;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;
using VietJapanTM.Terminology;
using static VietJapanTM.Core.Tests.Matching.Units;
using static VietJapanTM.Core.Tests.Terminology.TestGlossary;

namespace VietJapanTM.Core.Tests.Matching.Explanations;

public sealed class UnitExplainerTests
{
    private const string Source = "El primer ministro visitó Hanói.";
    private static readonly Memory Own = new() { Id = "m" };
    private static readonly TranslationUnit Stored = Unit("u", Source, "The prime minister visited Hanoi.") with { Revision = 3 };

    [Fact]
    public void Explain_Match_HasNoReasonAndItsEdits()
    {
        var explanation = UnitExplainer.Explain(Query("El primer ministro visitó Tokio."), new UnitVersion(Stored, null), Own);
        Assert.True(explanation.IsMatch);
        Assert.Equal(80, explanation.Nearest!.Score);
        Assert.Equal((EditKind.Word, 100), (explanation.Edits!.Edits[0].Kind, explanation.Edits.Edits[0].Cost));
    }

    [Fact]
    public void Explain_Miss_GivesTheReason()
    {
        var query = Query(Source);
        var version = new UnitVersion(Stored, null);
        AssertReason(MissKind.Deleted, "Revision 5", query with { AsOf = 6 }, new UnitVersion(Stored, 5));
        AssertReason(MissKind.NotYetWritten, "Revision 3", query with { AsOf = 2 }, version);
        AssertReason(MissKind.OtherMemory, "'m'", query with { Memories = ["n"] }, version);
        AssertReason(MissKind.OtherLanguage, "es, en", Query("Abc", "ja", "en"), version);
        AssertReason(MissKind.NotTranslated, "'vi'", Query(Source, "es", "vi") with { TranslatedOnly = true }, version);
        AssertReason(MissKind.Filtered, "author", query with { Filter = new MatchFilter { Authors = ["Ana"] } }, version);
        AssertReason(MissKind.BelowThreshold, "80, below 90", Query("El primer ministro visitó Tokio.") with { Threshold = 90 }, version);
        AssertReason(MissKind.Penalised, "penalties of 20", query with { Threshold = 90, Memories = [new MemoryChoice("m", Penalty: 20)] }, version);
        var rejected = Stored with { Variants = [Stored.Variants[0] with { Status = VariantStatus.Rejected }, Stored.Variants[1]] };
        AssertReason(MissKind.NotOffered, "rejected", query, new UnitVersion(rejected, null));
    }

    [Fact]
    public void Explain_Unlike_ScoresBelowFiftyToo()
    {
        var explanation = UnitExplainer.Explain(Query("Mañana lloverá en la costa."), new UnitVersion(Stored, null), Own);
        Assert.Equal(MissKind.BelowThreshold, Assert.Single(explanation.Reasons).Kind);
        Assert.InRange(explanation.Nearest!.Score, 0, 49);
        Assert.NotEmpty(explanation.Edits!.Edits);
    }

    [Fact]
    public void Explain_AnyUnitAndQuery_SaysMatchExactlyWhereTheLookupFindsIt() => Seeded.Run(100, random =>
    {
        string[] sources = [Source, "El primer ministro visitó Tokio.", "El presidente visitó Hanói ayer.", "Nada que ver con esto."];
        string[] targets = ["He went.", "He used an extensive pact.", "It was so."];
        var demotion = new TermDemotion(new TermRecognizer([Concept("pact", "es:pacto", "en:pact", "en:extensive pact/deprecated")]));
        var units = Enumerable.Range(0, 12).Select(i =>
        {
            var unit = Unit($"u{i:D2}", sources[random.Next(4)], targets[random.Next(3)], "m" + random.Next(2));
            return unit with
            {
                DocumentId = random.Next(2) == 0 ? "d" : null,
                Variants = random.Next(4) switch
                {
                    0 => [unit.Variants[0]],
                    1 => [unit.Variants[0] with { Status = VariantStatus.Rejected }, unit.Variants[1]],
                    _ => [unit.Variants[0], unit.Variants[1] with { Author = random.Next(2) == 0 ? "Ana" : "" }],
                },
            };
        }).ToArray();
        var index = Index(units);
        var query = Query(sources[random.Next(4)], random.Next(6) == 0 ? "es-MX" : "es") with
        {
            Threshold = random.Next(50, 101),
            MaxResults = 1_000,
            TranslatedOnly = random.Next(3) == 0,
            Memories = random.Next(2) == 0 ? null : [new MemoryChoice("m0", Penalty: random.Next(20))],
            Filter = random.Next(2) == 0 ? MatchFilter.None : new MatchFilter { Authors = ["Ana"], Documents = random.Next(2) == 0 ? ["d"] : [] },
            Demotion = random.Next(2) == 0 ? null : demotion,
        };
        if (index.Log.ListMemories("").All(m => m.Id != "m0"))
        {
            return;
        }

        var found = index.Lookup(query).Matches.ToDictionary(m => m.Unit.Id, m => m.Score);
        foreach (var unit in units)
        {
            var explanation = UnitExplainer.Explain(query, new UnitVersion(unit with { Revision = 1 }, null), new Memory { Id = unit.MemoryId });
            Assert.Equal(found.ContainsKey(unit.Id), explanation.IsMatch);
            Assert.Equal(found.GetValueOrDefault(unit.Id), explanation.IsMatch ? explanation.Nearest!.Score : 0);
        }
    });

    private static void AssertReason(MissKind kind, string words, VietJapanTM.Matching.LookupQuery query, UnitVersion version)
    {
        var reason = Assert.Single(UnitExplainer.Explain(query, version, Own).Reasons);
        Assert.Equal(kind, reason.Kind);
        Assert.Contains(words, reason.Message);
    }
}
