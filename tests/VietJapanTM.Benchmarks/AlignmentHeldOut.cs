using System.Globalization;
using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Testing;
using VietJapanTM.Testing.Alignment;

namespace VietJapanTM.Benchmarks;

/// <summary>
/// <c>alignment-held-out [--ablation] [--lexicons FOLDER]</c>: the news sets by lexicons that never saw the document (four-fold), the help pages by the
/// shipped ones, and the German–French yardstick by lexicons trained for it; with the ablation, each also without one part.
/// Trains for some minutes, unless the folder holds the lexicons from before.
/// </summary>
internal static class AlignmentHeldOut
{
    private static readonly string[] NewsSets = ["ntrexdev-light", "ntrexdev-hard"];
    private static readonly string[] TrainedPairs = ["es-en", "vi-en", "ja-en", "es-vi", "es-ja"];

    private static readonly (string Name, AlignmentOptions Options)[] Parts =
    [
        ("all parts", AlignmentOptions.Default),
        ("without the sentences inside segments", AlignmentOptions.Default with { UseSentences = false }),
        ("without lengths", AlignmentOptions.Default with { UseLength = false }),
        ("without cognates", AlignmentOptions.Default with { UseCognates = false }),
        ("without the lexicon", AlignmentOptions.Default with { UseShippedLexicon = false }),
        ("without the pivot", AlignmentOptions.Default with { UsePivot = false }),
        ("without inflections and compounds", AlignmentOptions.Default with { UseInflections = false }),
        ("without λ and bead shapes of the document", AlignmentOptions.Default with { EstimateDocument = false }),
        ("without the check of merges against deletions", AlignmentOptions.Default with { UseSentenceCounts = false }),
        ("without the comparison of ends", AlignmentOptions.Default with { UseEndings = false }),
        ("without large beads", AlignmentOptions.Default with { UseLargeBeads = false }),
        ("without recurrences", AlignmentOptions.Default with { UseRecurrence = false }),
        ("without doubt of unrelated sides", AlignmentOptions.Default with { UseRelation = false }),
        ("without the check of deletions against free translations", AlignmentOptions.Default with { UseFreeTranslations = false }),
    ];

    /// <summary>Runs the command; exit code 0, or 2 where the command line is wrong or the data is absent.</summary>
    public static int Run(string[] args)
    {
        var isAblation = args is ["--ablation", ..];
        var kept = args[(isAblation ? 1 : 0)..] is ["--lexicons", var name] ? name : null;
        if (args.Length != (isAblation ? 1 : 0) + (kept is null ? 0 : 2) || TestData.Root is not { } root)
        {
            Console.Error.WriteLine($"usage: alignment-held-out [--ablation] [--lexicons FOLDER], with {TestData.Variable} naming the data");
            return 2;
        }

        var folder = kept is null ? Directory.CreateTempSubdirectory("vjtm-held-out-").FullName : Directory.CreateDirectory(kept).FullName;
        try
        {
            var cases = Cases(Path.Combine(root, "align"), folder);
            foreach (var (part, options) in isAblation ? Parts : Parts[..1])
            {
                Print(part, options, cases);
            }
        }
        finally
        {
            if (kept is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    private static List<(string Table, LexiconShelf Shelf, AlignedDocument Document)> Cases(string align, string folder)
    {
        var cases = new List<(string, LexiconShelf, AlignedDocument)>();
        foreach (var (withheld, shelf) in NewsFolds.Train(align, folder, TrainedPairs))
        {
            foreach (var set in AlignmentSet.All.Where(set => NewsSets.Contains(set.Name)))
            {
                cases.AddRange(AlignedDocument.ReadAll(Path.Combine(align, "dev", set.Name), set.Pair)
                    .Where(document => withheld.Contains(document.Name)).Select(document => (set.ToString(), shelf, document)));
            }
        }

        foreach (var set in AlignmentSet.All.Where(set => !NewsSets.Contains(set.Name)))
        {
            cases.AddRange(AlignedDocument.ReadAll(Path.Combine(align, "dev", set.Name), set.Pair)
                .Select(document => (set.ToString(), ShippedLexicons.Shelf, document)));
        }

        var yardstick = HeldOutCorpus.Train(Path.Combine(align, "train"), Path.Combine(folder, "yardstick"), ["de-fr", "de-en", "fr-en"]);
        cases.AddRange(AlignedDocument.ReadAll(Path.Combine(align, "dev", "textberg-dev"), "de-fr")
            .Select(document => ("textberg-dev de-fr", yardstick, document)));
        return cases;
    }

    private static void Print(string name, AlignmentOptions options, List<(string Table, LexiconShelf Shelf, AlignedDocument Document)> cases)
    {
        Console.WriteLine(name);
        var all = new Reliability();
        foreach (var table in cases.GroupBy(c => c.Table).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var score = new LadderScore();
            var reliability = new Reliability();
            foreach (var (_, shelf, document) in table)
            {
                var beads = new SentenceAligner(options, shelf).Align(document.Source, document.Target);
                score.Add(document.Gold, beads);
                reliability.Add(document.Gold, beads);
                all.Add(document.Gold, beads);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {table.Key} | {score} | calibration error {reliability.Error:F3} |"));
        }

        Console.WriteLine(all);
    }
}
