using System.Diagnostics;
using System.Globalization;
using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Testing;

namespace VietJapanTM.Benchmarks;

/// <summary>
/// <c>recognition [--terms N] [--languages es,en,vi,ja] [--runs N]</c>: for each language a glossary of N terms (default 100,000) of one to
/// four real words drawn at random (single ones not among the 1,000 most frequent), and the sentences of real news; prints the processor
/// time until the first answer, the bytes that the recogniser keeps a term beside the concepts, and the text recognised in a second of it,
/// in UTF-8 megabytes, the best of N runs (default 50). Processor time, because it is much the same on a busy machine. At last the time after which a recognition sees an
/// edited concept: the median and the longest of 256 edits one after the other, after which a server builds the whole anew in the background.
/// </summary>
internal static class RecognitionScale
{
    private const int Vocabulary = 40_000;
    private const int Everyday = 1_000;
    private const int Builds = 10;
    private const int MostEdits = 256;

    /// <summary>Runs the command; exit code 0, or 2 where the command line is wrong or the data is absent.</summary>
    public static int Run(string[] args)
    {
        var values = args.Chunk(2).Where(o => o.Length == 2).ToDictionary(o => o[0], o => o[1], StringComparer.Ordinal);
        if (TestData.Root is null || args.Length % 2 != 0 || values.Keys.Except(["--terms", "--languages", "--runs"], StringComparer.Ordinal).Any())
        {
            Console.Error.WriteLine($"usage: recognition [--terms N] [--languages es,en,vi,ja] [--runs N], with {TestData.Variable} naming the data");
            return 2;
        }

        var terms = int.Parse(values.GetValueOrDefault("--terms", "100000"), CultureInfo.InvariantCulture);
        var runs = int.Parse(values.GetValueOrDefault("--runs", "50"), CultureInfo.InvariantCulture);
        Console.WriteLine("| language | terms | first start s | ready s | bytes/term | hits | MB/s | edit ms | longest edit ms |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var language in values.GetValueOrDefault("--languages", "es,en,vi,ja").Split(','))
        {
            Measure(LanguageTag.Parse(language), terms, runs);
        }

        return 0;
    }

    private static void Measure(LanguageTag language, int terms, int runs)
    {
        var segments = File.ReadAllLines(TestData.Require("align", "train", "ntrex." + language.Value));
        var concepts = Glossary(language, terms);
        var first = Ready(concepts, segments[0], language, out _);
        var ready = Enumerable.Range(0, Builds).Min(_ => Ready(concepts, segments[0], language, out var _));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        _ = Ready(concepts, segments[0], language, out var recognizer);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var fastest = TimeSpan.MaxValue;
        var hits = 0;
        for (var i = 0; i < runs; i++)
        {
            var start = Environment.CpuUsage.TotalTime;
            hits = segments.Sum(s => recognizer.Recognize(s, language).Length);
            var spent = Environment.CpuUsage.TotalTime - start;
            fastest = spent < fastest ? spent : fastest;
        }

        var edits = Edits(recognizer, concepts, segments[0], language);
        var megabytes = segments.Sum(System.Text.Encoding.UTF8.GetByteCount) / 1e6;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {language} | {terms:N0} | {first.TotalSeconds:F2} | {ready.TotalSeconds:F2} | {(double)bytes / terms:F0} | {hits:N0} | {megabytes / fastest.TotalSeconds:F1} | {edits[edits.Count / 2]:F1} | {edits[^1]:F1} |"));
        GC.KeepAlive(concepts);
    }

    private static TimeSpan Ready(List<Concept> concepts, string text, LanguageTag language, out TermRecognizer recognizer)
    {
        var start = Environment.CpuUsage.TotalTime;
        recognizer = new TermRecognizer(concepts);
        recognizer.Recognize(text, language);
        return Environment.CpuUsage.TotalTime - start;
    }

    /// <summary>Milliseconds from an edit to the recognition that knows it, in ascending order.</summary>
    private static List<double> Edits(TermRecognizer recognizer, List<Concept> concepts, string text, LanguageTag language)
    {
        var times = new List<double>();
        for (var i = 0; i < MostEdits; i++)
        {
            var edited = concepts[i * 97 % concepts.Count];
            var word = $"novedad{i}";
            var section = edited.Languages[0] with { Terms = [new Term { Text = word, Status = AdministrativeStatus.Preferred }] };
            var start = Stopwatch.GetTimestamp();
            recognizer = recognizer.With([KeyValuePair.Create<string, Concept?>(edited.Id, edited with { Languages = [section] })]);
            if (recognizer.Recognize($"{text} {word}", language)[^1].Term.Text != word)
            {
                throw new InvalidOperationException("The edit is not seen.");
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private static List<Concept> Glossary(LanguageTag language, int terms)
    {
        var words = File.ReadLines(TestData.Require("words", WordsOf(language)))
            .Select(line => line.Split(' ')[0])
            .Where(word => word.Length > 1)
            .Take(Vocabulary)
            .ToArray();
        var random = new Random(1);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var concepts = new List<Concept>(terms);
        while (concepts.Count < terms)
        {
            // Frequent words are drawn more often, but none of the most frequent is a term of its own.
            var drawn = Enumerable.Range(0, random.Next(1, 5)).Select(_ => (int)(words.Length * Math.Pow(random.NextDouble(), 2))).ToList();
            var text = string.Join(language.Value == "ja" ? "" : " ", drawn.Select(n => words[n]));
            if ((drawn.Count > 1 || drawn[0] >= Everyday) && seen.Add(text))
            {
                concepts.Add(new Concept
                {
                    Id = string.Create(CultureInfo.InvariantCulture, $"c{concepts.Count:D7}"),
                    Languages = [new LanguageSection { Language = language, Terms = [new Term { Text = text, Status = AdministrativeStatus.Preferred }] }],
                });
            }
        }

        return concepts;
    }

    private static string WordsOf(LanguageTag language) => language.Value + "_50k.txt";
}
