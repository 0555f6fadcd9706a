using VietJapanTM.Matching;
using VietJapanTM.Matching.Scoring;
using VietJapanTM.Model;
using VietJapanTM.Store;
using VietJapanTM.Testing;

namespace VietJapanTM.Benchmarks.Matching;

/// <summary>
/// The verb <c>languages</c>: one memory of Spanish, English, Vietnamese and Japanese units, as many of each, and look-ups in each language. Every language
/// has equally many real segments; the rest are crossings of them (<see cref="VariedSegments"/>). The queries are others with one to four edits.
/// </summary>
internal sealed class LanguagesDriver(TranslationMemoryIndex memory, int queries, int runs)
{
    private const int Seed = 5;

    /// <summary>Runs the verb.</summary>
    public static void Run(string[] args)
    {
        var options = new VerbOptions(
            args,
            "Measures look-ups of 70 % and more, all hits, in each of four languages that share a memory.",
            ("units", "200000", "units of each language"),
            ("real", "35000", "real segments of each, at most"),
            ("queries", "1000", "queries in each language"),
            ("runs", "5", "timed runs; each query's fastest counts"),
            ("profile", "standard,plain", "profiles"));
        if (options.IsHelp)
        {
            return;
        }

        (LanguageTag Language, IReadOnlyList<string> Texts)[] texts =
            [.. new[] { "es", "en", "vi", "ja" }.Select(l => (LanguageTag.Parse(l), (IReadOnlyList<string>)Segments(l, options.Number("real"), options.Number("units"))))];
        using var memory = new TranslationMemoryIndex(new CorpusUnits(texts), Tenants.Default);
        memory.CatchUp();
        var driver = new LanguagesDriver(memory, options.Number("queries"), options.Number("runs"));
        foreach (var profile in options.List("profile").Select(MatchProfile.Parse))
        {
            var spanish = 0.0;
            foreach (var (language, segments) in texts)
            {
                var (rate, times, hits) = driver.Measure(profile, language, segments);
                spanish = language == LanguageTag.Spanish ? rate : spanish;
                Console.WriteLine(FormattableString.Invariant($"{profile.Name,-9} {language}: {rate,8:0} a second, {rate / spanish:0.00} of Spanish, {times}, {hits:0.0} hits"));
            }
        }
    }

    private static VariedSegments Segments(string language, int real, int units)
    {
        var texts = Sources(language).SelectMany(Lines).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal).Take(real).ToList();
        Console.WriteLine(FormattableString.Invariant($"{language}: {texts.Count} real segments of {texts.Average(t => t.Length):0} characters"));
        return new VariedSegments(texts, units);

        IEnumerable<string> Lines(string file) => file.EndsWith(".tsv", StringComparison.Ordinal)
            ? File.ReadLines(Path.Combine(TestData.Root!, file)).Select(l => l.Split('\t')[^1])
            : File.ReadLines(Path.Combine(TestData.Root!, file));
    }

    private static IEnumerable<string> Sources(string language) => language switch
    {
        "vi" => ["align/train/ntrex.vi", "align/train/lohelp.en-vi.vi", "align/train/alt.en-vi.vi", "fuzzy/pairs_en-vi.tsv"],
        "ja" => ["align/train/ntrex.ja", "align/train/lohelp.en-ja.ja", "fuzzy/pairs_en-ja.tsv"],
        "es" => ["align/train/ntrex.es", "align/train/lohelp.es-en.es", "align/train/pydoc.es-en.es"],
        _ => ["align/train/ntrex.en", "align/train/lohelp.es-en.en", "align/train/pydoc.es-en.en"],
    };

    private (double Rate, Latencies Times, double Hits) Measure(MatchProfile profile, LanguageTag language, IReadOnlyList<string> segments)
    {
        var random = new Random(Seed);
        var texts = Enumerable.Range(0, queries).Select(_ => Edit(random, segments, language == LanguageTag.Parse("ja"))).ToList();
        var fastest = new double[queries];
        Array.Fill(fastest, double.MaxValue);
        var (times, hits) = (new Latencies(), 0);
        WarmUp.Run(() => texts.ForEach(t => memory.Lookup(Query(t))));
        for (var run = 0; run < runs; run++)
        {
            for (var i = 0; i < queries; i++)
            {
                var time = new Latencies();
                hits += time.Time(() => memory.Lookup(Query(texts[i]))).Matches.Length;
                times.Add(TimeSpan.FromMicroseconds(time.Mean));
                fastest[i] = Math.Min(fastest[i], time.Mean);
            }
        }

        return (1e6 / fastest.Average(), times, hits / (double)(queries * runs));

        LookupQuery Query(string text) => new()
        {
            Text = text,
            SourceLanguage = language,
            TargetLanguage = language == LanguageTag.English ? LanguageTag.Spanish : LanguageTag.English,
            Threshold = 70,
            MaxResults = int.MaxValue,
            Profile = profile,
        };
    }

    /// <summary>A segment with one to four words, in Japanese characters, taken out or in from another.</summary>
    private static string Edit(Random random, IReadOnlyList<string> segments, bool byCharacters)
    {
        var (text, other) = (Parts(segments[random.Next(segments.Count)]), Parts(segments[random.Next(segments.Count)]));
        for (var edits = random.Next(1, 5); edits > 0; edits--)
        {
            var at = random.Next(text.Count);
            if (random.Next(2) == 0 && text.Count > 2)
            {
                text.RemoveAt(at);
            }
            else
            {
                text.Insert(at, other[random.Next(other.Count)]);
            }
        }

        return string.Join(byCharacters ? "" : " ", text);

        List<string> Parts(string segment) => byCharacters ? [.. segment.EnumerateRunes().Select(r => r.ToString())] : [.. segment.Split(' ')];
    }
}
