using System.Diagnostics;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Storage;
using VietJapanTM.Store;
using VietJapanTM.Testing;

namespace VietJapanTM.Benchmarks.Matching;

/// <summary>
/// Measures the index over a real store: the time to build it and to open its files, bytes on disk by section, what is resident after 4,000
/// look-ups, look-ups with 10,000 newer units beside the chunks, and look-ups while units are imported.
/// </summary>
internal sealed class IndexDriver(IndexDriverOptions options)
{
    private const int Lookups = 4_000;
    private const int DeltaUnits = 10_000;

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
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = options.Data });
        if (store.GetRevision(Tenants.Default) == 0)
        {
            var watch = Stopwatch.StartNew();
            Import(store, CorpusText.SpanishSegments(options.Units).Zip(CorpusText.EnglishSegments(options.Units))).GetAwaiter().GetResult();
            Say($"imported {options.Units} units into the store in {watch.Elapsed.TotalSeconds:0.0} s");
        }

        if (!Directory.Exists(Folder))
        {
            Say($"built, written and closed in {Spend(() => Open(store).Dispose())}");
        }

        using var index = Open(store, out var spent);
        Say($"opened in {spent}, first look-up in {Spend(() => Lookup(index, 0))}, second in {Spend(() => Lookup(index, 1))}");
        var units = store.Count(Tenants.Default).Units;
        Describe(index, units);
        Measure("chunks alone", index);
        Say($"resident after {Lookups} look-ups: {Resident()} MB");
        if (options.Writes)
        {
            Import(store, Newer(" de nuevo").Take(DeltaUnits)).GetAwaiter().GetResult();
            Say($"{DeltaUnits} units in the index in {Spend(index.CatchUp)}");
            Measure("with a delta", index);
            MeasureImport(store, index);
        }
    }

    private string Folder => Path.Combine(options.Data, "index");

    /// <summary>What an action takes, by the clock and by the processor, which a machine with other work does not stretch as much.</summary>
    private static string Spend(Action action)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        action();
        return FormattableString.Invariant($"{watch.Elapsed.TotalSeconds:0.000} s ({(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.000} of processor)");
    }

    private static async Task Import(ITranslationStore store, IEnumerable<(string Spanish, string? English)> texts) => await store.CommitAsync(new Change
    {
        Operations = texts.Select(pair => (ChangeOperation)new ChangeOperation.PutUnit(new TranslationUnit
        {
            MemoryId = "m",
            Variants = [.. Variants(pair.Spanish, pair.English)],
        })).Prepend(new ChangeOperation.PutMemory(new Memory { Id = "m" })),
    }).ConfigureAwait(false);

    private static IEnumerable<Variant> Variants(string spanish, string? english)
    {
        yield return new Variant { Language = LanguageTag.Spanish, Text = spanish };
        if (english is not null)
        {
            yield return new Variant { Language = LanguageTag.English, Text = english };
        }
    }

    private TranslationMemoryIndex Open(IUnitSource store) => Open(store, out _);

    private TranslationMemoryIndex Open(IUnitSource store, out string spent)
    {
        var index = new TranslationMemoryIndex(store, Tenants.Default, new IndexOptions { Folder = Folder, Notice = Console.WriteLine });
        spent = Spend(index.CatchUp);
        return index;
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

    private void Measure(string what, TranslationMemoryIndex index) => Measure(what, index, () => false, Lookups);

    /// <summary>Look-ups on this thread, so many or until something is done.</summary>
    private void Measure(string what, TranslationMemoryIndex index, Func<bool> isDone, int most)
    {
        var times = new List<double>();
        for (var i = 0; i < most && !isDone(); i++)
        {
            var start = Stopwatch.GetTimestamp();
            Lookup(index, i);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        var half = times[(times.Count / 2)..];
        half.Sort();
        Say($"{what}: {1e6 / half.Average():0} look-ups/s, p50 {half[half.Count / 2]:0} µs, p99 {half[half.Count * 99 / 100]:0} µs, of the later half of {times.Count}");
    }

    /// <summary>The same segments, each a little longer.</summary>
    private IEnumerable<(string Spanish, string? English)> Newer(string ending) =>
        CorpusText.SpanishSegments(options.Units).Select(t => (t + ending, (string?)null));

    private void MeasureImport(SqliteTranslationStore store, TranslationMemoryIndex index)
    {
        var import = Task.Run(async () =>
        {
            await Import(store, Newer(" otra vez")).ConfigureAwait(false);
            index.CatchUp();
        });
        var watch = Stopwatch.StartNew();
        Measure($"while {options.Units} units are imported", index, () => import.IsCompleted, int.MaxValue);
        import.GetAwaiter().GetResult();
        Say($"  imported and in the index in {watch.Elapsed.TotalSeconds:0.0} s");
    }
}
