using VietJapanTM.Alignment.Lattices;
using VietJapanTM.Alignment.Support;

namespace VietJapanTM.Core.Tests.Alignment.Support;

public sealed class PairSupportTests
{
    private const float Most = 2.5f;
    private static readonly Step[] Straight = [new(0, 1, 0, 1), new(1, 1, 1, 1), new(2, 1, 2, 1)];

    [Fact]
    public void Of_PathsThatCrossTogether_SupportsTheirBoundaries()
    {
        var support = Support([3, 3, 3], Sure(), Sure(Straight), Sure(Straight));
        Assert.Equal([(0, 0, Most), (1, 1, Most), (2, 2, Most), (3, 3, Most)], Gains(support.Of(0, 1), 3, 3));
    }

    [Fact]
    public void Of_ThirdLanguageMerges_SaysNothingOfTheBoundaryInside()
    {
        var support = Support([3, 3, 2], Sure(), Sure(new(0, 1, 0, 1), new(1, 2, 1, 1)), Sure(new(0, 1, 0, 1), new(1, 2, 1, 1)));
        Assert.Equal([(0, 0, Most), (1, 1, Most), (3, 3, Most)], Gains(support.Of(0, 1), 3, 3));
    }

    [Fact]
    public void Of_ThirdLanguageLacksASentence_SaysNothingOfItsPlace()
    {
        // The second language's sentence 1 has no counterpart in the third; whether it has one in the first, the third cannot know.
        var support = Support(
            [2, 3, 2], Sure(), Sure(new(0, 1, 0, 1), new(1, 1, 1, 1)), Sure(new(0, 1, 0, 1), new(1, 1, 1, 0), new(2, 1, 1, 1)));
        Assert.Equal([(0, 0, Most), (2, 3, Most)], Gains(support.Of(0, 1), 2, 3));
    }

    [Fact]
    public void Of_DoubtfulPath_SaysLittle()
    {
        var doubtful = Straight.Select(bead => (bead, 0.8)).ToArray();
        var support = Support([3, 3, 3], Sure(), doubtful, Sure(Straight));
        Assert.All(Gains(support.Of(0, 1), 3, 3).Where(gain => gain.Row is 1 or 2), gain => Assert.InRange(gain.Gain, 0, 1));
    }

    [Fact]
    public void Of_TwoFurtherLanguages_AddUp()
    {
        var support = Support(
            [3, 3, 3, 3], Sure(), Sure(Straight), Sure(Straight), Sure(Straight), Sure(Straight), Sure(Straight));
        Assert.Equal([(0, 0, 2 * Most), (1, 1, 2 * Most), (2, 2, 2 * Most), (3, 3, 2 * Most)], Gains(support.Of(0, 1), 3, 3));
    }

    [Fact]
    public void Of_PairsInTheMiddleAndAtTheEnd_ReadsEachTheRightWayRound()
    {
        Step[] shifted = [new(0, 0, 0, 1), new(0, 1, 1, 1), new(1, 1, 2, 1)];
        var support = Support([2, 2, 3], Sure(Straight[..2]), Sure(shifted), Sure());
        Assert.Equal([(1, 2, Most), (2, 3, Most)], Gains(support.Of(1, 2), 2, 3));
    }

    [Fact]
    public void Of_PairThatFoundAnotherWay_KeepsItWhereNothingElseSpeaks()
    {
        var support = Support([2, 2, 2], Sure(new(0, 0, 0, 1), new(0, 1, 1, 1), new(1, 1, 2, 0)), Sure(Straight[..2]), Sure(Straight[..2]));
        Assert.Equal([(0, 0, Most), (0, 1, 0.1f), (1, 1, Most), (1, 2, 0.1f), (2, 2, Most + 0.1f)], Gains(support.Of(0, 1), 2, 2));
    }

    private static (Step Bead, double Posterior)[] Sure(params Step[] beads) => [.. beads.Select(bead => (bead, 1d))];

    private static PairSupport Support(int[] lengths, params (Step Bead, double Posterior)[][] paths) => new(lengths, paths);

    private static List<(int Row, int Column, float Gain)> Gains(WayRound support, int sources, int targets)
    {
        var gains = new List<(int, int, float)>();
        for (var row = 0; row <= sources; row++)
        {
            var scores = new float[targets + 1];
            support.AddBoundaries(row, 0, scores);
            gains.AddRange(scores.Select((gain, column) => (row, column, gain)).Where(gain => gain.gain > 0));
        }

        return gains;
    }
}
