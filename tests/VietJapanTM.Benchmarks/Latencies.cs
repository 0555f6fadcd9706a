using System.Diagnostics;
using System.Runtime.InteropServices;

namespace VietJapanTM.Benchmarks;

/// <summary>
/// Times of single calls, by the clock and by the processor: on a machine with other work the clock also counts what that work takes. Not thread-safe.
/// </summary>
internal sealed partial class Latencies
{
    private readonly List<double> _clock = [];
    private readonly List<double> _processor = [];
    private bool _isSorted;

    /// <summary>How many calls.</summary>
    public int Count => _clock.Count;

    /// <summary>Microseconds a call, on average, by the clock.</summary>
    public double Mean => _clock.Average();

    /// <summary>Times a call on this thread and keeps both times.</summary>
    public T Time<T>(Func<T> call)
    {
        var (start, spent) = (Stopwatch.GetTimestamp(), ProcessorMicroseconds());
        var answer = call();
        _processor.Add(ProcessorMicroseconds() - spent);
        _clock.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        _isSorted = false;
        return answer;
    }

    /// <summary>Keeps a time by the clock.</summary>
    public void Add(TimeSpan time)
    {
        _clock.Add(time.TotalMicroseconds);
        _isSorted = false;
    }

    /// <summary>p50, p99 and the longest in milliseconds, and in parentheses p50 and p99 by the processor.</summary>
    public override string ToString()
    {
        if (!_isSorted)
        {
            _clock.Sort();
            _processor.Sort();
            _isSorted = true;
        }

        var processor = _processor.Count == 0 ? ""
            : FormattableString.Invariant($" (processor {At(_processor, 50):0.000} and {At(_processor, 99):0.000})");
        return FormattableString.Invariant($"p50 {At(_clock, 50),7:0.000} ms  p99 {At(_clock, 99),7:0.000} ms  longest {At(_clock, 100),8:0.00} ms{processor}");
    }

    private static double At(List<double> sorted, double percent) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * percent / 100))] / 1000;

    /// <summary>What this thread has taken of a processor; 0 where the system does not say.</summary>
    private static double ProcessorMicroseconds()
    {
        const int threadClock = 3;
        return OperatingSystem.IsLinux() && GetTime(threadClock, out var time) == 0 ? (time.Seconds * 1e6) + (time.Nanoseconds / 1e3) : 0;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out ClockTime time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct ClockTime
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
