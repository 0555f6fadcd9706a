using VietJapanTM.Alignment.Lexicons;

namespace VietJapanTM.Benchmarks;

/// <summary>The documents of the news sets in four folds, each with lexicons that never saw its documents.</summary>
internal static class NewsFolds
{
    private const int Folds = 4;
    private static readonly string[] Sets = ["ntrexdev-light", "ntrexdev-hard"];

    /// <summary>Trains the lexicons of each fold; some minutes, unless the folder holds them from before.</summary>
    /// <param name="align">The folder of the alignment sets.</param>
    /// <param name="folder">Where the lexicons are kept.</param>
    /// <param name="pairs">The pairs to train.</param>
    public static IEnumerable<(IReadOnlySet<string> Withheld, LexiconShelf Shelf)> Train(string align, string folder, string[] pairs)
    {
        var names = Names(align);
        for (var fold = 0; fold < Folds; fold++)
        {
            var withheld = names.Where((_, k) => k % Folds == fold).ToHashSet(StringComparer.Ordinal);
            var shelf = HeldOutCorpus.Train(
                Path.Combine(align, "train"), Array.ConvertAll(Sets, name => Folder(align, name)), withheld, Path.Combine(folder, $"{fold}"), pairs);
            yield return (withheld, shelf);
        }
    }

    /// <summary>All documents with the shipped lexicons, which saw them.</summary>
    public static List<(IReadOnlySet<string> Documents, LexiconShelf Shelf)> Shipped(string align) =>
        [(Names(align).ToHashSet(StringComparer.Ordinal), ShippedLexicons.Shelf)];

    private static List<string> Names(string align) =>
        [.. Directory.GetFiles(Folder(align, Sets[0]), "*.en").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    private static string Folder(string align, string set) => Path.Combine(align, "dev", set);
}
