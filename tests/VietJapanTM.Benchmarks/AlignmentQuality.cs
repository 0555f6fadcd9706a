using System.Diagnostics;
using System.Globalization;
using VietJapanTM.Alignment;
using VietJapanTM.Testing;
using VietJapanTM.Testing.Alignment;

namespace VietJapanTM.Benchmarks;

/// <summary>
/// <c>alignment [--set NAME] [--pair PAIR]</c>: aligns the development sets and prints strict and lax F1, those of the dense
/// experiment, and sentences of both sides per second of processor time, start of the program excluded.
/// </summary>
internal static class AlignmentQuality
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(1);

    /// <summary>Runs the command; exit code 0, or 2 where the command line is wrong or the data is absent.</summary>
    public static int Run(string[] args)
    {
        string? set = null, pair = null;
        for (var k = 0; k + 1 < args.Length; k += 2)
        {
            (set, pair) = args[k] switch { "--set" => (args[k + 1], pair), "--pair" => (set, args[k + 1]), _ => (set, pair) };
        }

        if (args.Length % 2 != 0 || TestData.Root is null)
        {
            Console.Error.WriteLine($"usage: alignment [--set NAME] [--pair PAIR], with {TestData.Variable} naming the data");
            return 2;
        }

        LexiconLoad.Run([]);
        Console.WriteLine();
        Console.WriteLine("| set, pair | prototype | this | sentences/s |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var chosen in AlignmentSet.All.Where(s => (set ?? s.Name) == s.Name && (pair ?? s.Pair) == s.Pair))
        {
            Print(chosen);
        }

        return 0;
    }

    private static void Print(AlignmentSet set)
    {
        var documents = AlignedDocument.ReadAll(Path.Combine(TestData.Root!, "align", "dev", set.Name), set.Pair);
        var aligner = new SentenceAligner();
        var score = new LadderScore();
        foreach (var document in documents)
        {
            score.Add(document.Gold, aligner.Align(document.Source, document.Target));
        }

        // What is used often is compiled again and again at first; that is not counted.
        Measure(aligner, documents, WarmUp);
        var (sentences, spent) = Measure(aligner, documents, LeastTime);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {set} | {set.PrototypeStrict:F3}/{set.PrototypeLax:F3} | {score} | {sentences / spent.TotalSeconds:N0} |"));
    }

    private static (int Sentences, TimeSpan Spent) Measure(SentenceAligner aligner, IReadOnlyList<AlignedDocument> documents, TimeSpan least)
    {
        using var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        var sentences = 0;
        TimeSpan spent;
        do
        {
            foreach (var document in documents)
            {
                aligner.Align(document.Source, document.Target);
                sentences += document.Sentences;
            }

            process.Refresh();
            spent = process.TotalProcessorTime - start;
        }
        while (spent < least);
        return (sentences, spent);
    }
}
