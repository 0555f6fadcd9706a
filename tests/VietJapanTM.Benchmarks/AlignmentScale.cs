using System.Diagnostics;
using System.Globalization;
using VietJapanTM.Alignment;
using VietJapanTM.Model;
using VietJapanTM.Testing;

namespace VietJapanTM.Benchmarks;

/// <summary>
/// <c>alignment-scale [--pair PAIR] [--sentences N,N,…]</c>: aligns documents of growing length, made of the training corpora in their order with
/// seeded deletions and merges, and prints sentences of both sides a second of processor time, the first time and when the process has warmed up,
/// and the most memory that the process has held by then. Where the corpora end they begin anew.
/// </summary>
internal static class AlignmentScale
{
    private const int Seed = 11;
    private const double Deleted = 0.03;
    private const double Merged = 0.05;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(1);

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

        var (source, target) = Corpus(Path.Combine(root, "align", "train"), pair);
        Console.WriteLine("| sentences | first time | warm | most memory |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var size in sizes.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture)))
        {
            Print(Side(pair[..2], source, size / 2, Seed), Side(pair[3..], target, size / 2, Seed + 1));
        }

        return 0;
    }

    private static void Print(AlignmentSide source, AlignmentSide target)
    {
        using var process = Process.GetCurrentProcess();
        var aligner = new SentenceAligner();
        var sentences = source.Segments.Length + target.Segments.Length;
        var spent = Align();
        var first = sentences / spent.TotalSeconds;
        while (spent < WarmUp)
        {
            // The methods that a process uses often are compiled twice more; that is no part of a document's time.
            spent += Align();
        }

        (spent, var aligned) = (TimeSpan.Zero, 0);
        while (spent < LeastTime)
        {
            spent += Align();
            aligned += sentences;
        }

        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {sentences} | {first:N0}/s | {aligned / spent.TotalSeconds:N0}/s | {process.PeakWorkingSet64 / (1 << 20)} MB |"));

        TimeSpan Align()
        {
            process.Refresh();
            var start = process.TotalProcessorTime;
            aligner.Align(source, target);
            process.Refresh();
            return process.TotalProcessorTime - start;
        }
    }

    private static (string[] Source, string[] Target) Corpus(string folder, string pair)
    {
        string[] Read(string language) =>
            [.. Directory.GetFiles(folder, $"*.{pair}.{language}").Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines)];
        return (Read(pair[..2]), Read(pair[3..]));
    }

    private static AlignmentSide Side(string language, string[] lines, int count, int seed)
    {
        var random = new Random(seed);
        var texts = new List<string>(count);
        for (var k = 0; texts.Count < count; k++)
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
