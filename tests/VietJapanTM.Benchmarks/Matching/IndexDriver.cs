using System.Diagnostics;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;
using VietJapanTM.Testing;

namespace VietJapanTM.Benchmarks.Matching;

/// <summary>
/// Measures the index over a real store: the time to build it and to open its files, bytes on disk by section, what is resident after 4,000
/// look-ups.
/// </summary>
internal sealed class IndexDriver(IndexDriverOptions options)
{
    private const int Lookups = 4_000;

    private readonly MatchProfile _profile = MatchProfile.Parse(options.Profile);
    private readonly IReadOnlyList<string> _queries = CorpusText.Queries("edited");

    /// <summary>Runs the verb <c>index</c>; with a folder that has a store of an earlier run it opens that.</summary>
    public static void Run(string[] args)
    {
        using var temporary = new TemporaryFolder();
        var options = IndexDriverOptions.Parse(args, temporary.Root);
        new IndexDriver(options).Run();
    }

    private static long Resident() => Process.GetCurrentProcess().WorkingSet64 >> 20;

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));

    private void Run()
    {
        using var corpus = new StoredCorpus(options.Data, options.Units);
        if (!Directory.Exists(corpus.IndexFolder))
        {
            Say($"built, written and closed in {Spend(() => corpus.OpenIndex().Dispose())}");
        }

        TranslationMemoryIndex? opened = null;
        var spent = Spend(() => opened = corpus.OpenIndex());
        using var index = opened!;
        Say($"opened in {spent}, first look-up in {Spend(() => Lookup(index, 0))}, second in {Spend(() => Lookup(index, 1))}");
        Describe(index, corpus.Store.Count(Tenants.Default).Units);
        Measure("chunks alone", index);
        Say($"resident after {Lookups} look-ups: {Resident()} MB");
    }

    /// <summary>What an action takes, by the clock and by the processor, which a machine with other work does not stretch as much.</summary>
    private static string Spend(Action action)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        action();
        return FormattableString.Invariant($"{watch.Elapsed.TotalSeconds:0.000} s ({(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.000} of processor)");
    }

    private void Describe(TranslationMemoryIndex index, long units)
    {
        foreach (var (_, key, segments) in index.Snapshot.Indexes().Where(i => i.Key.Language == LanguageTag.Spanish))
        {
            var bytes = segments.Chunks.Sum(c => c.Image.Length);
            Say($"{key.Profile} {key.Language}: {segments.Count} rows in {segments.Chunks.Length} chunks, {bytes / (double)units:0.0} bytes a unit:");
            var sections = segments.Chunks.SelectMany(c => c.Image.Directory).GroupBy(e => (ChunkSection)e.Section);
            Console.WriteLine("  " + string.Join(", ", sections
                .Select(s => (s.Key, Bytes: s.Sum(e => e.Length) / (double)units))
                .Where(s => s.Bytes >= 0.05)
                .Select(s => FormattableString.Invariant($"{s.Key} {s.Bytes:0.0}"))));
        }
    }

    private int Lookup(TranslationMemoryIndex index, int i) => index.Lookup(new LookupQuery
    {
        Text = _queries[i % _queries.Count],
        SourceLanguage = LanguageTag.Spanish,
        TargetLanguage = LanguageTag.English,
        Threshold = options.Threshold,
        MaxResults = options.Max,
        Profile = _profile,
    }).Matches.Length;

    private void Measure(string what, TranslationMemoryIndex index)
    {
        var times = new Latencies();
        for (var i = 0; i < Lookups; i++)
        {
            // The first half warms up.
            var start = Stopwatch.GetTimestamp();
            Lookup(index, i);
            if (i >= Lookups / 2)
            {
                times.Add(Stopwatch.GetElapsedTime(start));
            }
        }

        Say($"{what}: {1e6 / times.Mean:0} look-ups/s, {times}");
    }
}
