namespace VietJapanTM.Server.Hosting;

/// <summary>
/// Gives memory back to the system after work that took much of it. The runtime collects when something is allocated; a server that took a long document
/// and then waits would hold a gigabyte of what nobody needs any more. When such a server is quiet, the heap is first collected beside
/// whatever comes, and then compacted, which stops all calls for about a tenth of a second; a server that is never quiet collects anyway.
/// </summary>
/// <param name="time">Times the looks at the heap.</param>
internal sealed class HeapRelief(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var watch = new HeapWatch();
        using var timer = new PeriodicTimer(Period, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                Relieve(watch.Look(GC.GetTotalAllocatedBytes(), GC.GetGCMemoryInfo().TotalCommittedBytes));
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops, and gives back everything.
        }
    }

    private static void Relieve(HeapStep step)
    {
        if (step == HeapStep.Collect)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
        }
        else if (step == HeapStep.Compact)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
