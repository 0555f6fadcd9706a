using System.Diagnostics;

namespace VietJapanTM.Benchmarks.Matching;

/// <summary>Repeats work until its code is compiled for good, which the runtime does beside it and after a pause.</summary>
internal static class WarmUp
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.2);

    /// <summary>Runs a pass again and again. Twice: what is compiled by the pause may be compiled once more after it has been observed.</summary>
    public static void Run(Action pass)
    {
        for (var turn = 0; turn < 2; turn++)
        {
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < Time;)
            {
                pass();
            }

            Thread.Sleep(Pause);
        }
    }
}
