using System.Diagnostics;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Benchmarks.Matching;

/// <summary>
/// The verb <c>growth</c>: how the time of a search grows with the memory. Beyond the 1,000,000 real Spanish segments there are crossings of them
/// (<see cref="VariedSegments"/>). Writes a table and, where asked for, a plot.
/// </summary>
internal static class GrowthDriver
{
    /// <summary>Runs the verb.</summary>
    public static void Run(string[] args)
    {
        var options = new VerbOptions(
            args,
            "Measures the index of ever more units, all hits: microseconds a query, and bytes a unit.",
            ("units", "10000,30000,100000,300000,1000000,4000000", "sizes"),
            ("profile", "plain", "plain or standard"),
            ("runs", "3", "timed runs; each query's fastest counts"),
            ("plot", "", "file of the plot, SVG; none where empty"));
        if (options.IsHelp)
        {
            return;
        }

        var sizes = options.List("units").Select(u => int.Parse(u, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var real = CorpusText.SpanishSegments(Math.Min(1_000_000, sizes.Max()));
        var plot = new GrowthPlot(sizes);
        Console.WriteLine("    units  chunks  built s  bytes/unit   edited 70  heldout 70   edited 50  heldout 50   µs a query, mean of each query's fastest");
        foreach (var units in sizes)
        {
            var row = Measure(new VariedSegments(real, units), MatchProfile.Parse(options["profile"]), options.Number("runs"));
            plot.Add(row);
        }

        if (options["plot"].Length > 0)
        {
            File.WriteAllText(options["plot"], plot.ToSvg($"Microseconds a query, profile {options["profile"]}, all hits, one thread"));
        }
    }

    private static List<(string Name, double Microseconds)> Measure(VariedSegments texts, MatchProfile profile, int runs)
    {
        var watch = Stopwatch.StartNew();
        using var memory = new TranslationMemoryIndex(new CorpusUnits(texts), Tenants.Default);
        memory.CatchUp();
        memory.Lookup(new LookupQuery { Text = "a", SourceLanguage = LanguageTag.Spanish, TargetLanguage = LanguageTag.English, Profile = profile });
        var index = memory.Snapshot.Indexes().Single(i => i.Key.Profile == profile).Index;
        var built = watch.Elapsed.TotalSeconds;
        var series = new List<(string Name, double Microseconds)>();
        foreach (var threshold in new[] { 70, 50 })
        {
            foreach (var set in new[] { "edited", "heldout" })
            {
                series.Add(($"{set} {threshold}", Search(index, CorpusText.Queries(set), threshold, runs)));
            }
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{texts.Count,9} {index.Chunks.Length,7} {built,8:0.0} {index.Chunks.Sum(c => c.Image.Length) / (double)texts.Count,11:0.0} {string.Join(' ', series.Select(s => FormattableString.Invariant($"{s.Microseconds,11:0.0}")))}"));
        return series;
    }

    private static double Search(SegmentIndex index, IReadOnlyList<string> queries, int threshold, int runs)
    {
        var hits = new List<SegmentHit>();
        var fastest = new double[queries.Count];
        WarmUp.Run(Pass);
        Array.Fill(fastest, double.MaxValue);
        for (var run = 0; run < runs; run++)
        {
            Pass();
        }

        return fastest.Average();

        void Pass()
        {
            for (var i = 0; i < queries.Count; i++)
            {
                hits.Clear();
                var start = Stopwatch.GetTimestamp();
                index.Search(new QueryText(index.Forms, queries[i]), threshold, revision: 1, hits, default);
                fastest[i] = Math.Min(fastest[i], Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }
    }
}
