using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using VietJapanTM.Cli.Console;

namespace VietJapanTM.Cli.Output;

/// <summary>Tells on standard error how far a long command is: a bar on a terminal, a plain line every few seconds in a pipe. Thread-safe.</summary>
internal sealed class ProgressReport
{
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(5);

    private readonly ConcurrentQueue<string> _said = new();
    private readonly TextWriter _error;
    private readonly string _verb;
    private readonly ProgressTask? _bar;
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _lastLine;
    private long _done;

    private ProgressReport(TextWriter error, string verb, ProgressTask? bar)
    {
        _error = error;
        _verb = verb;
        _bar = bar;
    }

    /// <summary>Runs some work under a report.</summary>
    /// <param name="context">Where to report.</param>
    /// <param name="verb">What happens to each item: <c>imported</c>.</param>
    /// <param name="total">How many items there are, or null where nobody knows yet.</param>
    /// <param name="work">The work.</param>
    public static async Task<T> RunAsync<T>(CommandContext context, string verb, long? total, Func<ProgressReport, Task<T>> work)
    {
        if (!context.IsInteractive)
        {
            var plain = new ProgressReport(context.Error, verb, null);
            var result = await work(plain).ConfigureAwait(false);
            plain.WriteSaid();
            return result;
        }

        ProgressReport? report = null;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Error) });
        var outcome = await console.Progress().AutoClear(true).StartAsync(bars =>
        {
            var bar = bars.AddTask(verb, maxValue: total ?? 1);
            bar.IsIndeterminate = total is null;
            report = new ProgressReport(context.Error, verb, bar);
            return work(report);
        }).ConfigureAwait(false);
        report?.WriteSaid();
        return outcome;
    }

    /// <summary>Some more items are done.</summary>
    public void Advance(long count = 1)
    {
        var done = Interlocked.Add(ref _done, count);
        if (_bar is not null)
        {
            if (!_bar.IsIndeterminate)
            {
                _bar.Increment(count);
            }

            _bar.Description = string.Create(CultureInfo.InvariantCulture, $"{_verb} {done:N0}");
            return;
        }

        var elapsed = Stopwatch.GetElapsedTime(_started);
        var line = elapsed.Ticks / PlainInterval.Ticks;
        if (Interlocked.Exchange(ref _lastLine, line) < line)
        {
            _error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_verb} {done:N0} ({done / elapsed.TotalSeconds:N0}/s)"));
        }
    }

    /// <summary>Keeps a line for the end, where no bar spoils it.</summary>
    public void Say(string line) => _said.Enqueue(line);

    private void WriteSaid()
    {
        foreach (var line in _said)
        {
            _error.WriteLine(line);
        }
    }
}
