using VietJapanTM.Alignment.Chains;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;

namespace VietJapanTM.Server.Tests.Mapping;

public sealed class DocumentMappingTests
{
    [Fact]
    public void ToWire_DisputedBead_IsReviewedFirstUntilSomebodyHasSpoken()
    {
        var pair = new PairBeads(
            LanguageTag.Spanish,
            LanguageTag.English,
            [new Bead(0, 1, 0, 1, 0.5), new Bead(1, 1, 1, 1, 0.99), new Bead(2, 1, 2, 1, 0.3, BeadStatus.Confirmed), new Bead(3, 1, 3, 1, 0.98)]);
        var wire = Assert.Single(DocumentMapping.ToWire([pair], [new Disagreement(0, 1), new Disagreement(0, 2)]));
        Assert.Equal([false, true, false, false], wire.Beads.Select(bead => bead.Disputed));
        Assert.Equal([1, 0, 3], wire.ReviewOrder);
    }
}
