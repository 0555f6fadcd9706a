using VietJapanTM.Matching;
using VietJapanTM.Model;
using static VietJapanTM.Core.Tests.Matching.Units;

namespace VietJapanTM.Core.Tests.Matching;

/// <summary>The order of matches is total: what a look-up answers depends on the units alone, not on when they came.</summary>
public sealed class MatchOrderTests
{
    private const string Source = "El primer ministro visitó Hanói.";
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lookup_UnitsInAnyOrder_AnswersAlike() => Seeded.Run(100, random =>
    {
        var units = Enumerable.Range(0, 25).Select(i => RandomUnit(random, i)).ToArray();
        var query = Query(Source) with { Threshold = 50, MaxResults = 1_000 };
        query = random.Next(2) == 0 ? query : query with { Previous = "Antes.", Next = "Después." };
        var expected = Answer(Index(units), query);
        random.Shuffle(units);

        Assert.Equal(expected, Answer(Index(units), query));
        Assert.Equal(expected.Take(5), Answer(Index(units), query with { MaxResults = 5 }));
    });

    [Fact]
    public void Lookup_EachPairOfNeighbours_IsOrderedByTheFirstRuleThatTellsThemApart() => Seeded.Run(100, random =>
    {
        var index = Index([.. Enumerable.Range(0, 25).Select(i => RandomUnit(random, i))]);
        index.Put(new Memory { Id = "m1", Priority = 1 });
        var matches = index.Lookup(Query(Source) with { Threshold = 50, MaxResults = 1_000, Previous = "Antes.", Next = "Después." }).Matches;

        for (var i = 1; i < matches.Length; i++)
        {
            Assert.True(Rank(matches[i - 1]).CompareTo(Rank(matches[i])) < 0, $"match {i} of {matches.Length}");
        }
    });

    /// <summary>The published order, written down once more: smaller comes first.</summary>
    private static (int, bool, int, int, int, long, (string, string)) Rank(LookupMatch match)
    {
        var ranked = match.Target ?? match.Source;
        var context = new[] { match.Previous, match.Next }.Sum(s => s switch { ContextState.Same => 2, ContextState.Unknown => 1, _ => 0 });
        return (
            -match.Score, match.Target is null, -context, match.Unit.MemoryId == "m1" ? -1 : 0, -(int)ranked.Status,
            -(ranked.UpdateTime ?? ranked.CreateTime ?? DateTimeOffset.MinValue).UtcTicks, (match.Unit.Id, ranked.Text));
    }

    private static (string Id, string? Target, int Score)[] Answer(IndexedUnits index, LookupQuery query) =>
        [.. index.Lookup(query).Matches.Select(m => (m.Unit.Id, m.Target?.Text, m.Score))];

    private static TranslationUnit RandomUnit(Random random, int number)
    {
        var source = Variant("es", random.Next(3) == 0 ? "El primer ministro visitó Tokio." : Source) with
        {
            Previous = random.Next(3) switch { 0 => null, 1 => ContextHash.Of("Antes."), _ => ContextHash.Edge },
            Next = random.Next(3) switch { 0 => null, 1 => ContextHash.Of("Después."), _ => ContextHash.Edge },
        };
        Variant Target(string text) => Variant("en", text) with
        {
            Status = (VariantStatus)random.Next(3),
            UpdateTime = random.Next(4) == 0 ? null : Day.AddDays(random.Next(3)),
        };
        var unit = new TranslationUnit { Id = $"u{number:D3}", MemoryId = "m" + random.Next(3), Variants = [source] };
        return random.Next(5) == 0 ? unit : unit with { Variants = [source, Target("A"), Target("B")] };
    }
}
