using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Evidence;
using VietJapanTM.Alignment.Lattices;
using VietJapanTM.Alignment.Scoring;
using VietJapanTM.Alignment.Tokens;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment.Lattices;

public sealed class LargeBeadsTests
{
    private static readonly string[] List =
    [
        "Lombard of Geneva studied the geology of Nepal in 1952;", "Pugh of London the physiology of climbers in 1953;",
        "Heuberger of Innsbruck the geography of the Sherpa valleys in 1954;", "Bordet of Paris the geology of Makalu in 1955;",
        "Schneider of Hall drew the maps of Khumbu in 1956;", "Dürst of Zürich observed the glaciers and the weather in 1957.",
    ];

    private static readonly string[] Mountains = ["Everest", "Makalu", "Lhotse", "Annapurna", "Dhaulagiri", "Manaslu", "Kangchenjunga", "Nuptse", "Gasherbrum", "Broad"];

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Align_ListBesideOneSentence_JoinsMoreThanAStepHolds(int items)
    {
        var (source, target) = Sides(items);
        var last = Mountains.Length;
        Assert.Contains((last, 1, last, items), Shapes(new SentenceAligner().Align(source, target)));
        Assert.Contains((last, items, last, 1), Shapes(new SentenceAligner().Align(target, source)));
        Assert.DoesNotContain(
            (last, 1, last, items), Shapes(new SentenceAligner(AlignmentOptions.Default with { UseLargeBeads = false }).Align(source, target)));
    }

    [Fact]
    public void Join_AnyPath_KeepsItWholeAndGains() => Seeded.Run(60, random =>
    {
        var x = TokenizedSide.Of(RandomTexts.Side(random, LanguageTag.Spanish, random.Next(4, 30)).Segments);
        var y = TokenizedSide.Of(RandomTexts.Side(random, LanguageTag.English, random.Next(4, 30)).Segments);
        var links = new LinkTable(x, y, null, null, AlignmentOptions.Default);
        var (forward, backward, grid) = (links.Forward(), links.Backward(), new SegmentGrid(x, y));
        using var scorer = new PairScorer(x, y, forward, backward, new LengthModel(x, y), AlignmentOptions.Default);
        var corridor = Corridor.Full(x.Count, y.Count);
        using var posterior = new PosteriorLattice(corridor, grid, scorer, AlignmentOptions.Default);
        PathFinder.Find(scorer, corridor, grid, posterior, default);
        var end = (Source: 0, Target: 0);
        foreach (var (bead, confidence) in posterior.Sentences)
        {
            Assert.Equal(end, (bead.Source, bead.Target));
            Assert.InRange(confidence, 0, 1);
            Assert.InRange(Math.Max(bead.A, bead.B), 1, BeadType.MostJoined);
            end = (bead.SourceEnd, bead.TargetEnd);
        }

        Assert.Equal((x.Count, y.Count), end);
    });

    private static (AlignmentSide Source, AlignmentSide Target) Sides(int items)
    {
        var whole = string.Join(", ", List[..items]).Replace(";", "", StringComparison.Ordinal).TrimEnd('.') + ".";
        string[] around = Array.ConvertAll(Mountains, name => $"{name} was climbed.");
        return (
            AlignmentSide.OfLines(LanguageTag.Parse("de"), [.. around, whole, .. around]),
            AlignmentSide.OfLines(LanguageTag.Parse("fr"), [.. around, .. List[..items], .. around]));
    }

    private static IEnumerable<(int, int, int, int)> Shapes(IEnumerable<Bead> beads) =>
        beads.Select(bead => (bead.SourceStart, bead.SourceCount, bead.TargetStart, bead.TargetCount));
}
