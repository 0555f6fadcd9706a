namespace VietJapanTM.Training.Lexicon;

/// <summary>What a lexicon is made from.</summary>
/// <param name="First">Its first language.</param>
/// <param name="Second">Its second language.</param>
/// <param name="Texts">Names of line-parallel corpora: NAME.PAIR.LANGUAGE, or NAME.LANGUAGE where one serves all pairs.</param>
/// <param name="Dictionaries">Wiktionary files, FIRST-SECOND or SECOND-FIRST.</param>
/// <param name="Pivot">A language through which to pass as well, or null; its two recipes come earlier.</param>
internal sealed record Recipe(string First, string Second, string[] Texts, string[] Dictionaries, string? Pivot = null)
{
    /// <summary>The recipes in the order in which they build on one another.</summary>
    public static Recipe[] All { get; } =
    [
        new("es", "en", ["lohelp", "pydoc", "ntrex"], ["es-en", "en-es"]),
        new("en", "vi", ["lohelp", "alt", "ntrex"], ["en-vi"]),
        new("en", "ja", ["lohelp", "ntrex"], ["en-ja"]),
        new("es", "vi", ["lohelp", "ntrex"], [], Pivot: "en"),
        new("es", "ja", ["lohelp", "ntrex"], [], Pivot: "en"),
        new("vi", "ja", ["ntrex"], [], Pivot: "en") { Joined = ["lohelp"] },
    ];

    /// <summary>Names of corpora whose two halves are joined through equal lines of the pivot language.</summary>
    public string[] Joined { get; init; } = [];

    /// <summary><c>es-en</c>.</summary>
    public string Pair => $"{First}-{Second}";

    /// <summary>Every sentence pair and dictionary entry.</summary>
    public IEnumerable<(string First, string Second)> Read(Corpus corpus)
    {
        foreach (var name in Texts)
        {
            foreach (var pair in corpus.Lines(name, First, Second))
            {
                yield return pair;
            }
        }

        foreach (var name in Joined)
        {
            foreach (var pair in corpus.JoinedLines(name, First, Pivot!, Second))
            {
                yield return pair;
            }
        }

        foreach (var dictionary in Dictionaries)
        {
            foreach (var (word, translation) in WiktionaryFile.Read(corpus.Path($"wikt.{dictionary}.txt")))
            {
                yield return dictionary == Pair ? (word, translation) : (translation, word);
            }
        }
    }
}
