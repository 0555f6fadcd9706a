using VietJapanTM.Server.Mapping;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Tests.Mapping;

public sealed class RequestDigestTests
{
    private static readonly PutUnitsRequest Request = new()
    {
        Parent = "memories/news",
        Units = { new Unit { Attributes = { ["client"] = "a", ["domain"] = "b" } } },
        RequestId = "r",
    };

    [Fact]
    public void Of_MapInAnotherOrder_IsTheSame()
    {
        var other = Request.Clone();
        other.Units[0].Attributes.Clear();
        other.Units[0].Attributes.Add("domain", "b");
        other.Units[0].Attributes.Add("client", "a");

        Assert.Equal(Digest("PutUnits", Request), Digest("PutUnits", other));
    }

    [Fact]
    public void Of_AnotherValueOrMethod_Differs()
    {
        var other = Request.Clone();
        other.Reason = "x";

        Assert.Equal(3, new[] { Digest("PutUnits", Request), Digest("PutUnits", other), Digest("CreateMemory", Request) }.Distinct().Count());
        Assert.True(RequestDigest.Of(null, "PutUnits", Request).IsEmpty);
    }

    private static string Digest(string method, PutUnitsRequest request) => Convert.ToHexString(RequestDigest.Of("r", method, request).Span);
}
