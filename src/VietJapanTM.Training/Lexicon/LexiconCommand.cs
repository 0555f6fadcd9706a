using System.Globalization;
using VietJapanTM.Alignment.Learning;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Errors;

namespace VietJapanTM.Training.Lexicon;

/// <summary>
/// <c>lexicon CORPUS OUT [PAIR...]</c>: trains the lexicons from the parallel corpora in the folder CORPUS and writes
/// OUT/PAIR.lexicon: those that are shipped, or those that are named.
/// The same corpora give the same bytes.
/// </summary>
internal static class LexiconCommand
{
    // Even what was seen once, or is improbable, is evidence where it stands beside a rare word.
    private static readonly LexiconLimits Limits = new(LeastCount: 1, LeastProbability: 0.005, MostTranslations: 1000);

    /// <summary>How to call it.</summary>
    public const string Usage = "VietJapanTM.Training lexicon CORPUS-DIR OUT-DIR [PAIR...]";

    /// <summary>Runs the command; exit code 0, or 2 where the command line or the data is wrong.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (args.Length < 2 || !args.Skip(2).All(Recipe.IsKnown))
        {
            errors.WriteLine("usage: " + Usage);
            return 2;
        }

        try
        {
            Make(args[0], args[1], args.Length == 2 ? Recipe.Shipped : [.. args.Skip(2).Select(Recipe.Of)], output);
            return 0;
        }
        catch (Exception e) when (e is DomainException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(e.Message);
            return 2;
        }
    }

    private static void Make(string corpusFolder, string outputFolder, IReadOnlyList<Recipe> recipes, TextWriter output)
    {
        var corpus = new Corpus(corpusFolder);
        Directory.CreateDirectory(outputFolder);
        foreach (var recipe in recipes)
        {
            var tables = Train(recipe, corpus);
            var bytes = LexiconFormat.Pack(LexiconPacker.Pack(tables, recipe.First, recipe.Second, Limits));
            File.WriteAllBytes(Path.Combine(outputFolder, recipe.Pair + ".lexicon"), bytes);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{recipe.Pair}: {bytes.Length:N0} bytes"));
        }
    }

    private static TranslationTables Train(Recipe recipe, Corpus corpus)
    {
        const int iterations = 5;
        const double smoothing = 0;
        var trainer = new LexiconTrainer();
        foreach (var (first, second) in recipe.Read(corpus))
        {
            trainer.Add(first, second);
        }

        return trainer.Train(iterations, smoothing, recipe.Tension);
    }
}
