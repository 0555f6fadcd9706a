using System.Net;
using VietJapanTM.Errors;
using VietJapanTM.Server.Hosting;

namespace VietJapanTM.Server.Tests.Hosting;

public sealed class ListenAddressTests
{
    [Theory]
    [InlineData("http://localhost:5280", null, 5280)]
    [InlineData("HTTP://LOCALHOST:5280/", null, 5280)]
    [InlineData("http://localhost:0", "127.0.0.1", 0)]
    [InlineData("http://127.0.0.1:0", "127.0.0.1", 0)]
    [InlineData("http://127.8.8.8:81", "127.8.8.8", 81)]
    [InlineData("http://2130706433:5280", "127.0.0.1", 5280)]
    [InlineData("http://[::1]:5280", "::1", 5280)]
    [InlineData("http://[::ffff:127.0.0.1]:5280", "::ffff:127.0.0.1", 5280)]
    public void Parse_Loopback_IsTaken(string text, string? address, int port)
    {
        var parsed = ListenAddress.Parse(text);
        Assert.Equal((address is null ? null : IPAddress.Parse(address), port), (parsed.Address, parsed.Port));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5280")]
    [InlineData("http://[::]:5280")]
    [InlineData("http://10.0.0.1:5280")]
    [InlineData("http://localhost.example:5280")]
    [InlineData("http://127.0.0.1.example:5280")]
    [InlineData("https://localhost:5280")]
    [InlineData("ftp://localhost")]
    [InlineData("http://localhost:5280/path")]
    [InlineData("http://localhost:5280?q")]
    [InlineData("http://user@localhost:5280")]
    [InlineData("http://localhost:70000")]
    [InlineData("http://+:5280")]
    [InlineData("localhost:5280")]
    [InlineData("5280")]
    [InlineData("")]
    public void Parse_AnythingElse_IsRefusedWithARemedy(string text)
    {
        var failure = Assert.Throws<DomainException>(() => ListenAddress.Parse(text));
        Assert.Equal(ErrorCode.AddressRefused, failure.Code);
        Assert.Contains("http://localhost:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ParseAll_Several_KeepsTheirOrder() =>
        Assert.Equal([1, 2], ListenAddress.ParseAll(" http://localhost:1 ; http://127.0.0.1:2;").Select(a => a.Port));

    [Theory]
    [InlineData("")]
    [InlineData(" ; ")]
    [InlineData("http://localhost:1;http://8.8.8.8:1")]
    public void ParseAll_NoneOrOneBad_IsRefused(string text) =>
        Assert.Equal(ErrorCode.AddressRefused, Assert.Throws<DomainException>(() => ListenAddress.ParseAll(text)).Code);
}
