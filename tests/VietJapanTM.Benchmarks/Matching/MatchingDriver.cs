using System.Diagnostics;
using System.Globalization;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Benchmarks.Matching;

/// <summary>
/// Measures look-ups on one thread, cutting into tokens included, in layers: <c>all hits</c> is <see cref="TranslationMemoryIndex.FindHits"/>,
/// every hit with its unit's id and score; <c>top 5</c> is a look-up that answers five matches with their units, <c>all units</c> one that
/// answers every match so, from a source that makes units at once; <c>index</c> is the search alone, <c>analysis</c> the cutting
/// alone. Under <c>plain</c> every answer is compared with the known best matches. "Undisturbed" takes each query's fastest run: on a
/// machine with other work it repeats better than the median.
/// </summary>
internal sealed class MatchingDriver
{
    private readonly VerbOptions _options;
    private readonly TranslationMemoryIndex _memory;
    private readonly List<SegmentHit> _hits = [];
    private MatchProfile _profile = MatchProfile.Standard;
    private int _threshold;
    private SegmentIndex _index = null!;

    private MatchingDriver(VerbOptions options)
    {
        _options = options;
        _memory = new TranslationMemoryIndex(new CorpusUnits(CorpusText.SpanishSegments(options.Number("units"))), Tenants.Default);
    }

    /// <summary>Runs the verb <c>matching</c>.</summary>
    public static void Run(string[] args)
    {
        var options = new VerbOptions(
            args,
            "Measures look-ups on one thread, in layers, and what they touch, allocate and miss.",
            ("units", "1000000", "Spanish units in the memory"),
            ("profile", "plain,standard", "profiles"),
            ("threshold", "70,50", "lowest match rates"),
            ("set", "edited,heldout", "query sets, as in the data folder"),
            ("runs", "7", "timed runs; the median is reported, and each query's fastest"));
        if (options.IsHelp)
        {
            return;
        }

        var driver = new MatchingDriver(options);
        foreach (var profile in options.List("profile"))
        {
            driver.Fill(MatchProfile.Parse(profile));
            foreach (var threshold in options.List("threshold"))
            {
                driver.Measure(int.Parse(threshold, CultureInfo.InvariantCulture));
            }
        }
    }

    private static long Resident() => Process.GetCurrentProcess().WorkingSet64 >> 20;

    private static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant(text));

    private void Fill(MatchProfile profile)
    {
        _profile = profile;
        _threshold = 100;
        var resident = Resident();
        var watch = Stopwatch.StartNew();
        _memory.CatchUp();
        _memory.Lookup(Query("a", 1));
        var seconds = watch.Elapsed.TotalSeconds;
        _index = _memory.Snapshot.Indexes().Single(i => i.Key.Profile == _profile).Index;
        var bytes = _index.Chunks.Sum(c => c.Image.Length) / (double)_index.Count;
        Say($"{_index.Count} units, {_profile}: built in {seconds:0.0} s, {bytes:0.0} bytes a unit, resident {resident} MB before and {Resident()} MB after");
    }

    private void Measure(int threshold)
    {
        _threshold = threshold;
        Say($"{_profile}, at least {threshold} %: set, layer       queries/s   undisturbed    p50 µs    p99 µs      hits  allocated   postings    bitmap words   verified");
        foreach (var set in _options.List("set"))
        {
            Measure(set);
        }
    }

    private void Measure(string set)
    {
        var queries = CorpusText.Queries(set);
        Report(set, "all hits", queries, q => _memory.FindHits(Query(q, int.MaxValue)).Length);
        Report(set, "top 5", queries, q => _memory.Lookup(Query(q, 5)).Matches.Length);
        Report(set, "all units", queries, q => _memory.Lookup(Query(q, int.MaxValue)).Matches.Length);
        Report(set, "index", queries, q => Search(q).Count);
        Report(set, "analysis", queries, q => new QueryText(_index.Forms, q).KeyCount);
        if (_profile.IsPlain && CorpusText.IsReal)
        {
            var truth = MatchingTruth.Read(set, _options.Number("units"));
            var missed = queries.Select((q, i) => truth.Missed(i, _threshold, Search(q))).Sum();
            var expected = truth.Expected(_threshold);
            Say($"{set}: {missed} of {expected} best matches missed, recall {(expected - missed) / (double)Math.Max(1, expected):0.000}");
        }
    }

    private void Report(string set, string layer, IReadOnlyList<string> queries, Func<string, int> answer)
    {
        var times = new long[queries.Count];
        var rates = new List<double>();
        var all = new List<double>();
        var best = new long[queries.Count];
        Array.Fill(best, long.MaxValue);
        long hits = 0;
        long bytes = 0;
        var effort = default(SearchEffort);
        WarmUp.Run(() => queries.ToList().ForEach(q => answer(q)));
        for (var run = 0; run < _options.Number("runs"); run++)
        {
            hits = 0;
            var effortBefore = SegmentIndex.Effort;
            bytes = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < times.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                hits += answer(queries[i]);
                times[i] = Stopwatch.GetTimestamp() - start;
            }

            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            effort = SegmentIndex.Effort - effortBefore;
            rates.Add(times.Length * (double)Stopwatch.Frequency / times.Sum());
            best = [.. best.Zip(times, Math.Min)];
            all.AddRange(times.Select(t => t * 1e6 / Stopwatch.Frequency));
        }

        rates.Sort();
        all.Sort();
        var n = (double)times.Length;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{set,-10} {layer,-10} {rates[rates.Count / 2],16:0} {n * Stopwatch.Frequency / best.Sum(),13:0} {all[all.Count / 2],9:0.0} {all[all.Count * 99 / 100],9:0.0} {hits / n,9:0.0} {bytes / n,10:0} {effort.Postings / n,10:0} {effort.BitmapWords / n,15:0} {effort.Verified / n,10:0.0}"));
    }

    private List<SegmentHit> Search(string text)
    {
        _hits.Clear();
        _index.Search(new QueryText(_index.Forms, text), _threshold, revision: 1, _hits, default);
        return _hits;
    }

    private LookupQuery Query(string text, int max) => new()
    {
        Text = text,
        SourceLanguage = LanguageTag.Spanish,
        TargetLanguage = LanguageTag.English,
        Threshold = _threshold,
        MaxResults = max,
        Profile = _profile,
    };
}
