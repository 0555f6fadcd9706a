using System.Runtime.Intrinsics;
using VietJapanTM.Alignment.Lattices;
using VietJapanTM.Alignment.Scoring;
using VietJapanTM.Alignment.Tokens;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment.Scoring;

public sealed class LengthModelTests
{
    [Fact]
    public void Ratios_SixteenBeads_AreThoseOfTheFormula() => Seeded.Run(60, random =>
    {
        var (x, y) = (Side(random, LanguageTag.Spanish), Side(random, LanguageTag.English));
        var (a, b) = (1 + random.Next(Math.Min(4, x.Count)), 1 + random.Next(Math.Min(4, y.Count)));
        var (i, j) = (random.Next(x.Count - a + 1), random.Next(y.Count - b + 1));
        var model = new LengthModel(x, y);
        var ratios = model.Ratios(model.At(i, a), j, b);
        for (var lane = 0; lane < Vector512<float>.Count && j + lane + b <= y.Count; lane++)
        {
            Assert.Equal(Formula(x.Lengths, i, a, y.Lengths, j + lane, b), ratios[lane], 0.001);
        }
    });

    [Fact]
    public void SentenceCounts_SixteenBeads_AreThoseOfEachBead() => Seeded.Run(60, random =>
    {
        var (x, y) = (Side(random, LanguageTag.Spanish), Side(random, LanguageTag.English));
        var (a, b) = (1 + random.Next(Math.Min(4, x.Count)), 1 + random.Next(Math.Min(4, y.Count)));
        var (i, j) = (random.Next(x.Count - a + 1), random.Next(y.Count - b + 1));
        var model = new SentenceCountModel(x, y);
        float[] byDifference = [1, 2, 3, 4];
        var ratios = model.Ratios(i, a, j, b, byDifference);
        for (var lane = 0; lane < Vector512<float>.Count && j + lane + b <= y.Count; lane++)
        {
            Assert.Equal(byDifference[model.Difference(new Step(i, a, j + lane, b))], ratios[lane]);
        }
    });

    private static double Formula(int[] source, int i, int a, int[] target, int j, int b)
    {
        var (x, y) = (source.Skip(i).Take(a).Sum(), target.Skip(j).Take(b).Sum());
        var ratio = Math.Clamp(target.Sum() / (double)source.Sum(), 0.05, 20);
        var forward = LogDensity(y - (x * ratio), (2 * ((x * ratio) + y)) + 4) - Marginal(target, y, b);
        var backward = LogDensity((y - (x * ratio)) / ratio, (2 * (x + (y / ratio))) + 4) - Marginal(source, x, a);
        return Math.Clamp((forward + backward) / 2, -5, 4);
    }

    private static double Marginal(int[] lengths, int length, int segments)
    {
        var mean = lengths.Average();
        var variance = Math.Max(1, lengths.Average(l => (l - mean) * (l - mean)));
        return LogDensity(length - (segments * mean), segments * variance);
    }

    private static double LogDensity(double difference, double variance) => -0.5 * ((difference * difference / variance) + Math.Log(variance));

    private static TokenizedSide Side(Random random, LanguageTag language) =>
        TokenizedSide.Of(RandomTexts.Side(random, language, 1 + random.Next(40)).Segments);
}
