using System.Globalization;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Filtering;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;
using static VietJapanTM.Core.Tests.Matching.Units;

namespace VietJapanTM.Core.Tests.Matching;

/// <summary>Hits before their units are fetched: all of them where they are asked for, and no more fetched than an answer needs.</summary>
public sealed class LookupHitTests
{
    [Fact]
    public void FindHits_AnyUnits_AreThoseThatALookupAnswers() => Seeded.Run(150, random =>
    {
        var generator = new SegmentGenerator(random);
        var texts = Enumerable.Range(0, 60).Select(_ => generator.Segment()).Where(t => !string.IsNullOrWhiteSpace(t)).ToArray();
        var index = Index([.. texts.Select((t, i) => Unit($"u{i:D3}", t, "T", "m" + random.Next(3)))]);
        index.Put(new Memory { Id = "m1", Penalty = 7 });
        var query = Query(random.Next(2) == 0 ? texts[random.Next(texts.Length)] : generator.Segment()) with
        {
            Threshold = random.Next(50, 101),
            MaxResults = int.MaxValue,
            Profile = random.Next(2) == 0 ? MatchProfile.Plain : MatchProfile.Standard,
            Memories = random.Next(2) == 0 ? null : [new MemoryChoice("m0", Penalty: 3), new MemoryChoice("m1")],
        };
        if (string.IsNullOrWhiteSpace(query.Text))
        {
            return;
        }

        var hits = index.Index.FindHits(query);

        Assert.Equal(hits.Select(h => h.Score).OrderDescending(), hits.Select(h => h.Score));
        Assert.All(hits, h => Assert.Equal((0, 1L), (h.VariantIndex, h.Revision)));
        Assert.Equal(
            index.Lookup(query).Matches.Select(m => (m.Unit.Id, m.Unit.MemoryId, m.Score)).Order(),
            hits.Select(h => (h.UnitId, h.MemoryId, h.Score)).Order());
    });

    [Fact]
    public void FindHits_OnlyContextCouldLiftIt_IsNoHit()
    {
        var index = Index(Unit("u", "El primer ministro.", "T"));
        index.Put(new Memory { Id = "m", Penalty = 1 });
        var query = Query("El primer ministro.") with { Threshold = 100 };

        Assert.Empty(index.Index.FindHits(query));
        Assert.Equal(99, Assert.Single(index.Index.FindHits(query with { Threshold = 99 })).Score);
    }

    [Theory]
    [InlineData(null, 6)]
    [InlineData(VariantStatus.Approved, 6)]
    public void Lookup_ManyEqualHits_FetchesNoMoreThanTheAnswerNeeds(VariantStatus? status, int max)
    {
        const int units = 2_000;
        var log = new UnitLog();
        log.Apply(Enumerable.Range(0, units).Select(i => Put(Numbered(i, i % 100 == 3 ? status : null))));
        var source = new CountedSource(log);
        var index = new TranslationMemoryIndex(source, Tenants.Default);
        index.CatchUp();
        var query = Query("Unidad de prueba número 77777 con la palabra final") with { MaxResults = max };
        var expected = index.Lookup(query with { MaxResults = units });
        var before = source.Fetched;

        var result = index.Lookup(query);

        Assert.InRange(source.Fetched - before, max, 20);
        Assert.Equal((units, true, false), (expected.Matches.Length, expected.Complete, result.Complete));
        Assert.Equal(expected.Ids().Take(max), result.Ids());
    }

    private static TranslationUnit Numbered(int number, VariantStatus? status)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var unit = Unit($"u{number:D5}", $"Unidad de prueba número {text} con la palabra final", $"Test unit {text}");
        return status is null ? unit : unit with { Variants = [unit.Variants[0], unit.Variants[1] with { Status = status.Value }] };
    }
}
