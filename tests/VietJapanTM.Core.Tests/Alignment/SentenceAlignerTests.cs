using System.Collections.Immutable;
using VietJapanTM.Alignment;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment;

public sealed class SentenceAlignerTests
{
    private static readonly LanguageTag German = LanguageTag.Parse("de");

    [Fact]
    public void Align_RandomTexts_CoversBothSidesInOrder() => Seeded.Run(100, random =>
    {
        var (source, target) = Sides(random, 20);
        AssertCovers(new SentenceAligner().Align(source, target), source, target);
    });

    [Fact]
    public void Align_Twice_GivesTheSame() => Seeded.Run(20, random =>
    {
        var (source, target) = Sides(random, 40);
        Assert.Equal(new SentenceAligner().Align(source, target).AsEnumerable(), new SentenceAligner().Align(source, target));
    });

    [Fact]
    public void Align_SidesSwapped_GivesTheMirror()
    {
        var source = AlignmentSide.OfLines(LanguageTag.Spanish, ["Primera frase larga sobre Vietnam.", "Segunda: 2024.", "Kishida llegó a Hanói."]);
        var target = AlignmentSide.OfLines(LanguageTag.English, ["A first long sentence about Vietnam. Second: 2024.", "Kishida arrived in Hanoi."]);
        var there = new SentenceAligner().Align(source, target);
        var back = new SentenceAligner().Align(target, source);
        Assert.Equal(
            there.Select(bead => (bead.SourceStart, bead.SourceCount, bead.TargetStart, bead.TargetCount)),
            back.Select(bead => (bead.TargetStart, bead.TargetCount, bead.SourceStart, bead.SourceCount)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    public void Align_EmptySide_LeavesTheOtherAlone(int sources, int targets)
    {
        var random = new Random(1);
        var source = RandomTexts.Side(random, LanguageTag.Spanish, sources);
        var target = RandomTexts.Side(random, LanguageTag.English, targets);
        var beads = new SentenceAligner().Align(source, target);
        Assert.Equal(sources + targets, beads.Length);
        AssertCovers(beads, source, target);
    }

    [Theory]
    [InlineData(10, 1000)]
    [InlineData(1000, 10)]
    [InlineData(1, 3000)]
    [InlineData(300, 300)]
    [InlineData(700, 400)]
    public void Align_SidesOfAnyProportion_AreCovered(int sources, int targets)
    {
        var random = new Random(1);
        var source = RandomTexts.Side(random, LanguageTag.Spanish, sources);
        var target = RandomTexts.Side(random, German, targets);
        AssertCovers(new SentenceAligner().Align(source, target), source, target);
    }

    [Fact]
    public void Align_LineOfTenMegabytes_Ends()
    {
        var source = AlignmentSide.OfLines(LanguageTag.Spanish, [string.Concat(Enumerable.Repeat("palabra larga ", 750_000)), "Fin."]);
        var target = AlignmentSide.OfLines(LanguageTag.English, [new string('x', 10_000_000), "End."]);
        AssertCovers(new SentenceAligner().Align(source, target), source, target);
    }

    [Fact]
    public void Align_LoneSurrogatesAndControls_AreText()
    {
        var source = AlignmentSide.OfLines(LanguageTag.Spanish, ["\ud800 uno \0", "\uffff", ""]);
        var target = AlignmentSide.OfLines(LanguageTag.Japanese, ["\udc00ア", "日本"]);
        AssertCovers(new SentenceAligner().Align(source, target), source, target);
    }

    [Fact]
    public void Align_UnknownLanguages_GoesByNamesAndLength()
    {
        var source = AlignmentSide.OfLines(German, ["Kishida traf Trong in Hanoi.", "Am Abend sprach der Gastgeber lange über den Klimawandel und den Handel.", "Im Jahr 2024 kam ASEAN zusammen."]);
        var target = AlignmentSide.OfLines(LanguageTag.Parse("fr"), ["Kishida a rencontré Trong à Hanoï.", "En 2024, l'ASEAN s'est réunie."]);
        var beads = new SentenceAligner().Align(source, target);
        Assert.True(Links(beads, 0, 0));
        Assert.True(Links(beads, 2, 1));
    }

    [Fact]
    public void Align_SentencesInterlock_AreOneBead()
    {
        // The sentence about the ministers stands with the first segment here and with the second there.
        var source = AlignmentSide.OfLines(
            LanguageTag.Spanish, ["El primer ministro llegó a Hanói el lunes. Los ministros firmaron doce acuerdos.", "La economía creció un 5 %.", "Fin."]);
        var target = AlignmentSide.OfLines(
            LanguageTag.English, ["The prime minister arrived in Hanoi on Monday.", "The ministers signed twelve agreements. The economy grew by 5%.", "End."]);
        var beads = new SentenceAligner().Align(source, target);
        Assert.Equal([(0, 2, 0, 2), (2, 1, 2, 1)], beads.Select(bead => (bead.SourceStart, bead.SourceCount, bead.TargetStart, bead.TargetCount)));
    }

    [Fact]
    public void Align_SegmentLongerThanAWindow_IsOneBead()
    {
        var lines = Enumerable.Range(0, 300).Select(k => $"Word {k} stands beside number {k * 7}.").ToList();
        var beads = new SentenceAligner().Align(
            AlignmentSide.OfLines(LanguageTag.English, [string.Join(' ', lines), "End."]), AlignmentSide.OfLines(German, [.. lines, "Ende."]));
        Assert.Equal([(0, 1, 0, 300), (1, 1, 300, 1)], beads.Select(bead => (bead.SourceStart, bead.SourceCount, bead.TargetStart, bead.TargetCount)));
    }

    [Fact]
    public void Align_EvidenceGiven_IsFollowed()
    {
        // Sentence n of the source says what sentence n − 1 of the target says, in words that nothing else links.
        var sources = Enumerable.Range(0, 6).Select(n => string.Join(' ', Words(n, "zu"))).ToList();
        var targets = Enumerable.Range(1, 6).Select(n => string.Join(' ', Words(n, "ka"))).ToList();
        var terms = Enumerable.Range(1, 5).SelectMany(n => Words(n, "zu").Zip(Words(n, "ka")));
        var evidence = new AlignmentEvidence([.. terms.Select(t => new EvidencePair(LanguageTag.English, t.Second, German, t.First))]);
        var source = AlignmentSide.OfLines(German, sources);
        var target = AlignmentSide.OfLines(LanguageTag.English, targets);
        Assert.False(Links(new SentenceAligner().Align(source, target), 2, 1));
        Assert.True(Links(new SentenceAligner().Align(source, target, evidence), 2, 1));
    }

    [Fact]
    public void Align_Cancelled_Stops()
    {
        var side = RandomTexts.Side(new Random(1), LanguageTag.Spanish, 5);
        Assert.Throws<OperationCanceledException>(() => new SentenceAligner().Align(side, side, null, new CancellationToken(true)));
    }

    private static IEnumerable<string> Words(int sentence, string ending) =>
        "bcdfghjk".Select(letter => $"{letter}{(char)('a' + sentence)}x{ending}");

    private static bool Links(ImmutableArray<Bead> beads, int source, int target) => beads.Any(bead =>
        source - bead.SourceStart >= 0 && source - bead.SourceStart < bead.SourceCount
        && target - bead.TargetStart >= 0 && target - bead.TargetStart < bead.TargetCount);

    private static (AlignmentSide Source, AlignmentSide Target) Sides(Random random, int most) =>
        (RandomTexts.Side(random, LanguageTag.Spanish, random.Next(most)), RandomTexts.Side(random, LanguageTag.English, random.Next(most)));

    private static void AssertCovers(ImmutableArray<Bead> beads, AlignmentSide source, AlignmentSide target)
    {
        int i = 0, j = 0;
        foreach (var bead in beads)
        {
            Assert.Equal((i, j), (bead.SourceStart, bead.TargetStart));
            Assert.InRange(bead.SourceCount + bead.TargetCount, 1, int.MaxValue);
            Assert.InRange(bead.Confidence, 0, 1);
            i += bead.SourceCount;
            j += bead.TargetCount;
        }

        Assert.Equal((source.Segments.Length, target.Segments.Length), (i, j));
    }
}
