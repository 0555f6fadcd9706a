namespace Grpc.Wire;

/// <summary>Runs an action once when a call's time is up, however far away that is.</summary>
internal sealed class CallDeadline : IDisposable
{
    // A timer takes no longer wait; the rest is waited for again.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);
    private static readonly TimeSpan TimerResolution = TimeSpan.FromMilliseconds(1);

    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly long _started;
    private readonly Action _expired;
    private readonly ITimer _timer;

    public CallDeadline(TimeProvider time, TimeSpan timeout, Action expired)
    {
        _time = time;
        _timeout = timeout;
        _expired = expired;
        _started = time.GetTimestamp();
        _timer = time.CreateTimer(static state => ((CallDeadline)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Arm(timeout);
    }

    /// <summary>The time at which a timeout from now ends, in UTC; saturates.</summary>
    public static DateTime TimeAfter(TimeProvider time, TimeSpan timeout)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return timeout < DateTime.MaxValue - now ? now + timeout : DateTime.MaxValue;
    }

    public void Dispose() => _timer.Dispose();

    private void OnTimer()
    {
        var left = _timeout - _time.GetElapsedTime(_started);
        if (left > TimeSpan.Zero)
        {
            Arm(left);
        }
        else
        {
            _expired();
        }
    }

    private void Arm(TimeSpan left) =>
        _timer.Change(left < LongestWait ? left + TimerResolution : LongestWait, Timeout.InfiniteTimeSpan);
}
