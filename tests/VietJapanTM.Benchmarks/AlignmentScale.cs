using System.Diagnostics;
using System.Globalization;
using VietJapanTM.Alignment;
using VietJapanTM.Model;
using VietJapanTM.Testing;

namespace VietJapanTM.Benchmarks;

/// <summary>
/// <c>alignment-scale [--pair PAIR] [--sentences N,N,…]</c>: aligns documents of growing length, made of the training corpora in their order with
/// seeded deletions and merges, and prints sentences of both sides a second of processor time, the first time and when the process has warmed up,
/// words likewise, and the most memory that the process has held by then. Where the corpora end they begin anew.
/// </summary>
/// <remarks>
/// A longer document reaches further into the corpora and so holds other text. Therefore one stretch of the corpora is then cut into documents of
/// each length, and all of them are aligned: what differs there is the length alone.
/// </remarks>
internal static class AlignmentScale
{
    private const int Seed = 11;
    private const double Deleted = 0.03;
    private const double Merged = 0.05;

    /// <summary>Sentences of the text that is cut into documents of each length.</summary>
    private const int SameText = 100_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(1);

    /// <summary>What takes longer is measured once: it has warmed up long before it ends.</summary>
    private static readonly TimeSpan LongTime = TimeSpan.FromSeconds(10);

    /// <summary>Runs the command; exit code 0, or 2 where the command line is wrong or the data is absent.</summary>
    public static int Run(string[] args)
    {
        var (pair, sizes) = ("es-en", "50,1000,10000,100000");
        for (var k = 0; k + 1 < args.Length; k += 2)
        {
            (pair, sizes) = args[k] switch { "--pair" => (args[k + 1], sizes), "--sentences" => (pair, args[k + 1]), _ => (pair, sizes) };
        }

        if (args.Length % 2 != 0 || TestData.Root is not { } root)
        {
            Console.Error.WriteLine($"usage: alignment-scale [--pair PAIR] [--sentences N,N], with {TestData.Variable} naming the data");
            return 2;
        }

        var corpus = new Corpus(Path.Combine(root, "align", "train"), pair);
        var lengths = sizes.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
        Console.WriteLine("| sentences | first time | warm | words | most memory |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var length in lengths)
        {
            var (first, warm) = Measure([corpus.Document(0, length)]);
            using var process = Process.GetCurrentProcess();
            Print($"| {length} | {first.Sentences:N0}/s | {warm.Sentences:N0}/s | {warm.Words:N0}/s | {process.PeakWorkingSet64 / (1 << 20)} MB |");
        }

        lengths.RemoveAll(length => length > SameText);
        if (lengths.Count == 0)
        {
            return 0;
        }

        Print($"\n| the same {SameText:N0} sentences in documents of | warm | words |\n|---|---|---|");
        foreach (var length in lengths)
        {
            var warm = Measure(corpus.Cut(length, SameText)).Warm;
            Print($"| {length} | {warm.Sentences:N0}/s | {warm.Words:N0}/s |");
        }

        return 0;
    }

    private static void Print(FormattableString row) => Console.WriteLine(row.ToString(CultureInfo.InvariantCulture));

    /// <summary>The methods that a process uses often are compiled twice more; that is no part of a document's time.</summary>
    private static (Speed First, Speed Warm) Measure(IReadOnlyList<Document> documents)
    {
        var aligner = new SentenceAligner();
        using var process = Process.GetCurrentProcess();
        var first = Repeat(TimeSpan.Zero);
        if (first.Spent > LongTime)
        {
            return (first, first);
        }

        Repeat(WarmUp - first.Spent);
        return (first, Repeat(LeastTime));

        Speed Repeat(TimeSpan least)
        {
            process.Refresh();
            var start = process.TotalProcessorTime;
            var (sentences, words, spent) = (0L, 0L, TimeSpan.Zero);
            while (sentences == 0 || spent < least)
            {
                foreach (var document in documents)
                {
                    aligner.Align(document.Source, document.Target);
                    sentences += document.Sentences;
                    words += document.Words;
                }

                process.Refresh();
                spent = process.TotalProcessorTime - start;
            }

            return new Speed(spent, sentences / spent.TotalSeconds, words / spent.TotalSeconds);
        }
    }

    /// <summary>How fast documents were aligned: processor time, and sentences and words of both sides a second of it.</summary>
    private readonly record struct Speed(TimeSpan Spent, double Sentences, double Words);

    private sealed record Document(AlignmentSide Source, AlignmentSide Target)
    {
        public int Sentences => Source.Segments.Length + Target.Segments.Length;

        public long Words { get; } = WordsOf(Source) + WordsOf(Target);

        private static long WordsOf(AlignmentSide side) => side.Segments.Sum(segment => 1L + segment.Text.AsSpan().Count(' '));
    }

    /// <summary>The corpora of a pair.</summary>
    private sealed class Corpus(string folder, string pair)
    {
        private readonly string[] _source = Read(folder, pair, pair[..2]);
        private readonly string[] _target = Read(folder, pair, pair[3..]);

        /// <summary>A document of so many sentences that begins at a line.</summary>
        public Document Document(int line, int sentences) =>
            new(Side(pair[..2], _source, line, sentences / 2, Seed), Side(pair[3..], _target, line, sentences / 2, Seed + 1));

        /// <summary>The beginning of the corpora in documents of a length.</summary>
        public IReadOnlyList<Document> Cut(int sentences, int total) =>
            [.. Enumerable.Range(0, total / sentences).Select(k => Document(k * sentences / 2, sentences))];

        private static string[] Read(string folder, string pair, string language) =>
            [.. Directory.GetFiles(folder, $"*.{pair}.{language}").Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines)];

        private static AlignmentSide Side(string language, string[] lines, int first, int count, int seed)
        {
            var random = new Random(seed);
            var texts = new List<string>(count);
            for (var k = first; texts.Count < count; k++)
            {
                var line = lines[k % lines.Length];
                var chance = random.NextDouble();
                if (chance < Merged && texts.Count > 0)
                {
                    texts[^1] += " " + line;
                }
                else if (chance >= Merged + Deleted)
                {
                    texts.Add(line);
                }
            }

            return AlignmentSide.OfLines(LanguageTag.Parse(language), texts);
        }
    }
}
