using System.Collections.Concurrent;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using static VietJapanTM.Core.Tests.Matching.Units;

namespace VietJapanTM.Core.Tests.Matching;

public sealed class ConcurrencyTests
{
    private const int Steps = 250;
    private const int UnitCount = 40;

    /// <summary>
    /// Step s puts or deletes units whose source is always the same text and whose target names the step. Every answer must be
    /// the state after some step, and no reader may see time run backwards.
    /// </summary>
    [Fact]
    public async Task Lookup_WhileAWriterApplies_AnswersForSomePrefixOfTheChanges()
    {
        var random = new Random(7);
        var steps = Enumerable.Range(1, Steps).Select(s => MakeStep(random, s)).ToList();
        var states = States(steps);
        var index = new IndexedUnits(new IndexOptions { StepSize = 2 });
        var failures = new ConcurrentQueue<string>();
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(r => Task.Run(() => Read(index, states, MatchProfile.All[r % 2], done.Token, failures))).ToList();
        foreach (var step in steps)
        {
            index.Apply(step.Select(c => c.Deleted ? Delete(c.Unit, c.Step) : Put(c.Unit, c.Step)));
            Assert.Equal(states[step[0].Step], State(index.Lookup(EverythingQuery)));
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Empty(failures);
    }

    private static LookupQuery EverythingQuery { get; } = Query("Texto común de todas.") with { MaxResults = UnitCount };

    private static void Read(
        IndexedUnits index, string[] states, MatchProfile profile, CancellationToken done, ConcurrentQueue<string> failures)
    {
        var last = 0;
        do
        {
            var state = State(index.Lookup(EverythingQuery with { Profile = profile }, CancellationToken.None));
            var step = Array.IndexOf(states, state, last);
            if (step < 0)
            {
                failures.Enqueue($"after step {last}: {state}");
                return;
            }

            last = step;
        }
        while (!done.IsCancellationRequested);
    }

    private static List<StepChange> MakeStep(Random random, int step) =>
        [.. Enumerable.Range(0, random.Next(1, 6))
            .Select(_ => random.Next(UnitCount))
            .Distinct()
            .Select(u => new StepChange(step, Unit($"u{u:D2}", "Texto común de todas.", $"step {step}"), random.Next(4) == 0))];

    /// <summary>The expected answer after each step, the empty one first.</summary>
    private static string[] States(List<List<StepChange>> steps)
    {
        var live = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var states = new List<string> { "" };
        foreach (var step in steps)
        {
            foreach (var change in step)
            {
                live.Remove(change.Unit.Id);
                if (!change.Deleted)
                {
                    live[change.Unit.Id] = change.Unit.Variants[1].Text;
                }
            }

            states.Add(string.Join(';', live.Select(u => $"{u.Key}={u.Value}")));
        }

        return [.. states];
    }

    private static string State(LookupResult result) => string.Join(';', result.Matches.Select(m => $"{m.Unit.Id}={m.Target?.Text}"));

    private sealed record StepChange(int Step, TranslationUnit Unit, bool Deleted);
}
