using VietJapanTM.Alignment.Lattices;
using VietJapanTM.Alignment.Support;

namespace VietJapanTM.Core.Tests.Alignment.Support;

public sealed class LoneSupportTests
{
    [Fact]
    public void Of_CounterpartThatStandsAlone_FavoursLeavingTheSentenceAlone()
    {
        // The third language has a sentence for each of the first; the second lacks the first of them.
        var gains = Gains([2, 1, 2], [(new(0, 1, 0, 0), 0.5), (new(1, 1, 0, 1), 0.5)], Straight, [(new(0, 0, 0, 1), 1), (new(0, 1, 1, 1), 1)]);
        Assert.Equal([7f, -2f], gains.Of(0, 1));
        Assert.Equal([-2f], gains.Of(1, 0));
    }

    [Fact]
    public void Of_ThirdLanguageLacksTheSentence_SaysNothing()
    {
        var gains = Gains([1, 1, 1], [(new(0, 1, 0, 1), 1)], [(new(0, 1, 0, 0), 1), (new(1, 0, 0, 1), 1)], [(new(0, 1, 0, 1), 1)]);
        Assert.Equal([0f], gains.Of(0, 1));
    }

    [Fact]
    public void Of_CounterpartOfTwoSentencesOfWhichOneIsLinked_SaysNothing()
    {
        var gains = Gains([1, 1, 2], [(new(0, 1, 0, 1), 1)], [(new(0, 1, 0, 2), 1)], [(new(0, 1, 0, 1), 1), (new(1, 0, 1, 1), 1)]);
        Assert.Equal([0f], gains.Of(0, 1));
    }

    [Fact]
    public void Of_SentencesThatTheThirdLanguageMerges_SaysLittleAgainstLeavingOneAlone()
    {
        var gains = Gains([2, 1, 1], [(new(0, 1, 0, 1), 1), (new(1, 1, 1, 0), 1)], [(new(0, 2, 0, 1), 1)], [(new(0, 1, 0, 1), 1)]);
        Assert.Equal([-0.5f, -0.5f], gains.Of(0, 1));
    }

    [Fact]
    public void Of_DoubtfulWay_SaysLittle()
    {
        var gains = Gains([1, 0, 1], [(new(0, 1, 0, 0), 1)], [(new(0, 1, 0, 1), 0.8)], [(new(0, 0, 0, 1), 0.9)]);
        Assert.InRange(gains.Of(0, 1)[0], 0.1f, 1);
    }

    private static readonly (Step, double)[] Straight = [(new(0, 1, 0, 1), 1), (new(1, 1, 1, 1), 1)];

    private static LoneSupport Gains(int[] lengths, params (Step Bead, double Posterior)[][] paths) => new(lengths, paths);
}
