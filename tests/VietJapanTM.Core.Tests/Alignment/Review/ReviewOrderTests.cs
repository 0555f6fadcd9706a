using VietJapanTM.Alignment.Review;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Alignment.Review;

public sealed class ReviewOrderTests
{
    private static readonly Bead[] Beads =
    [
        new(0, 1, 0, 1, 0.9), new(1, 1, 1, 1, 0.4), new(2, 1, 2, 1, 0.99), new(3, 1, 3, 1, 0.2, BeadStatus.Confirmed), new(4, 1, 4, 1, 0.95), new(5, 1, 5, 1, 0.4),
    ];

    [Fact]
    public void Of_NothingDisputed_IsByConfidence() => Assert.Equal([1, 5, 0, 4, 2], ReviewOrder.Of(Beads, _ => false));

    [Fact]
    public void Of_Disputed_ComesFirstHoweverConfident() => Assert.Equal([4, 2, 1, 5, 0], ReviewOrder.Of(Beads, bead => bead is 2 or 3 or 4));
}
