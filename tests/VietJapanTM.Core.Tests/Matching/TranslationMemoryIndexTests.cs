using VietJapanTM.Errors;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using static VietJapanTM.Core.Tests.Matching.Units;

namespace VietJapanTM.Core.Tests.Matching;

public sealed class TranslationMemoryIndexTests
{
    private const string Source = "El primer ministro visitó Hanói.";
    private const string Target = "The prime minister visited Hanoi.";

    [Fact]
    public void Lookup_SameText_Scores100()
    {
        var match = Assert.Single(Index(Unit("u", Source, Target)).Lookup(Query(Source)).Matches);
        Assert.Equal((100, 100, Target), (match.Score, match.BaseScore, match.Target?.Text));
        Assert.Empty(match.Penalties);
        Assert.Equal((ContextState.Unknown, ContextState.Unknown), (match.Previous, match.Next));
    }

    [Fact]
    public void Lookup_OtherDirection_FindsTheSource()
    {
        var match = Assert.Single(Index(Unit("u", Source, Target)).Lookup(Query(Target, "en", "es")).Matches);
        Assert.Equal(Source, match.Target?.Text);
    }

    [Fact]
    public void Lookup_OneWordOfSevenTokensDiffers_ScoresFuzzy()
    {
        // Five words and a full stop weigh 525; one word replaced costs 100: 80.95 %.
        var match = Assert.Single(Index(Unit("u", Source, Target)).Lookup(Query("El primer ministro visitó Tokio.")).Matches);
        Assert.Equal(80, match.Score);
    }

    [Theory]
    [InlineData("el primer ministro visitó Hanói.")]
    [InlineData("El primer ministro visito Hanói.")]
    [InlineData("El primer  ministro visitó Hanói.")]
    [InlineData("El primer ministro visitó Hanói")]
    public void Lookup_CheapDifference_ScoresBetween90And99(string text)
    {
        var match = Assert.Single(Index(Unit("u", Source, Target)).Lookup(Query(text)).Matches);
        Assert.InRange(match.Score, 90, 99);
    }

    [Fact]
    public void Lookup_BothNeighboursTheSame_Scores101()
    {
        var unit = Unit("u", Source, Target);
        var inContext = unit with
        {
            Id = "c",
            Variants = [unit.Variants[0] with { Previous = ContextHash.Edge, Next = ContextHash.Of("Luego, Tokio.") }, unit.Variants[1]],
        };
        var result = Index(unit, inContext).Lookup(Query(Source) with { Previous = "", Next = "Luego, Tokio." });
        Assert.Equal(["c", "u"], result.Ids());
        Assert.Equal([101, 100], result.Matches.Select(m => m.Score));
        Assert.Equal(ContextState.Same, result.Matches[0].Next);
    }

    [Theory]
    [InlineData("", "Otra.", ContextState.Same, ContextState.Different)]
    [InlineData("", null, ContextState.Same, ContextState.Unknown)]
    [InlineData(null, null, ContextState.Unknown, ContextState.Unknown)]
    public void Lookup_ContextNotWholly_ScoresJust100(string? previous, string? next, ContextState first, ContextState second)
    {
        var unit = Unit("u", Source, Target);
        unit = unit with { Variants = [unit.Variants[0] with { Previous = ContextHash.Edge, Next = ContextHash.Edge }, unit.Variants[1]] };
        var match = Assert.Single(Index(unit).Lookup(Query(Source) with { Previous = previous, Next = next }).Matches);
        Assert.Equal((100, first, second), (match.Score, match.Previous, match.Next));
    }

    [Fact]
    public void Lookup_SameDocumentAndKey_Scores101()
    {
        var unit = Unit("u", Source, Target) with { DocumentId = "d", Key = "k" };
        var match = Assert.Single(Index(unit).Lookup(Query(Source) with { DocumentId = "d", Key = "k" }).Matches);
        Assert.Equal((101, true), (match.Score, match.IsSamePlace));
        Assert.Equal(100, Index(unit).Lookup(Query(Source) with { DocumentId = "d", Key = "l" }).Matches[0].Score);
    }

    [Fact]
    public void Lookup_PlainAndOtherCaseInContext_DoesNotScore101()
    {
        var unit = Unit("u", Source.ToUpperInvariant(), Target) with { DocumentId = "d", Key = "k" };
        var query = Query(Source) with { DocumentId = "d", Key = "k", Profile = MatchProfile.Plain };
        Assert.Equal(100, Index(unit).Lookup(query).Matches[0].Score);
    }

    [Fact]
    public void Lookup_MemoryWithPenalty_NamesItAndKeepsTheThreshold()
    {
        var index = Index(Unit("u", Source, Target));
        index.Put(new Memory { Id = "m", Penalty = 7 });
        var match = Assert.Single(index.Lookup(Query(Source) with { Threshold = 93 }).Matches);
        Assert.Equal((93, 100), (match.Score, match.BaseScore));
        Assert.Equal(new AppliedPenalty(PenaltyKind.Memory, 7), Assert.Single(match.Penalties));
        Assert.Empty(index.Lookup(Query(Source) with { Threshold = 94 }).Matches);
    }

