using System.Globalization;
using VietJapanTM.Alignment;
using VietJapanTM.Model;
using VietJapanTM.Testing;
using VietJapanTM.Testing.Alignment;

namespace VietJapanTM.Benchmarks;

/// <summary>
/// <c>alignment-evidence</c>: what some hundred approved units of the domain are worth. The lexicons are trained without any news; each
/// quarter of the news documents is then aligned without and with the sentences of the other three quarters as evidence.
/// </summary>
internal static class AlignmentEvidenceGain
{
    private const int Folds = 4;
    private static readonly string[] Sets = ["ntrexdev-light", "ntrexdev-hard"];

    /// <summary>Runs the command; exit code 0, or 2 where the data is absent.</summary>
    public static int Run()
    {
        if (TestData.Root is not { } root)
        {
            Console.Error.WriteLine($"usage: alignment-evidence, with {TestData.Variable} naming the data");
            return 2;
        }

        var corpus = Path.Combine(root, "align", "train");
        var folders = Array.ConvertAll(Sets, name => Path.Combine(root, "align", "dev", name));
        var names = Directory.GetFiles(folders[0], "*.en").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal).ToList();
        var work = Directory.CreateTempSubdirectory("vjtm-evidence-").FullName;
        try
        {
            var shelf = HeldOutCorpus.Train(corpus, folders, names, work, ["es-en", "vi-en", "ja-en", "es-vi", "es-ja"]);
            foreach (var set in AlignmentSet.All.Where(set => Sets.Contains(set.Name)))
            {
                var (before, after) = (new LadderScore(), new LadderScore());
                var units = 0;
                foreach (var fold in Enumerable.Range(0, Folds))
                {
                    var others = names.Where((_, k) => k % Folds != fold).ToHashSet(StringComparer.Ordinal);
                    var evidence = HeldOutCorpus.Approve(corpus, folders, others, LanguageTag.Parse(set.Pair[..2]), LanguageTag.Parse(set.Pair[3..]));
                    units = evidence.Pairs.Length;
                    var aligner = new SentenceAligner(null, shelf);
                    foreach (var document in AlignedDocument.ReadAll(Path.Combine(root, "align", "dev", set.Name), set.Pair).Where(d => !others.Contains(d.Name)))
                    {
                        before.Add(document.Gold, aligner.Align(document.Source, document.Target));
                        after.Add(document.Gold, aligner.Align(document.Source, document.Target, evidence));
                    }
                }

                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {set} | {before} | {after} with {units} units |"));
            }
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        return 0;
    }
}
