using System.Collections.Immutable;
using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Chains;
using VietJapanTM.Model;
using VietJapanTM.Testing.Alignment;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Preparation;

namespace VietJapanTM.Core.Tests.Alignment.Chains;

public sealed class TriangleCheckTests
{
    private static readonly LanguageTag[] Languages =
        [LanguageTag.Spanish, LanguageTag.English, LanguageTag.Vietnamese, LanguageTag.Japanese];

    private static readonly Bead[] Straight = [new(0, 1, 0, 1, 0.9), new(1, 1, 1, 1, 0.9)];

    [Fact]
    public void Find_PairsThatAgree_NamesNothing() => Assert.Empty(Find([2, 2, 2], Straight, Straight, Straight));

    [Fact]
    public void Find_LinkedElsewhere_NamesTheLessSure()
    {
        Bead[] shifted = [new(0, 0, 0, 1, 0.5), new(0, 1, 1, 1, 0.6), new(1, 1, 2, 0, 0.5)];
        var found = Find([2, 2, 2], Straight, Straight, shifted);
        Assert.All(Enumerable.Range(0, 3), bead => Assert.Contains(new Disagreement(2, bead), found));
    }

    [Fact]
    public void Find_LeftAloneThoughTheOthersLinkIt_NamesItAndWhatStandsInItsPlace()
    {
        // Spanish says in two sentences what English says in one and Japanese in two; en-ja leaves the first Japanese one alone.
        Bead[] toEnglish = [new(0, 2, 0, 1, 0.995)];
        Bead[] toJapanese = [new(0, 1, 0, 1, 0.997), new(1, 1, 1, 1, 0.998)];
        Bead[] between = [new(0, 0, 0, 1, 0.898), new(0, 1, 1, 1, 0.898)];
        Assert.Equal(
            [new Disagreement(0, 0), new Disagreement(2, 0), new Disagreement(2, 1)],
            Find([2, 1, 2], toEnglish, toJapanese, between));
    }

    [Fact]
    public void Find_BothLeftAlone_NamesThemHoweverSure()
    {
        Bead[] apart = [new(0, 1, 0, 0, 1), new(1, 0, 0, 1, 1)];
        Assert.Equal(
            [new Disagreement(0, 0), new Disagreement(1, 0), new Disagreement(2, 0), new Disagreement(2, 1)],
            Find([1, 1, 1], [new(0, 1, 0, 1, 1)], [new(0, 1, 0, 1, 1)], apart));
    }

    [Fact]
    public void Find_SurerThanTheOtherTwo_IsNotDisputed()
    {
        Bead[] apart = [new(0, 1, 0, 0, 0.99), new(1, 0, 0, 1, 0.98)];
        Assert.Equal(
            [new Disagreement(0, 0), new Disagreement(1, 0)],
            Find([1, 1, 1], [new(0, 1, 0, 1, 0.97)], [new(0, 1, 0, 1, 0.5)], apart));
    }

    [Fact]
    public void Find_HalfOfAMergeMissing_IsNoContradiction()
    {
        // English merges both Spanish sentences; Japanese has the first alone, which English as a whole stands beside.
        Bead[] half = [new(0, 1, 0, 1, 0.9), new(1, 1, 1, 0, 0.9)];
        Assert.Empty(Find([2, 1, 1], [new(0, 2, 0, 1, 0.9)], half, [new(0, 1, 0, 1, 0.9)]));
    }

    [Fact]
    public void Find_OneOfTheThreeIsRejected_IsSettled()
    {
        Bead[] apart = [new(0, 1, 0, 0, 0.6), new(1, 0, 0, 1, 0.6)];
        Bead[] linked = [new(0, 1, 0, 1, 0.9)];
        Bead[] rejected = [new(0, 1, 0, 1, 0.9, BeadStatus.Rejected)];
        Assert.NotEmpty(Find([1, 1, 1], linked, linked, apart));
        Assert.Empty(Find([1, 1, 1], linked, rejected, apart));
    }

    [Fact]
    public void Find_PairsInAList_NamesNothing() => Assert.Empty(TriangleCheck.Find([2, 2, 2], []));

    [Fact]
    public void Find_AnyBeads_IsWhatTheDefinitionSays() => Seeded.Run(500, random =>
    {
        var languages = random.Next(3, 5);
        int[] lengths = [.. Enumerable.Range(0, languages).Select(_ => random.Next(1, 7))];
        Bead[][] pairs = [.. LanguagePairs.Of(languages).Select(pair => RandomBeads(random, lengths[pair.First], lengths[pair.Second]))];
        Assert.Equal(Naive(lengths, pairs), Find(lengths, pairs));
    });

    [Fact]
    public void Find_ArticleInFourLanguages_NamesTheSentenceThatOnePairLeavesAlone()
    {
        var sides = Languages.Select(language => AlignmentSide.Of(TextPreparation.Prepare(language, Sample(language), MendKind.Default).ToDocumentText())).ToImmutableArray();
        var japanese = sides[3].Segments.ToList().FindIndex(segment => segment.Text.StartsWith("岸田首相とトゥオン国家主席は、地域", StringComparison.Ordinal));
        var result = new MultilingualAligner().Align(sides);
        var pair = LanguagePairs.IndexOf(1, 3, 4);
        var bead = result.Pairs[pair].Beads.ToList().FindIndex(b => b.TargetStart <= japanese && japanese < b.TargetStart + b.TargetCount);

        // Spanish and Vietnamese link it to the English sentence; a search that finds it too has nothing to dispute.
        Assert.True(result.Pairs[pair].Beads[bead] is { SourceCount: 1, TargetCount: 2 } || result.Disagreements.Contains(new Disagreement(pair, bead)));
    }

