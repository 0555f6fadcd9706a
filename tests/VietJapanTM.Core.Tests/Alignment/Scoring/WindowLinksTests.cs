using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Evidence;
using VietJapanTM.Alignment.Scoring;
using VietJapanTM.Alignment.Tokens;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment.Scoring;

public sealed class WindowLinksTests
{
    [Fact]
    public void Collect_AnyTwoSpans_FindsTheLinksThatAWalkOverAllFinds() => Seeded.Run(60, random =>
    {
        var first = Side(random, LanguageTag.Spanish);
        var second = Side(random, LanguageTag.English);
        var links = new LinkTable(first, second, null, null, AlignmentOptions.Default).Forward().Links;
        var window = new WindowLinks(links, first, second);
        for (var repeat = 0; repeat < 3; repeat++)
        {
            var (one, other) = (Span(random, first), Span(random, second));
            var (wordsOfFirst, wordsOfSecond) = window.Collect(one, other, givenIsFirst: true);
            var expected = links.All().Where(link => Holds(first, one, link.First) && Holds(second, other, link.Second)).ToList();
            Assert.Equal(
                expected.Select(link => (link.First, link.Second, link.Forward)).Where(link => link.Forward > 0).Order(),
                Rows(wordsOfFirst, wordsOfSecond).Order());
            Assert.Equal(
                expected.Select(link => (link.Second, link.First, link.Backward)).Where(link => link.Backward > 0).Order(),
                Rows(wordsOfSecond, wordsOfFirst).Order());
        }
    });

    [Fact]
    public void CollectWithin_SpansInsideOthers_SaysOfTheirWordsTheSame() => Seeded.Run(60, random =>
    {
        var first = Side(random, LanguageTag.Spanish);
        var second = Side(random, LanguageTag.English);
        var links = new LinkTable(first, second, null, null, AlignmentOptions.Default).Forward().Links;
        var (one, other) = (Span(random, first), Span(random, second));
        using var alone = new WindowLinks(links, first, second);
        using var within = new WindowLinks(links, first, second);
        within.Collect(new SegmentSpan(0, first.Count), new SegmentSpan(0, second.Count), givenIsFirst: true);
        var (wordsOfFirst, wordsOfSecond) = alone.Collect(one, other, givenIsFirst: true);
        var (wordsOfAllFirst, wordsOfAllSecond) = within.CollectWithin(one, other, givenIsFirst: true);
        Assert.Equal(
            Rows(wordsOfFirst, wordsOfSecond).Order(),
            Rows(wordsOfAllFirst, wordsOfAllSecond).Where(row => Holds(first, one, row.Given) && Holds(second, other, row.Told)).Order());
    });

    private static List<(int Given, int Told, float Probability)> Rows(WindowWords given, WindowWords told)
    {
        var rows = new List<(int, int, float)>();
        for (var number = 0; number < given.Linked.Length; number++)
        {
            for (var k = 0; k < given.Others(number).Length; k++)
            {
                rows.Add((given.Linked[number], told.Linked[given.Others(number)[k]], given.Probabilities(number)[k]));
            }
        }

        return rows;
    }

    private static bool Holds(TokenizedSide side, SegmentSpan span, int word) =>
        Enumerable.Range(span.Start, span.Count).Any(sentence => side.TokensOf(sentence).Contains(word));

    private static TokenizedSide Side(Random random, LanguageTag language) =>
        TokenizedSide.Of(RandomTexts.Side(random, language, 1 + random.Next(12)).Segments);

    private static SegmentSpan Span(Random random, TokenizedSide side)
    {
        var start = random.Next(side.Count);
        return new SegmentSpan(start, random.Next(side.Count - start + 1));
    }
}
