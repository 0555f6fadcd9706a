using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Evidence;
using VietJapanTM.Alignment.Lattices;
using VietJapanTM.Alignment.Scoring;
using VietJapanTM.Alignment.Tokens;
using VietJapanTM.Core.Tests.Alignment.Scoring;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment.Lattices;

public sealed class PathFinderTests
{
    [Fact]
    public void Find_SmallDocuments_IsAsGoodAsTheTextbook() => Seeded.Run(60, random =>
    {
        var (x, y, forward, backward) = Documents(random, 40);
        var scorer = new PairScorer(x, y, forward, backward, new LengthModel(x, y), AlignmentOptions.Default);
        var path = PathFinder.Find(scorer, Corridor.Full(x.Count, y.Count), new SegmentGrid(x, y), null, default);
        Assert.Equal(Textbook(scorer, x.Count, y.Count), path.Sum(step => Score(scorer, step)), 0.01);
    });

    [Fact]
    public void Score_AnyBead_IsTheSumOverItsTokens() => Seeded.Run(60, random =>
    {
        var (x, y, forward, backward) = Documents(random, 45);
        if (x.Count == 0 || y.Count == 0)
        {
            return;
        }

        var lengths = new LengthModel(x, y);
        var scorer = new PairScorer(x, y, forward, backward, lengths, AlignmentOptions.Default with { UseParagraphs = false });
        PrepareAll(scorer, x.Count, y.Count);
        for (var type = 2; type < BeadType.All.Length; type++)
        {
            var (a, b) = BeadType.All[type];
            if (a > x.Count || b > y.Count)
            {
                continue;
            }

            var step = new Step(random.Next(x.Count - a + 1), a, random.Next(y.Count - b + 1), b);
            var length = 0.7 * lengths.Ratios(lengths.At(step.Source, a), step.Target, b)[0];
            var sentences = scorer.Priors.Differences(BeadType.All[type])[new SentenceCountModel(x, y).Difference(step)];
            var words = 0.5 * (Lexical(forward, step.Source, a, step.Target, b) + Lexical(backward, step.Target, b, step.Source, a));
            var ends = EndingModelTests.Ratio(x.Endings[step.SourceEnd - 1], y.Endings[step.TargetEnd - 1]);
            var expected = scorer.Priors[type] + length + sentences + ends + Math.Max(-11 - (5.5 * (a + b - 2)), words);
            Assert.Equal(expected, Score(scorer, step), 0.01);
            Assert.Equal(expected, scorer.Score(step), 0.01);
        }
    });

    internal static (TokenizedSide X, TokenizedSide Y, DirectionModel Forward, DirectionModel Backward) Documents(Random random, int most)
    {
        var x = TokenizedSide.Of(RandomTexts.Side(random, LanguageTag.Spanish, random.Next(most)).Segments);
        var y = TokenizedSide.Of(RandomTexts.Side(random, LanguageTag.English, random.Next(most)).Segments);
        var links = new LinkTable(x, y, null, null, AlignmentOptions.Default);
        return (x, y, links.Forward(), links.Backward());
    }

    private static double Lexical(DirectionModel model, int given, int givenCount, int told, int toldCount)
    {
        var offsets = model.Given.Offsets;
        var length = offsets[given + givenCount] - offsets[given] + 1;
        var total = 0.0;
        for (var t = told; t < told + toldCount; t++)
        {
            var words = model.Told.TokensOf(t).ToArray();
            for (var k = 0; k < words.Length; k++)
            {
                var type = words[k];
                var sum = 0.0;
                for (var g = given; g < given + givenCount; g++)
                {
                    foreach (var token in model.Given.TokensOf(g))
                    {
                        sum += model.Links.All().Where(link => model.GivenIsFirst ? (link.First, link.Second) == (token, type) : (link.Second, link.First) == (token, type))
                            .Sum(link => model.GivenIsFirst ? link.Forward : link.Backward);
                    }
                }

                var nth = words.Take(k + 1).Count(word => word == type);
                total += (model.LogBase[type] + Math.Log(1 + (model.Gain[type] * sum / length))) / Math.Sqrt(nth);
            }
        }

        return total;
    }

    private static double Textbook(PairScorer scorer, int sources, int targets)
    {
        PrepareAll(scorer, sources, targets);
        var best = new double[sources + 1, targets + 1];
        for (var i = 0; i <= sources; i++)
        {
            for (var j = i == 0 ? 1 : 0; j <= targets; j++)
            {
                best[i, j] = BeadType.All
                    .Where(type => type.A <= i && type.B <= j)
                    .Max(type => best[i - type.A, j - type.B] + Score(scorer, new Step(i - type.A, type.A, j - type.B, type.B)));
            }
        }

        return best[sources, targets];
    }

    internal static void PrepareAll(PairScorer scorer, int sources, int targets) => scorer.Prepare(
        new SegmentSpan(0, sources),
        new SegmentSpan(0, targets),
        [.. Enumerable.Repeat(new Near(0, sources), targets)],
        [.. Enumerable.Repeat(new Near(0, targets), sources)]);

    internal static double Score(PairScorer scorer, Step step)
    {
        var score = new float[1];
        scorer.Score(BeadType.IndexOf(step.A, step.B), step.Source, step.Target, score);
        return score[0];
    }
}
