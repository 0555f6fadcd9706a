using Grpc.Core;
using Grpc.Wire;

namespace VietJapanTM.Grpc.Tests.Wire;

public sealed class BinaryValueTests
{
    [Fact]
    public void TryDecode_OfEncode_IsIdentityWithAndWithoutPadding() => Seeded.Run(200, random =>
    {
        var bytes = new byte[random.Next(70)];
        random.NextBytes(bytes);
        var text = BinaryValue.Encode(bytes);
        Assert.DoesNotContain('=', text);
        Assert.Equal(bytes, BinaryValue.TryDecode(text));
        Assert.Equal(bytes, BinaryValue.TryDecode(Convert.ToBase64String(bytes)));
    });

    [Theory]
    [InlineData("a")]
    [InlineData("ab*d")]
    [InlineData("abcdé")]
    public void TryDecode_NotBase64_IsNull(string text) => Assert.Null(BinaryValue.TryDecode(text));

    [Fact]
    public void AddReceived_JoinedBinaryValues_AreEntriesEach()
    {
        var metadata = new Metadata();
        WireHeaders.AddReceived(metadata, "X-Some-Bin", "AQI, AwQ=,,*,BQ");
        Assert.Equal(["x-some-bin"], metadata.Select(entry => entry.Key).Distinct());
        Assert.Equal<byte[]>([[1, 2], [3, 4], [], [5]], metadata.Select(entry => entry.ValueBytes));
    }

    [Fact]
    public void AddReceived_HeaderOfTheProtocol_IsNoMetadata()
    {
        var metadata = new Metadata();
        WireHeaders.AddReceived(metadata, "grpc-timeout", "1S");
        WireHeaders.AddReceived(metadata, ":path", "/");
        Assert.Empty(metadata);
    }
}
