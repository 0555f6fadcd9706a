using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Model;
using VietJapanTM.Testing;
using VietJapanTM.Testing.Alignment;

namespace VietJapanTM.Benchmarks;

/// <summary>
/// <c>alignment-doubt [--lexicons FOLDER]</c>: how often a confidence is fooled by what only looks like a translation. The news documents by lexicons that never
/// saw them: each as it is, with another document's text in place of its translation, and with one sentence of another in the middle of it; all with
/// and without the doubt of unrelated sides. Trains for some minutes, unless the folder holds the lexicons from before.
/// </summary>
internal static class AlignmentDoubt
{
    /// <summary>A reviewer is shown first what has less.</summary>
    private const double Sure = 0.8;

    private static readonly string[] NewsSets = ["ntrexdev-light", "ntrexdev-hard"];
    private static readonly string[] TrainedPairs = ["es-en", "vi-en", "ja-en", "es-vi", "es-ja"];

    /// <summary>Runs the command; exit code 0, or 2 where the command line is wrong or the data is absent.</summary>
    public static int Run(string[] args)
    {
        if (args is not ([] or ["--lexicons", _]) || TestData.Root is not { } root)
        {
            Console.Error.WriteLine($"usage: alignment-doubt [--lexicons FOLDER], with {TestData.Variable} naming the data");
            return 2;
        }

        var isKept = args.Length == 2;
        var folder = isKept ? Directory.CreateDirectory(args[1]).FullName : Directory.CreateTempSubdirectory("vjtm-doubt-").FullName;
        try
        {
            var align = Path.Combine(root, "align");
            var folds = NewsFolds.Train(align, folder, TrainedPairs).ToList();
            Print("with the doubt of unrelated sides", AlignmentOptions.Default, align, folds);
            Print("without", AlignmentOptions.Default with { UseRelation = false }, align, folds);
        }
        finally
        {
            if (!isKept)
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    private static void Print(string name, AlignmentOptions options, string align, List<(IReadOnlySet<string> Withheld, LexiconShelf Shelf)> folds)
    {
        var (right, foreign, unrelated) = (new Count(), new Count(), new Count());
        foreach (var (withheld, shelf) in folds)
        {
            var aligner = new SentenceAligner(options, shelf);
            foreach (var set in AlignmentSet.All.Where(set => NewsSets.Contains(set.Name)))
            {
                var documents = AlignedDocument.ReadAll(Path.Combine(align, "dev", set.Name), set.Pair).Where(document => withheld.Contains(document.Name)).ToList();
                for (var k = 0; k < documents.Count; k++)
                {
                    var (document, other) = (documents[k], documents[(k + 1) % documents.Count].Target);
                    var gold = document.Gold.Select(LadderScore.Key).ToHashSet();
                    right.Add(Linked(aligner, document.Source, document.Target).Where(bead => gold.Contains(LadderScore.Key(bead))));
                    unrelated.Add(Linked(aligner, document.Source, other));
                    var middle = document.Target.Segments.Length / 2;
                    var mixed = document.Target.Segments.SetItem(middle, other.Segments[other.Segments.Length / 2]);
                    foreign.Add(Linked(aligner, document.Source, document.Target with { Segments = mixed })
                        .Where(bead => bead.TargetStart <= middle && middle < bead.TargetStart + bead.TargetCount));
                }
            }
        }

        Console.WriteLine(
            $"{name}: right beads {right.All}, below {Sure} {right.All - right.Sure}; beads between unrelated texts {unrelated.All}, "
            + $"not below {unrelated.Sure}; beads with a foreign sentence {foreign.All}, not below {foreign.Sure}");
    }

    private static IEnumerable<Bead> Linked(SentenceAligner aligner, AlignmentSide source, AlignmentSide target) =>
        aligner.Align(source, target).Where(bead => !bead.IsOneSided);

    private sealed class Count
    {
        public int All { get; private set; }

        public int Sure { get; private set; }

        public void Add(IEnumerable<Bead> beads)
        {
            foreach (var bead in beads)
            {
                All++;
                Sure += bead.Confidence >= AlignmentDoubt.Sure ? 1 : 0;
            }
        }
    }
}
