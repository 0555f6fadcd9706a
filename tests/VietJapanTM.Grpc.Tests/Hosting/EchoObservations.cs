namespace VietJapanTM.Grpc.Tests.Hosting;

/// <summary>What the echo service saw.</summary>
public sealed class EchoObservations
{
    private int _cancelled;

    /// <summary>Number of handlers that saw their call cancelled.</summary>
    public int Cancelled => Volatile.Read(ref _cancelled);

    /// <summary>Runs a part of a handler and counts its cancellation.</summary>
    public async Task WatchAsync(Func<Task> part)
    {
        try
        {
            await part();
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _cancelled);
            throw;
        }
    }

    /// <summary>Waits until so many handlers saw their call cancelled.</summary>
    public async Task WaitForCancelledAsync(int count)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (Cancelled < count)
        {
            await Task.Delay(10, timeout.Token);
        }
    }
}
