using System.Collections.Immutable;
using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Chains;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment.Chains;

public sealed class MultilingualAlignerTests
{
    private static readonly LanguageTag[] Languages =
        [LanguageTag.Spanish, LanguageTag.English, LanguageTag.Vietnamese, LanguageTag.Japanese];

    [Fact]
    public void Align_RandomSides_ChainCoversEachWithoutGap() => Seeded.Run(30, random =>
    {
        var sides = Sides(random, random.Next(2, 5));
        var result = new MultilingualAligner().Align(sides);
        for (var language = 0; language < sides.Length; language++)
        {
            var at = 0;
            foreach (var link in result.Chain)
            {
                Assert.Equal(at, link.Spans[language].Start);
                at = link.Spans[language].End;
            }

            Assert.Equal(sides[language].Segments.Length, at);
        }

        Assert.All(result.Chain, link => Assert.Contains(link.Spans, span => !span.IsEmpty));
    });

    [Fact]
    public void Align_RandomSides_NoBeadCrossesALink() => Seeded.Run(30, random =>
    {
        var sides = Sides(random, 3);
        var result = new MultilingualAligner().Align(sides);
        foreach (var other in (ReadOnlySpan<int>)[1, 2])
        {
            foreach (var bead in result.Pairs[other - 1].Beads.Where(bead => !bead.IsOneSided))
            {
                Assert.Contains(result.Chain, link => Holds(link.Spans[0], bead.SourceStart, bead.SourceCount)
                    && Holds(link.Spans[other], bead.TargetStart, bead.TargetCount));
            }
        }
    });

    [Fact]
    public void Align_RandomSides_LinksAreAsSureAsTheirBeadsOneByOneSay() => Seeded.Run(30, random =>
    {
        var result = new MultilingualAligner().Align(Sides(random, random.Next(2, 5)));
        var count = result.Chain[0].Spans.Length;
        foreach (var link in result.Chain)
        {
            var said = LanguagePairs.Of(count).SelectMany((pair, p) => result.Pairs[p].Beads
                .Where(bead => Touches(link.Spans[pair.First], bead.SourceStart, bead.SourceCount) || Touches(link.Spans[pair.Second], bead.TargetStart, bead.TargetCount))
                .Select(bead => Within(link.Spans[pair.First], bead.SourceStart, bead.SourceCount) && Within(link.Spans[pair.Second], bead.TargetStart, bead.TargetCount)
                    ? bead.Confidence
                    : 1 - bead.Confidence));
            Assert.Equal(said.Min(), link.Confidence);
        }

        static bool Touches(SegmentSpan span, int start, int length) => Enumerable.Range(start, length).Any(i => i >= span.Start && i < span.End);
        static bool Within(SegmentSpan span, int start, int length) => Enumerable.Range(start, length).All(i => i >= span.Start && i < span.End);
    });

    [Fact]
    public void Align_PairsApart_AreAsIfTheyWereAlone() => Seeded.Run(10, random =>
    {
        var sides = Sides(random, 3);
        var apart = new MultilingualAligner(AlignmentOptions.Default with { UseOtherPairs = false });
        var alone = new MultilingualAligner().Align(sides[..2]);
        var together = apart.Align(sides);
        Assert.Equal(alone.Pairs[0].Beads.AsEnumerable(), together.Pairs[0].Beads);
    });

    [Fact]
    public void Join_SharedSpans_MakesOneUnitAndLeavesTheOtherAlone()
    {
        var units = UnitJoiner.Join(3,
        [
            Pair(0, 1, new Bead(0, 1, 0, 1, 0.9), new Bead(1, 1, 1, 1, 0.8)),
            Pair(0, 2, new Bead(0, 1, 0, 1, 0.7), new Bead(1, 1, 1, 2, 0.6)),
            Pair(1, 2, new Bead(0, 1, 0, 1, 0.5), new Bead(1, 1, 1, 1, 0.4), new Bead(2, 0, 2, 1, 0.3)),
        ]);
        Assert.Equal(4, units.Length);
        Assert.Equal(3, units[0].Confidences.Length);
        Assert.Equal([new SegmentSpan(1, 1), new SegmentSpan(1, 1), null], units[1].Spans.AsEnumerable());
        Assert.Equal([new SegmentSpan(1, 1), null, new SegmentSpan(1, 2)], units[2].Spans.AsEnumerable());
        Assert.Equal([null, new SegmentSpan(1, 1), new SegmentSpan(1, 1)], units[3].Spans.AsEnumerable());
    }

