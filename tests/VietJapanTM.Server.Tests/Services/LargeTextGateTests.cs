using VietJapanTM.Server.Services;

namespace VietJapanTM.Server.Tests.Services;

public sealed class LargeTextGateTests
{
    private const int Large = LargeTextGate.LargeLength;

    [Fact]
    public async Task EnterAsync_SmallText_NeverWaits()
    {
        using var gate = new LargeTextGate(1);
        using var large = await gate.EnterAsync(Large, default);
        for (var k = 0; k < 3; k++)
        {
            var small = gate.EnterAsync(Large - 1, default);
            Assert.True(small.IsCompletedSuccessfully);
            (await small).Dispose();
        }

        Assert.False(gate.EnterAsync(Large, default).IsCompleted);
    }

    [Fact]
    public async Task EnterAsync_NoPlaceLeft_WaitsInOrder()
    {
        using var gate = new LargeTextGate(2);
        var first = await gate.EnterAsync(Large, default);
        var second = await gate.EnterAsync(Large, default);
        var third = gate.EnterAsync(Large, default).AsTask();
        var fourth = gate.EnterAsync(Large, default).AsTask();
        Assert.False(third.IsCompleted);

        second.Dispose();
        (await third.WaitAsync(TimeSpan.FromMinutes(1))).Dispose();
        (await fourth.WaitAsync(TimeSpan.FromMinutes(1))).Dispose();
        first.Dispose();
    }

    [Fact]
    public async Task EnterAsync_CancelledWhileWaiting_TakesNoPlace()
    {
        using var gate = new LargeTextGate(1);
        var first = await gate.EnterAsync(Large, default);
        using var gone = new CancellationTokenSource();
        var second = gate.EnterAsync(Large, gone.Token).AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        first.Dispose();
        (await gate.EnterAsync(Large, default).AsTask().WaitAsync(TimeSpan.FromMinutes(1))).Dispose();
    }
}