    [Theory]
    [InlineData(0.9, VariantStatus.Draft, 0)]
    [InlineData(0.8, VariantStatus.Draft, 0)]
    [InlineData(0.79, VariantStatus.Draft, 1)]
    [InlineData(0.4, VariantStatus.Draft, 10)]
    [InlineData(0.0, VariantStatus.Draft, 20)]
    [InlineData(0.1, VariantStatus.Approved, 0)]
    public void Lookup_PairThatTheAlignerDoubts_IsPenalisedUntilSomebodyReviewsIt(double confidence, VariantStatus status, int points)
    {
        var unit = Unit("u", Source, Target);
        unit = unit with
        {
            Variants = [.. unit.Variants.Select(v => v with { Status = status })],
            Confidences = [new PairConfidence(LanguageTag.Spanish, LanguageTag.English, confidence)],
        };
        var match = Assert.Single(Index(unit).Lookup(Query(Source)).Matches);
        Assert.Equal(100 - points, match.Score);
        Assert.Equal(points, match.Penalties.Sum(p => p.Points));
        Assert.All(match.Penalties, p => Assert.Equal(PenaltyKind.Alignment, p.Kind));
    }

    [Fact]
    public void Lookup_PairThatTheAlignerDoubts_IsPenalisedThoughAnotherPairOfItsUnitWasReviewed()
    {
        var unit = Unit("u", Source, Target) with { Confidences = [new PairConfidence(LanguageTag.Spanish, LanguageTag.English, 0.4)] };
        unit = unit with { Variants = [.. unit.Variants.Select(v => v.Language == LanguageTag.English ? v with { Status = VariantStatus.Approved } : v)] };
        Assert.Equal(90, Assert.Single(Index(unit).Lookup(Query(Source)).Matches).Score);
    }

    [Theory]
    [InlineData("es", "en", 100)]
    [InlineData("es-MX", "en", 100)]
    [InlineData("es-AR", "en", 99)]
    [InlineData("es-AR", "en-GB", 98)]
    public void Lookup_Regions_PenaliseSiblingsByName(string from, string to, int score)
    {
        var unit = Unit("u", Source, Target);
        unit = unit with { Variants = [Variant("es-MX", Source), Variant("en-US", Target)] };
        var match = Assert.Single(Index(unit).Lookup(Query(Source, from, to)).Matches);
        Assert.Equal(score, match.Score);
        Assert.Equal(100 - score, match.Penalties.Sum(p => p.Points));
    }

    [Theory]
    [InlineData("sr-Latn", "sr-Cyrl")]
    [InlineData("zh-TW", "zh-CN")]
    [InlineData("es", "pt")]
    public void Lookup_OtherScriptOrLanguage_FindsNothing(string asked, string stored)
    {
        var unit = new TranslationUnit { Id = "u", MemoryId = "m", Variants = [Variant(stored, "Abc"), Variant("en", "Abc")] };
        Assert.Empty(Index(unit).Lookup(Query("Abc", asked)).Matches);
    }

    [Fact]
    public void Lookup_RejectedVariants_AreNeverOffered()
    {
        var unit = Unit("u", Source, Target);
        var index = Index(
            unit with { Variants = [unit.Variants[0], unit.Variants[1] with { Status = VariantStatus.Rejected }] },
            unit with { Id = "v", Variants = [unit.Variants[0] with { Status = VariantStatus.Rejected }, unit.Variants[1]] });
        Assert.Null(Assert.Single(index.Lookup(Query(Source)).Matches).Target);
        Assert.Empty(index.Lookup(Query(Source) with { TranslatedOnly = true }).Matches);
        Assert.Empty(index.Lookup(Query(Target, "en", "es") with { TranslatedOnly = true }).Matches);
    }

    [Fact]
    public void Lookup_UnitWithoutTheTarget_ComesAfterTranslatedOnesOfItsScore()
    {
        var bare = new TranslationUnit { Id = "a", MemoryId = "m", Variants = [Variant("es", Source)] };
        var index = Index(bare, Unit("b", Source, Target), Unit("c", Source + "!", Target));
        Assert.Equal(["b", "a", "c"], index.Lookup(Query(Source)).Ids());
        Assert.Equal(["b", "c"], index.Lookup(Query(Source) with { TranslatedOnly = true }).Ids());
    }

    [Fact]
    public void Lookup_SeveralTargets_ApprovedFirstThenNewest()
    {
        var time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        TranslationUnit Make(string id, VariantStatus status, int day)
        {
            var unit = Unit(id, Source, Target + id);
            return unit with { Variants = [unit.Variants[0], unit.Variants[1] with { Status = status, UpdateTime = time.AddDays(day) }] };
        }

        var index = Index(
            Make("old", VariantStatus.Draft, 1), Make("new", VariantStatus.Draft, 9), Make("approved", VariantStatus.Approved, 0),
            Make("reviewed", VariantStatus.Reviewed, 2));
        Assert.Equal(["approved", "reviewed", "new", "old"], index.Lookup(Query(Source)).Ids());
    }

