using Grpc.Wire;

namespace VietJapanTM.Grpc.Tests.Wire;

public sealed class GrpcTimeoutTests
{
    [Theory]
    [InlineData("0n", 0)]
    [InlineData("1n", 1)]
    [InlineData("100n", 1)]
    [InlineData("101n", 2)]
    [InlineData("1u", 10)]
    [InlineData("1m", TimeSpan.TicksPerMillisecond)]
    [InlineData("3S", 3 * TimeSpan.TicksPerSecond)]
    [InlineData("2M", 2 * TimeSpan.TicksPerMinute)]
    [InlineData("99999999H", 99_999_999 * TimeSpan.TicksPerHour)]
    public void TryParse_ValidText_GivesTicks(string text, long ticks)
    {
        Assert.True(GrpcTimeout.TryParse(text, out var timeout));
        Assert.Equal(ticks, timeout.Ticks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("1")]
    [InlineData("1x")]
    [InlineData("-1S")]
    [InlineData("+1S")]
    [InlineData(" 1S")]
    [InlineData("1.5S")]
    [InlineData("100000000S")]
    public void TryParse_MalformedText_Refuses(string text) => Assert.False(GrpcTimeout.TryParse(text, out _));

    [Fact]
    public void Format_AnyTimeout_ReadsBackNotEarlierAndNearlyEqual() => Seeded.Run(500, random =>
    {
        var timeout = TimeSpan.FromTicks(random.NextInt64(1, 1L << random.Next(1, 62)));
        Assert.True(GrpcTimeout.TryParse(GrpcTimeout.Format(timeout), out var back));
        Assert.True(back >= timeout && back.Ticks - timeout.Ticks <= Math.Max(10, timeout.Ticks / 99_999), $"{timeout} came back as {back}");
    });

    [Fact]
    public void Format_BeyondTheProtocol_Saturates() => Assert.Equal("99999999H", GrpcTimeout.Format(TimeSpan.MaxValue));

    [Fact]
    public void Format_Negative_IsTheShortest() => Assert.Equal("1u", GrpcTimeout.Format(TimeSpan.FromSeconds(-5)));
}
