using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Model;
using VietJapanTM.Training.Lexicon;

namespace VietJapanTM.Benchmarks;

/// <summary>
/// The training corpora without some documents. The sentences of the news sets are among those that the shipped lexicons learned
/// from, so that those sets flatter them; an honest figure needs lexicons that never saw the document.
/// </summary>
internal static class HeldOutCorpus
{
    private const string Shared = "ntrex";
    private static readonly string[] Languages = ["es", "en", "vi", "ja"];

    /// <summary>Trains lexicons without some documents, in a temporary folder.</summary>
    /// <param name="corpus">The folder of the training corpora.</param>
    /// <param name="sets">Folders that hold the documents.</param>
    /// <param name="documents">Their names, without language.</param>
    /// <param name="folder">An empty folder to work in.</param>
    /// <param name="pairs">The pairs to train.</param>
    public static LexiconShelf Train(string corpus, string[] sets, IReadOnlyCollection<string> documents, string folder, string[] pairs)
    {
        var input = Directory.CreateDirectory(Path.Combine(folder, "corpus")).FullName;
        var output = Path.Combine(folder, "lexicons");
        var lines = Languages.ToDictionary(language => language, language => File.ReadAllLines(Path.Combine(corpus, $"{Shared}.{language}")));
        var withheld = documents.SelectMany(document => Lines(document, sets, lines)).ToHashSet();
        foreach (var file in Directory.GetFiles(corpus).Where(file => !Path.GetFileName(file).StartsWith(Shared, StringComparison.Ordinal)))
        {
            File.Delete(Path.Combine(input, Path.GetFileName(file)));
            File.CreateSymbolicLink(Path.Combine(input, Path.GetFileName(file)), file);
        }

        foreach (var (language, all) in lines)
        {
            File.WriteAllLines(Path.Combine(input, $"{Shared}.{language}"), all.Where((_, k) => !withheld.Contains(k)));
        }

        return Train(input, output, pairs);
    }

    /// <summary>The news lines of some documents in two languages, as if they had been approved.</summary>
    public static AlignmentEvidence Approve(string corpus, string[] sets, IEnumerable<string> documents, LanguageTag one, LanguageTag other)
    {
        var lines = Languages.ToDictionary(language => language, language => File.ReadAllLines(Path.Combine(corpus, $"{Shared}.{language}")));
        return new AlignmentEvidence(
        [
            .. documents.SelectMany(document => Lines(document, sets, lines)).Distinct()
                .Select(k => new EvidencePair(one, lines[one.Primary][k], other, lines[other.Primary][k])),
        ]);
    }

    /// <summary>Trains lexicons from a whole corpus, unless the folder holds them from before.</summary>
    public static LexiconShelf Train(string corpus, string output, string[] pairs)
    {
        if (pairs.All(pair => File.Exists(Path.Combine(output, $"{pair}.lexicon"))))
        {
            return LexiconShelf.OfFolder(output);
        }

        if (LexiconCommand.Run([corpus, output, .. pairs], TextWriter.Null, Console.Error) != 0)
        {
            throw new InvalidOperationException("The lexicons could not be trained.");
        }

        return LexiconShelf.OfFolder(output);
    }

    /// <summary>The numbers of the corpus' lines from the first to the last that a document holds.</summary>
    private static IEnumerable<int> Lines(string document, string[] sets, Dictionary<string, string[]> lines)
    {
        var found = new List<int>();
        foreach (var set in sets)
        {
            foreach (var language in Languages)
            {
                var text = File.ReadAllLines(Path.Combine(set, $"{document}.{language}")).ToHashSet(StringComparer.Ordinal);
                found.AddRange(Enumerable.Range(0, lines[language].Length).Where(k => text.Contains(lines[language][k])));
            }
        }

        found.Sort();

        // A short line, such as a name, may stand in another document too: what lies far from the middle is not this one's.
        var middle = found[found.Count / 2];
        var near = found.Where(k => Math.Abs(k - middle) < 60).ToList();
        return Enumerable.Range(near[0], near[^1] - near[0] + 1);
    }
}