    [Fact]
    public void Join_AnyBeads_SaysOfEachPairJustWhatItsBeadsSay() => Seeded.Run(200, random =>
    {
        var languages = random.Next(2, 5);
        ImmutableArray<PairBeads> pairs = [.. LanguagePairs.Of(languages).Select(pair => Pair(pair.First, pair.Second, RandomBeads(random)))];
        var units = UnitJoiner.Join(languages, pairs);
        foreach (var (first, second) in LanguagePairs.Of(languages))
        {
            var said = units.Where(u => u.Spans[first] is not null && u.Spans[second] is not null).Select(u => (u.Spans[first]!.Value, u.Spans[second]!.Value));
            var beads = pairs[LanguagePairs.IndexOf(first, second, languages)].Beads
                .Where(b => !b.IsOneSided && b.Status != BeadStatus.Rejected)
                .Select(b => (new SegmentSpan(b.SourceStart, b.SourceCount), new SegmentSpan(b.TargetStart, b.TargetCount)));
            Assert.Equal(beads.OrderBy(b => b.Item1.Start), said.OrderBy(s => s.Item1.Start));
        }

        Assert.All(units, u => Assert.Equal(u.Spans.Count(s => s is not null) * (u.Spans.Count(s => s is not null) - 1) / 2, u.Confidences.Length));
    });

    [Fact]
    public void Close_BoundariesElsewhere_MarksTheLinkComposite()
    {
        var chain = ClosedChain.Close([3, 3, 2],
        [
            Pair(0, 1, new Bead(0, 1, 0, 1, 0.9), new Bead(1, 1, 1, 1, 0.8), new Bead(2, 1, 2, 1, 0.7)),
            Pair(0, 2, new Bead(0, 2, 0, 1, 0.6), new Bead(2, 1, 1, 1, 0.5)),
            Pair(1, 2, new Bead(0, 2, 0, 1, 0.4), new Bead(2, 1, 1, 1, 0.3)),
        ]);
        Assert.Equal([true, false], chain.Select(link => link.IsComposite));
        Assert.Equal([new SegmentSpan(0, 2), new SegmentSpan(0, 2), new SegmentSpan(0, 1)], chain[0].Spans.AsEnumerable());
        Assert.Equal([0.4, 0.3], chain.Select(link => link.Confidence));
    }

    [Fact]
    public void Close_InsertedInTwoLanguages_LinksThem()
    {
        var chain = ClosedChain.Close([1, 2, 2],
        [
            Pair(0, 1, new Bead(0, 0, 0, 1, 0.9), new Bead(0, 1, 1, 1, 0.8)),
            Pair(0, 2, new Bead(0, 0, 0, 1, 0.9), new Bead(0, 1, 1, 1, 0.8)),
            Pair(1, 2, new Bead(0, 1, 0, 1, 0.7), new Bead(1, 1, 1, 1, 0.6)),
        ]);
        Assert.Equal([new SegmentSpan(0, 0), new SegmentSpan(0, 1), new SegmentSpan(0, 1)], chain[0].Spans.AsEnumerable());
        Assert.Equal(2, chain.Length);
    }

    [Fact]
    public void Close_BeadOfTwoOthersAcrossTheFirst_LeavesItsLinksWhatItLeavesToOne()
    {
        var chain = ClosedChain.Close([1, 2, 1],
        [
            Pair(0, 1, new Bead(0, 1, 0, 1, 0.9), new Bead(1, 0, 1, 1, 0.8)),
            Pair(0, 2, new Bead(0, 0, 0, 1, 0.9), new Bead(0, 1, 1, 0, 0.8)),
            Pair(1, 2, new Bead(0, 1, 0, 0, 0.9), new Bead(1, 1, 0, 1, 0.75)),
        ]);
        Assert.Equal(3, chain.Length);
        Assert.All(chain.Where(link => !link.Spans[2].IsEmpty || link.Spans[1] == new SegmentSpan(1, 1)), link =>
        {
            Assert.True(link.IsComposite);
            Assert.Equal(0.25, link.Confidence);
        });
        Assert.Equal((0.8, false), (chain[1].Confidence, chain[1].IsComposite));
    }

    [Fact]
    public void Align_SameLanguageTwice_IsRefused()
    {
        var side = AlignmentSide.OfLines(LanguageTag.Spanish, ["Hola."]);
        Assert.Throws<ArgumentException>(() => new MultilingualAligner().Align([side, side]));
        Assert.Throws<ArgumentException>(() => new MultilingualAligner().Align([side]));
    }

    /// <summary>Beads that mostly go one beside one, so that pairs agree often and not always.</summary>
    private static Bead[] RandomBeads(Random random)
    {
        var (beads, source, target) = (new List<Bead>(), 0, 0);
        while (source < 6)
        {
            var (x, y) = random.Next(4) > 0 ? (1, 1) : (random.Next(3), random.Next(1, 3));
            beads.Add(new Bead(source, x, target, y, random.NextDouble(), random.Next(5) == 0 ? BeadStatus.Rejected : BeadStatus.Draft));
            (source, target) = (source + x, target + y);
        }

        return [.. beads];
    }

    private static bool Holds(SegmentSpan span, int start, int count) => span.Start <= start && start + count <= span.End;

    private static PairBeads Pair(int first, int second, params Bead[] beads) => new(Languages[first], Languages[second], [.. beads]);

    private static ImmutableArray<AlignmentSide> Sides(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(k => RandomTexts.Side(random, Languages[k], random.Next(0, 12)))];
}
