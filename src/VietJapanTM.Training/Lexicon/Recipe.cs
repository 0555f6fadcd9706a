namespace VietJapanTM.Training.Lexicon;

/// <summary>What a lexicon is made from.</summary>
/// <param name="First">Its first language.</param>
/// <param name="Second">Its second language.</param>
/// <param name="Texts">Names of line-parallel corpora: NAME.PAIR.LANGUAGE, or NAME.LANGUAGE where one serves all pairs.</param>
/// <param name="Dictionaries">Wiktionary files, FIRST-SECOND or SECOND-FIRST.</param>
internal sealed record Recipe(string First, string Second, string[] Texts, string[] Dictionaries)
{
    /// <summary>The word order of Spanish, English and Vietnamese is much the same; that of Japanese is another.</summary>
    private const double EuropeanOrder = 4;

    /// <summary>What is shipped. English is the second language wherever it takes part, so that any two can meet in it.</summary>
    public static Recipe[] Shipped { get; } =
    [
        new("es", "en", ["lohelp", "pydoc", "ntrex"], ["es-en", "en-es"]) { Tension = EuropeanOrder },
        new("vi", "en", ["lohelp", "alt", "ntrex"], ["en-vi"]) { Tension = EuropeanOrder },
        new("ja", "en", ["lohelp", "ntrex"], ["en-ja"]),
        new("es", "vi", ["lohelp", "ntrex"], []) { Tension = EuropeanOrder },
        new("es", "ja", ["lohelp", "ntrex"], []),
        new("vi", "ja", ["ntrex"], []) { Joined = ["lohelp"] },
    ];

    /// <summary>What serves the field's yardstick, German and French, and is not shipped.</summary>
    public static Recipe[] Yardstick { get; } =
    [
        new("de", "fr", ["lohelp"], []) { Tension = EuropeanOrder },
        new("de", "en", [], ["en-de"]),
        new("fr", "en", [], ["fr-en"]),
    ];

    /// <summary>How much the place in the sentence says, 0 for nothing.</summary>
    public double Tension { get; init; }

    /// <summary>Names of corpora whose English halves are joined where they say the same.</summary>
    public string[] Joined { get; init; } = [];

    /// <summary><c>es-en</c>.</summary>
    public string Pair => $"{First}-{Second}";

    /// <summary>The recipe of a pair.</summary>
    public static Recipe Of(string pair) => Shipped.Concat(Yardstick).Single(recipe => recipe.Pair == pair);

    /// <summary>True where a pair has a recipe.</summary>
    public static bool IsKnown(string pair) => Shipped.Concat(Yardstick).Any(recipe => recipe.Pair == pair);

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
            foreach (var pair in corpus.JoinedLines(name, First, "en", Second))
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
