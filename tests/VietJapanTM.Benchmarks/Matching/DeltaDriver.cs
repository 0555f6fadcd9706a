using System.Diagnostics;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Indexing;
using VietJapanTM.Matching.Indexing.Chunks;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Benchmarks.Matching;

/// <summary>
/// The verb <c>delta</c>: searching an index with newer units beside its chunk, put in small puts and merged as a server merges them, against searching the
/// chunk alone. Passes over the queries go to one and the other in turn, so that other work on the machine weighs on both alike.
/// </summary>
internal static class DeltaDriver
{
    /// <summary>Runs the verb.</summary>
    public static void Run(string[] args)
    {
        var options = new VerbOptions(
            args,
            "Measures how much slower newer units beside the chunk make the index.",
            ("units", "1000000", "units in the chunk"),
            ("delta", "10000", "newer units"),
            ("put", "50", "units of one put"),
            ("profile", "plain", "plain or standard"),
            ("threshold", "70", "lowest match rate"),
            ("runs", "7", "timed runs; each query's fastest counts"));
        if (options.IsHelp)
        {
            return;
        }

        var profile = MatchProfile.Parse(options["profile"]);
        using var memory = new TranslationMemoryIndex(new CorpusUnits(CorpusText.SpanishSegments(options.Number("units"))), Tenants.Default);
        memory.CatchUp();
        memory.Lookup(new LookupQuery { Text = "a", SourceLanguage = LanguageTag.Spanish, TargetLanguage = LanguageTag.English, Profile = profile });
        var alone = memory.Snapshot.Indexes().Single(i => i.Key.Profile == profile).Index;
        var both = alone with { Chunks = [.. alone.Chunks, .. Delta(alone.Forms, options)] };
        Console.WriteLine($"{alone.Count} units in {alone.Chunks.Length} chunk, then {both.Count - alone.Count} in {both.Chunks.Length - alone.Chunks.Length}: {string.Join(", ", both.Chunks.Skip(alone.Chunks.Length).Select(c => c.Count))}");
        foreach (var set in new[] { "edited", "heldout" })
        {
            var queries = CorpusText.Queries(set);
            var (without, with) = Compare(alone, both, queries, options);
            Console.WriteLine(FormattableString.Invariant($"{set}: {1e6 / without:0} a second alone, {1e6 / with:0} with the delta: {100 * (with / without - 1):0.0} % more time"));
        }
    }

    /// <summary>The chunks that small puts leave, merged after each as the writer and the background do.</summary>
    private static List<IndexChunk> Delta(FormCache forms, VerbOptions options)
    {
        var chunks = new List<IndexChunk>();
        var label = new ChunkLabel("m", "es", options["profile"], 1);
        foreach (var put in CorpusText.SpanishSegments(options.Number("delta")).Select((t, i) => (Text: t + " de nuevo", Id: $"v{i}")).Chunk(options.Number("put")))
        {
            var builder = new ChunkBuilder(forms);
            foreach (var (text, id) in put)
            {
                builder.Add(id, 0, 1, null, text, rank: 0);
            }

            chunks.Add(builder.Build(label));
            var merged = ChunkMerging.Choose([.. chunks], 0);
            if (merged.Length > 0)
            {
                chunks.RemoveRange(chunks.Count - merged.Length, merged.Length);
                chunks.Add(ChunkMerging.Merge(forms, merged, label, 0, 1, default));
            }
        }

        return chunks;
    }

    /// <summary>Microseconds a query: the sum of each query's fastest runs.</summary>
    private static (double Without, double With) Compare(SegmentIndex alone, SegmentIndex both, IReadOnlyList<string> queries, VerbOptions options)
    {
        var hits = new List<SegmentHit>();
        var fastest = new[] { new double[queries.Count], new double[queries.Count] };
        WarmUp.Run(() =>
        {
            Pass(0);
            Pass(1);
        });
        Array.ForEach(fastest, f => Array.Fill(f, double.MaxValue));
        for (var run = 0; run < options.Number("runs"); run++)
        {
            // A pass over all queries, so that neither index finds in the caches what the other has just read for the same query.
            Pass(0);
            Pass(1);
        }

        return (fastest[0].Average(), fastest[1].Average());

        void Pass(int which)
        {
            var index = which == 0 ? alone : both;
            for (var i = 0; i < queries.Count; i++)
            {
                hits.Clear();
                var start = Stopwatch.GetTimestamp();
                index.Search(new QueryText(index.Forms, queries[i]), options.Number("threshold"), 1, hits, default);
                fastest[which][i] = Math.Min(fastest[which][i], Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }
    }
}
