using VietJapanTM.Server.Hosting;

namespace VietJapanTM.Server.Tests.Hosting;

public sealed class HeapWatchTests
{
    private const long Much = HeapWatch.MuchBytes;

    private readonly HeapWatch _watch = new();

    [Fact]
    public void Look_AfterALongDocument_CollectsThenCompactsOnce()
    {
        Assert.Equal(HeapStep.None, _watch.Look(3 * Much, 2 * Much));
        Assert.Equal(HeapStep.Collect, _watch.Look((3 * Much) + 1, 2 * Much));
        Assert.Equal(HeapStep.Compact, _watch.Look((3 * Much) + 2, 2 * Much));
        Assert.Equal([HeapStep.None, HeapStep.None], [_watch.Look((3 * Much) + 3, 2 * Much), _watch.Look((3 * Much) + 4, 2 * Much)]);
        Assert.Equal(HeapStep.None, _watch.Look(4 * Much, 2 * Much));
        Assert.Equal(HeapStep.None, _watch.Look((4 * Much) + HeapWatch.QuietBytes, 2 * Much));
        Assert.Equal(HeapStep.Collect, _watch.Look((4 * Much) + HeapWatch.QuietBytes + 3, 2 * Much));
    }

    [Fact]
    public void Look_WhileCallsAllocate_WaitsForTwoQuietLooks()
    {
        var allocated = 3 * Much;
        for (var k = 0; k < 10; k++)
        {
            Assert.Equal(HeapStep.None, _watch.Look(allocated += HeapWatch.QuietBytes, 2 * Much));
        }

        Assert.Equal(HeapStep.Collect, _watch.Look(allocated, 2 * Much));
        Assert.Equal(HeapStep.None, _watch.Look(allocated += HeapWatch.QuietBytes, 2 * Much));
        Assert.Equal(HeapStep.Collect, _watch.Look(allocated, 2 * Much));
        Assert.Equal(HeapStep.Compact, _watch.Look(allocated, 2 * Much));
    }

    [Theory]
    [InlineData(Much - 1, Much * 2)]
    [InlineData(Much * 2, Much - 1)]
    public void Look_LittleAllocatedOrASmallHeap_LeavesIt(long allocated, long committed)
    {
        for (var k = 0; k < 5; k++)
        {
            Assert.Equal(HeapStep.None, _watch.Look(allocated, committed));
        }
    }
}