    [SkippableTheory]
    [InlineData("ntrexdev-light")]
    [InlineData("ntrexdev-hard")]
    public void Find_TrueBeadsOfEditedNews_NamesNextToNothing(string set)
    {
        var folder = TestData.Require("align", "dev", set);
        var gold = new[] { "es-en", "es-vi", "es-ja", "en-vi", "en-ja" }.ToDictionary(
            pair => pair, pair => AlignedDocument.ReadAll(folder, pair).ToDictionary(d => d.Name, d => d), StringComparer.Ordinal);
        var disputed = from other in new[] { "vi", "ja" }
                       from name in gold["es-en"].Keys
                       let pairs = new[] { gold["es-en"][name], gold[$"es-{other}"][name], gold[$"en-{other}"][name] }
                       let lengths = new[] { pairs[0].Source, pairs[0].Target, pairs[1].Target }.Select(side => side.Segments.Length)
                       where Find([.. lengths], [.. pairs.Select(pair => pair.Gold.ToArray())]).Any()
                       select name;

        // One document of 124 merges two English sentences of which Spanish lacks the first and Vietnamese the second.
        Assert.InRange(disputed.Count(), 0, 1);
    }

    /// <summary>The definition, for each bead by itself: every triangle of which it is a part, every segment of which the triangle speaks.</summary>
    private static IEnumerable<Disagreement> Naive(int[] lengths, Bead[][] pairs)
    {
        var order = LanguagePairs.Of(lengths.Length).ToList();
        return from pair in Enumerable.Range(0, pairs.Length)
               from bead in Enumerable.Range(0, pairs[pair].Length)
               where (from third in Enumerable.Range(0, lengths.Length)
                      from segment in Enumerable.Range(0, lengths[third])
                      from ends in order
                      where third != ends.First && third != ends.Second
                      let says = Contradiction(ends.First, ends.Second, third, segment)
                      where says is not null && says.All(its => its.All(b => b.Bead.Status != BeadStatus.Rejected))
                      from own in says
                      where own.Contains((pair, pairs[pair][bead]))
                      from other in says
                      where other != own && other.All(b => pairs[pair][bead].Confidence <= b.Bead.Confidence)
                      select own).Any()
               select new Disagreement(pair, bead);

        List<(int Pair, Bead Bead)>[]? Contradiction(int first, int second, int third, int segment)
        {
            var one = Beads(third, first).Where(b => Segments(b, third).Contains(segment)).ToList();
            var other = Beads(third, second).Where(b => Segments(b, third).Contains(segment)).ToList();
            var (inFirst, inSecond) = (Segments(one[0], first), Segments(other[0], second));
            var ofFirst = Beads(first, second).Where(b => Segments(b, first).Intersect(inFirst).Any()).ToList();
            var ofSecond = Beads(first, second).Where(b => Segments(b, second).Intersect(inSecond).Any()).ToList();
            return inFirst.Count > 0 && inSecond.Count > 0 && !ofFirst.Intersect(ofSecond).Any() ? [one, other, [.. ofFirst, .. ofSecond]] : null;
        }

        IEnumerable<(int Pair, Bead Bead)> Beads(int x, int y)
        {
            var pair = order.IndexOf((Math.Min(x, y), Math.Max(x, y)));
            return pairs[pair].Select(bead => (pair, bead));
        }

        List<int> Segments((int Pair, Bead Bead) its, int language) => order[its.Pair].First == language
            ? [.. Enumerable.Range(its.Bead.SourceStart, its.Bead.SourceCount)]
            : [.. Enumerable.Range(its.Bead.TargetStart, its.Bead.TargetCount)];
    }

    /// <summary>Beads that cover both sides, mostly one beside one, so that pairs agree often and not always.</summary>
    private static Bead[] RandomBeads(Random random, int sources, int targets)
    {
        var (beads, source, target) = (new List<Bead>(), 0, 0);
        while (source < sources || target < targets)
        {
            var (x, y) = random.Next(3) > 0 ? (1, 1) : (random.Next(3), random.Next(3));
            (x, y) = (Math.Min(x, sources - source), Math.Min(y, targets - target));
            if (x + y > 0)
            {
                beads.Add(new Bead(source, x, target, y, random.Next(1, 5) / 4.0, random.Next(8) == 0 ? BeadStatus.Rejected : BeadStatus.Draft));
                (source, target) = (source + x, target + y);
            }
        }

        return [.. beads];
    }

    private static string Sample(LanguageTag language) =>
        File.ReadAllText(RepositoryRoot.Combine("src", "VietJapanTM.Server", "Samples", $"viet-nam-japan-upgrade.{language}.txt"));

    private static IEnumerable<Disagreement> Find(int[] lengths, params Bead[][] pairs) => TriangleCheck.Find(
        [.. lengths],
        [.. LanguagePairs.Of(lengths.Length).Zip(pairs, (pair, beads) => new PairBeads(Languages[pair.First], Languages[pair.Second], [.. beads]))]);
}
