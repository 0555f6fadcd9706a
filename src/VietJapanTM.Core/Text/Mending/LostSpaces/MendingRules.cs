using System.Collections.Frozen;

namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>What a language's writing says about which words are written apart. Immutable and thread-safe.</summary>
internal sealed class MendingRules
{
    /// <summary>Articles, prepositions, pronouns, conjunctions: the words that most often lose the space beside them.</summary>
    public required WordSet FunctionWords { get; init; }

    /// <summary>Beginnings that form longer words and are seldom words of their own.</summary>
    public WordSet Prefixes { get; init; } = WordSet.Empty;

    /// <summary>Prepositions that also begin words: <c>sobre</c>, <c>contra</c>.</summary>
    public WordSet PrepositionPrefixes { get; init; } = WordSet.Empty;

    /// <summary>Words that are also endings; nothing is cut before them.</summary>
    public WordSet Endings { get; init; } = WordSet.Empty;

    /// <summary>Words that are endings after a consonant alone: the Spanish plural <c>es</c>.</summary>
    public WordSet EndingsAfterConsonant { get; init; } = WordSet.Empty;

    /// <summary>Words that end compounds, written together with the noun before them; nothing is cut between the two: <c>peacebuilding</c>.</summary>
    public WordSet CompoundEndings { get; init; } = WordSet.Empty;

    /// <summary>Endings of words that no number belongs to, as it does to a product's name: the Spanish <c>firmaron</c>.</summary>
    public string[] NumberlessEndings { get; init; } = [];

    /// <summary>A conjunction that stands before one vowel alone, by that vowel: Spanish <c>e</c> before <c>i</c>.</summary>
    public (string Word, char Vowel)[] VowelConjunctions { get; init; } = [];

    /// <summary>What follows an apostrophe within a word: <c>s</c>, <c>t</c>, <c>re</c>. The longer stand first.</summary>
    public string[] Contractions { get; init; } = [];

    /// <summary>Pronouns that a verb takes on at its end.</summary>
    public WordSet Clitics { get; init; } = WordSet.Empty;

    /// <summary>Of these, the endings after which a verb can take on one more.</summary>
    public string[] FirstClitics { get; init; } = [];

    /// <summary>Those that come last where there are two.</summary>
    public WordSet LastClitics { get; init; } = WordSet.Empty;

    /// <summary>Function words that follow names seldom but end them often.</summary>
    public WordSet NameEndings { get; init; } = WordSet.Empty;

    /// <summary>Words after a number that may stand for an ordinal's ending or a unit: <c>15a</c>, <c>20th</c>.</summary>
    public WordSet NumberEndings { get; init; } = WordSet.Empty;

    /// <summary>Endings of the verb forms that take <see cref="Clitics"/>.</summary>
    public string[] CliticHosts { get; init; } = [];

    /// <summary>log10 of how often two words that stand side by side are written with a hyphen. Default: once in a hundred.</summary>
    public double CompoundShare { get; init; } = -2;

    /// <summary>
    /// What speaks against a cut between two words, neither of them a function word, although they stand side by side elsewhere, log10, 0 or less: a language
    /// that makes compounds freely writes the same two together.
    /// </summary>
    public double SeenPairPenalty { get; init; }

    /// <summary>Whether the language writes every syllable by itself, and its spelling list has them all.</summary>
    public bool WritesSyllables { get; init; }

    /// <summary>
    /// The gain that a cut by the language model needs in a document that has clear losses, log10; <see cref="Adaptation.LeastGain"/> or more.
    /// </summary>
    public double LeastGain { get; init; } = Adaptation.LeastGain;

    /// <summary>log10 of the probability from which a word counts as a function word though it is not listed, if it is validly spelled; null: never.</summary>
    public double? FunctionWordFrom { get; init; }

    /// <summary>The rules of a primary language subtag.</summary>
    public static MendingRules For(string language) => language switch
    {
        "es" => SpanishRules.Rules,
        "en" => EnglishRules.Rules,
        "vi" => VietnameseRules.Rules,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No mending rules."),
    };
}

/// <summary>A set of words in lower case, asked by span.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <summary>The words of a list, separated by spaces.</summary>
    public WordSet(string words) =>
        _words = words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>No word.</summary>
    public static WordSet Empty { get; } = new("");

    /// <summary>Whether it holds the word.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
}
