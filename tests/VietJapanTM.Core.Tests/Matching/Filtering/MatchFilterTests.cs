using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Matching.Filtering;
using VietJapanTM.Model;
using static VietJapanTM.Core.Tests.Matching.Units;

namespace VietJapanTM.Core.Tests.Matching.Filtering;

public sealed class MatchFilterTests
{
    private const string Source = "El primer ministro visitó Hanói.";
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Exclusions_SeveralFieldsFail_AreAllNamed() => Assert.Equal(
        [FilterField.Document, FilterField.Status, FilterField.Author],
        new MatchFilter { Documents = ["d"], Statuses = [VariantStatus.Approved], Authors = ["Ken"] }.Exclusions(Unit("u", Source, "T"), Variant("en", "T")));

    [Fact]
    public void Lookup_Filtered_FindsExactlyTheMatchesOfTheWholeAnswerThatPass() => Seeded.Run(150, random =>
    {
        var index = Index([.. Enumerable.Range(0, 60).Select(i => RandomUnit(random, i))]);
        var all = index.Lookup(Query(Source) with { Threshold = 50, MaxResults = 1_000 });
        var filter = RandomFilter(random);
        var expected = all.Matches.Where(m => !filter.Excludes(m.Unit, m.Target ?? m.Source)).Select(m => (m.Unit.Id, m.Target?.Text)).ToArray();
        Assert.True(all.Complete);

        var limit = random.Next(1, 8);
        var filtered = index.Lookup(Query(Source) with { Threshold = 50, MaxResults = limit, Filter = filter, Exhaustive = random.Next(4) == 0 });

        Assert.Equal(expected.Take(limit), filtered.Matches.Select(m => (m.Unit.Id, m.Target?.Text)));
        Assert.Equal(expected.Length <= limit, filtered.Complete);
    });

    [Theory]
    [InlineData(FilterField.Document)]
    [InlineData(FilterField.Status)]
    [InlineData(FilterField.Author)]
    [InlineData(FilterField.Time)]
    [InlineData(FilterField.Attribute)]
    public void Excludes_OneFieldThatFails_NamesIt(FilterField field)
    {
        var filter = new MatchFilter
        {
            Documents = [field == FilterField.Document ? "other" : "d"],
            Statuses = [field == FilterField.Status ? VariantStatus.Approved : VariantStatus.Draft],
            Authors = [field == FilterField.Author ? "Ana" : "Lan"],
            ChangedFrom = Day,
            ChangedBefore = field == FilterField.Time ? Day.AddDays(1) : Day.AddDays(1).AddTicks(1),
            Attributes = Attribute("domain", field == FilterField.Attribute ? "sport" : "law"),
        };
        var unit = Unit("u", Source, "T") with { DocumentId = "d", Attributes = Attribute("domain", "law") };
        var target = unit.Variants[1] with { Author = "Lan", UpdateTime = Day.AddDays(1) };

        Assert.Equal([field], filter.Exclusions(unit, target));
        Assert.True(filter.Excludes(unit, target));
    }

    [Fact]
    public void Excludes_ChangeOfUnknownTime_IsInNoRange() =>
        Assert.Equal([FilterField.Time], new MatchFilter { ChangedFrom = DateTimeOffset.MinValue }.Exclusions(Unit("u", Source, "T"), Variant("en", "T")));

    [Fact]
    public void Lookup_MemoryChoice_CountsInPlaceOfTheMemorysOwnSettings()
    {
        var index = Index(Unit("a", Source, "A", "first"), Unit("b", Source, "B", "second"));
        index.Put(new Memory { Id = "first", Priority = 9, Penalty = 30 });
        var query = Query(Source) with { Memories = [new MemoryChoice("first", Priority: 0, Penalty: 0), new MemoryChoice("second", Priority: 1)] };

        Assert.Equal(["b", "a"], index.Lookup(query).Ids());
        Assert.Equal([100, 92], index.Lookup(query with { Memories = ["second", new MemoryChoice("first", Penalty: 8)] }).Matches.Select(m => m.Score));
        Assert.Equal([100, 70], index.Lookup(query with { Memories = null }).Matches.Select(m => m.Score));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void Lookup_PenaltyOutOfRange_IsRefused(int penalty)
    {
        var error = Assert.Throws<DomainException>(() => Index().Lookup(Query(Source) with { Memories = [new MemoryChoice("m", Penalty: penalty)] }));
        Assert.Equal((ErrorCode.ArgumentInvalid, "memories"), (error.Code, error.Field));
    }

    [Theory]
    [InlineData("es", "en", false, false)]
    [InlineData("tlh", "en", true, false)]
    [InlineData("es", "tlh", false, true)]
    [InlineData("es-MX", "en-GB", false, false)]
    public void Lookup_NothingTranslated_SaysWhichLanguageNothingIsIn(string from, string to, bool source, bool target)
    {
        var result = Index(Unit("u", Source, "T")).Lookup(Query("Algo muy distinto.", from, to));
        Assert.Equal((source, target), (result.LacksSourceLanguage, result.LacksTargetLanguage));
    }

    private static ImmutableSortedDictionary<string, string> Attribute(string name, string value) =>
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).Add(name, value);

    private static MatchFilter RandomFilter(Random random) => new()
    {
        Documents = random.Next(3) == 0 ? ["d1", "d2"] : [],
        Statuses = random.Next(3) == 0 ? [VariantStatus.Approved] : [],
        Authors = random.Next(3) == 0 ? ["Ana", "Lan"] : [],
        ChangedFrom = random.Next(3) == 0 ? Day.AddDays(random.Next(10)) : null,
        ChangedBefore = random.Next(3) == 0 ? Day.AddDays(random.Next(5, 15)) : null,
        Attributes = random.Next(3) == 0 ? Attribute("domain", "law") : MatchFilter.None.Attributes,
    };

    private static TranslationUnit RandomUnit(Random random, int number)
    {
        string[] sources = [Source, "El primer ministro visitó Tokio.", "El primer ministro visitó Hanói ayer.", "Nada que ver con esto."];
        var unit = Unit($"u{number:D3}", sources[random.Next(sources.Length)], "T" + number);
        Variant Target(string text) => unit.Variants[1] with
        {
            Text = text,
            Status = (VariantStatus)random.Next(4),
            Author = random.Next(3) switch { 0 => "Ana", 1 => "Lan", _ => "Ken" },
            UpdateTime = random.Next(5) == 0 ? null : Day.AddDays(random.Next(12)),
        };
        return unit with
        {
            DocumentId = random.Next(2) == 0 ? null : "d" + random.Next(4),
            Attributes = random.Next(2) == 0 ? unit.Attributes : Attribute("domain", random.Next(2) == 0 ? "law" : "sport"),
            Variants = random.Next(6) == 0 ? [unit.Variants[0]] : [unit.Variants[0], Target("T" + number), Target("S" + number)],
        };
    }
}
