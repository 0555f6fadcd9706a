using VietJapanTM.Terminology.Extraction;

namespace VietJapanTM.Core.Tests.Terminology.Extraction;

public sealed class LogLikelihoodTests
{
    // From Dunning (1993), table 2: the bigram "the swiss", 110 of 29114 … 31,777 words.
    [Fact]
    public void OfPair_PublishedBigram_HasThePublishedRatio() =>
        Assert.Equal(270.72, LogLikelihood.OfPair(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114), 2);

    [Fact]
    public void OfPair_IndependentThings_IsZero() => Assert.Equal(0, LogLikelihood.OfPair(1, 10, 10, 100), 9);

    [Fact]
    public void OfPair_ThingsThatAvoidOneAnother_IsZero() => Assert.Equal(0, LogLikelihood.OfPair(0, 50, 50, 100));

    [Fact]
    public void OfPair_IsSymmetric() => Seeded.Run(200, random =>
    {
        var all = random.Next(1, 1000);
        var (one, other) = (random.Next(all + 1), random.Next(all + 1));
        var both = random.Next(Math.Max(0, one + other - all), Math.Min(one, other) + 1);
        Assert.Equal(LogLikelihood.OfPair(both, one, other, all), LogLikelihood.OfPair(both, other, one, all), 6);
        Assert.True(LogLikelihood.OfPair(both, one, other, all) >= -1e-9);
    });

    [Fact]
    public void OfShare_AsExpected_IsZero() => Assert.Equal(0, LogLikelihood.OfShare(10, 1000, 0.01), 9);
}