    [Fact]
    public void Lookup_Memories_SearchesThoseAndOrdersByPriority()
    {
        var index = Index(Unit("a", Source, Target, "first"), Unit("b", Source, Target, "second"), Unit("c", Source, Target, "third"));
        index.Put(new Memory { Id = "second", Priority = 5 });
        Assert.Equal(["b", "a"], index.Lookup(Query(Source) with { Memories = ["first", "second"] }).Ids());
        var error = Assert.Throws<DomainException>(() => index.Lookup(Query(Source) with { Memories = ["fourth"] }));
        Assert.Equal((ErrorCode.MemoryNotFound, "memories"), (error.Code, error.Field));
    }

    [Fact]
    public void Lookup_MoreMatchesThanWanted_SaysIncomplete()
    {
        var index = Index([.. Enumerable.Range(0, 5).Select(i => Unit("u" + i, Source, Target))]);
        var cut = index.Lookup(Query(Source) with { MaxResults = 3 });
        Assert.Equal(["u0", "u1", "u2"], cut.Ids());
        Assert.False(cut.Complete);
        Assert.True(index.Lookup(Query(Source) with { MaxResults = 5 }).Complete);
    }

    [Fact]
    public void Lookup_UnitWithTwoSourcesInTheLanguage_OffersTheTargetOnce()
    {
        var unit = new TranslationUnit { Id = "u", MemoryId = "m", Variants = [Variant("es-MX", Source + "!"), Variant("es", Source), Variant("en", Target)] };
        var match = Assert.Single(Index(unit).Lookup(Query(Source)).Matches);
        Assert.Equal((100, "es"), (match.Score, match.Source.Language.Value));
    }

    [Fact]
    public void Apply_PutThenUpdateThenDelete_IsSeenByTheNextLookup()
    {
        var unit = Unit("u", Source, Target);
        var index = Index(unit);
        index.Apply([Put(unit with { Variants = [Variant("es", "Otra cosa muy distinta."), Variant("en", "Other.")] }, 2)]);
        Assert.Empty(index.Lookup(Query(Source)).Matches);
        Assert.Equal("Other.", index.Lookup(Query("Otra cosa muy distinta.")).Matches[0].Target?.Text);
        index.Apply([Delete(unit, 3)]);
        Assert.Empty(index.Lookup(Query("Otra cosa muy distinta.")).Matches);
        Assert.Equal(3, index.Revision);
    }

    [Fact]
    public void Apply_SameUnitTwiceInOneCall_KeepsTheLast()
    {
        var index = new IndexedUnits();
        index.Apply([Put(Unit("u", Source, "One.")), Put(Unit("u", Source, "Two."))]);
        Assert.Equal("Two.", Assert.Single(index.Lookup(Query(Source)).Matches).Target?.Text);
    }

    [Theory]
    [InlineData(49)]
    [InlineData(101)]
    public void Lookup_ThresholdOutOfRange_IsRefused(int threshold) =>
        AssertRefused(Query("a") with { Threshold = threshold }, ErrorCode.ArgumentInvalid, "threshold");

    [Theory]
    [InlineData("", ErrorCode.TextEmpty)]
    [InlineData(" \t\u3000\n", ErrorCode.TextEmpty)]
    [InlineData("\u001C", ErrorCode.TextEmpty)]
    public void Lookup_BlankText_IsRefused(string text, ErrorCode code) => AssertRefused(Query(text), code, "text");

    [Fact]
    public void Lookup_LoneSurrogate_IsRefused()
    {
        // Not a theory: an attribute's string cannot hold a lone surrogate.
        AssertRefused(Query("a\uD800b"), ErrorCode.TextMalformed, "text");
        AssertRefused(Query("\uDC00\uD800"), ErrorCode.TextMalformed, "text");
        AssertRefused(Query("a") with { Previous = "\uD800" }, ErrorCode.TextMalformed, "previous");
    }

    [Fact]
    public void Lookup_TextBeyondTheLimit_IsRefused()
    {
        AssertRefused(Query(string.Concat(Enumerable.Repeat("a ", 100_000))), ErrorCode.TextTooLong, "text");
        AssertRefused(Query("a") with { Next = new string('a', LookupQuery.MaxQueryChars + 1) }, ErrorCode.TextTooLong, "next");
    }

    [Fact]
    public void Lookup_LongestText_FindsItself()
    {
        var text = string.Concat(Enumerable.Repeat("日", LookupQuery.MaxQueryChars));
        Assert.Equal(100, Assert.Single(Index(Unit("u", text, Target)).Lookup(Query(text)).Matches).Score);
    }

    private static void AssertRefused(LookupQuery query, ErrorCode code, string field)
    {
        var error = Assert.Throws<DomainException>(() => Index(Unit("u", Source, Target)).Lookup(query));
        Assert.Equal((code, field), (error.Code, error.Field));
    }
}
