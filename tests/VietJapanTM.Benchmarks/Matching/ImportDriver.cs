using System.Diagnostics;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Testing;

namespace VietJapanTM.Benchmarks.Matching;

/// <summary>The verb <c>import</c>: look-ups while as many units again are imported beside them, in puts as a client sends them or as one change.</summary>
internal sealed class ImportDriver(StoredCorpus corpus, TranslationMemoryIndex index)
{
    private readonly IReadOnlyList<string> _queries = CorpusText.Queries("edited");

    /// <summary>Runs the verb.</summary>
    public static void Run(string[] args)
    {
        using var temporary = new TemporaryFolder();
        var options = new VerbOptions(
            args,
            "Measures look-ups on one thread while units are imported, each visible before its put ends.",
            ("units", "1000000", "units in the store before, and units that are imported"),
            ("put", "10000", "units of one put; 0 for all in one change"),
            ("data", temporary.Root, "folder with the store; one that is empty is filled"),
            ("pause", "0", "milliseconds that the reader waits between two look-ups"));
        if (options.IsHelp)
        {
            return;
        }

        using var corpus = new StoredCorpus(options["data"], options.Number("units"));
        using var index = corpus.OpenIndex();
        var driver = new ImportDriver(corpus, index);
        driver.Read(new Latencies(), () => false, 3_000, 0);
        driver.Say("before", driver.Read(new Latencies(), () => false, 3_000, options.Number("pause")));
        driver.Measure(options.Number("units"), options.Number("put"), options.Number("pause"));
    }

    private void Measure(int units, int put, int pause)
    {
        // A run of its own each time: the store takes no unit twice.
        var ending = $" otra vez {index.Revision}";
        var texts = CorpusText.SpanishSegments(units).Select(t => (t + ending, (string?)null));
        var watch = Stopwatch.StartNew();
        var import = Task.Run(() =>
        {
            foreach (var part in texts.Chunk(put == 0 ? units : put))
            {
                corpus.Import(part);
                index.CatchUp();
            }
        });
        var most = 0L;
        using var memory = new Timer(_ => most = Math.Max(most, Process.GetCurrentProcess().WorkingSet64), null, 0, 200);
        var times = Read(new Latencies(), () => import.IsCompleted, int.MaxValue, pause);
        import.GetAwaiter().GetResult();
        Say(FormattableString.Invariant($"while {units} units came in {watch.Elapsed.TotalSeconds:0.0} s"), times);
        Console.WriteLine(FormattableString.Invariant(
            $"resident at most {most >> 20} MB, of which {GC.GetTotalMemory(false) >> 20} MB objects at the end; pauses for the collector {GC.GetTotalPauseDuration().TotalMilliseconds:0} ms in all"));
    }

    private void Say(string what, Latencies times) => Console.WriteLine($"{what}: {times.Count} look-ups, {times}");

    private Latencies Read(Latencies times, Func<bool> isDone, int most, int pause)
    {
        for (var i = 0; i < most && !isDone(); i++)
        {
            var query = new LookupQuery
            {
                Text = _queries[i % _queries.Count],
                SourceLanguage = LanguageTag.Spanish,
                TargetLanguage = LanguageTag.English,
                Threshold = 70,
                Profile = MatchProfile.Standard,
            };
            times.Time(() => index.Lookup(query));
            if (pause > 0)
            {
                Thread.Sleep(pause);
            }
        }

        return times;
    }
}
