using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>A word as the language model sees it.</summary>
/// <param name="Id">Its number in the vocabulary, or -1.</param>
/// <param name="LogP">log10 of its probability; negative infinity where it is no known word.</param>
internal readonly record struct KnownWord(int Id, double LogP)
{
    /// <summary>No known word.</summary>
    public static KnownWord None { get; } = new(-1, double.NegativeInfinity);

    /// <summary>Whether the vocabulary or the spelling list has it.</summary>
    public bool IsKnown => LogP > double.NegativeInfinity;
}

/// <summary>
/// An interpolated bigram model over a vocabulary, with a floor for words that are valid but were never seen, and a mixture for
/// strings that may be foreign words or names. All probabilities are log10. Thread-safe.
/// Source: Jelinek and Mercer, Interpolated estimation of Markov source parameters from sparse data (1980).
/// </summary>
internal sealed class LanguageModel(LanguageVocabulary vocabulary, IReadOnlyList<LanguageVocabulary> others)
{
    // Valid, never counted: a tenth of a word that was counted once.
    private const double ValidUnseen = -7.3;

    // λ(a) = c(a) / (c(a) + 200); words seen fewer than five times say nothing about what follows.
    private const double HalfTrust = 200;
    private const int LeastHistory = 5;

    // Of the mass that an observed history keeps for all words, this part goes to the pairs that were seen.
    private const double SeenShare = 0.75;

    // A text in one language quotes another about once in fifty words.
    private const double ForeignShare = 0.02;

    // What is left for unknown strings: more for capitalised ones, which are names; less for short ones, which are mostly known.
    private const double UnknownName = -1.3;
    private const double UnknownWord = -2.0;
    private const double ShortPenalty = 0.45;
    private const int ShortLength = 7;

    /// <summary>The vocabulary.</summary>
    public LanguageVocabulary Vocabulary => vocabulary;

    /// <summary>A word in lower case.</summary>
    public KnownWord Find(ReadOnlySpan<char> word) => Find(vocabulary, word);

    /// <summary>The word that a walk through the vocabulary has come to.</summary>
    public KnownWord Find(in PrefixWalk walk, ReadOnlySpan<char> word)
    {
        var id = walk.Find(word);
        return id >= 0 ? new KnownWord(id, vocabulary.LogProbability(id))
            : word.Length > 1 && walk.Spelling != SpellingClass.None ? new KnownWord(-1, ValidUnseen)
            : KnownWord.None;
    }

    /// <summary>log10 P(<paramref name="second"/> | <paramref name="first"/>), where <paramref name="unigram"/> is log10 P(second).</summary>
    public double Conditional(KnownWord first, KnownWord second, double unigram)
    {
        var history = first.Id < 0 ? 0 : vocabulary.Count(first.Id);
        if (history < LeastHistory)
        {
            return unigram;
        }

        var lambda = history / (history + HalfTrust);
        var pairs = second.Id < 0 ? 0 : vocabulary.Count(first.Id, second.Id);
        return Math.Log10((lambda * pairs / history) + ((1 - (lambda * SeenShare)) * Math.Pow(10, unigram)));
    }

    /// <summary>Whether the pair was counted.</summary>
    public bool IsSeen(KnownWord first, KnownWord second) =>
        first.Id >= 0 && second.Id >= 0 && vocabulary.Count(first.Id, second.Id) > 0;

    /// <summary>log10 of the probability that a string is one word: of this language, of another, or a name or word not known.</summary>
    public double Whole(ReadOnlySpan<char> word, KnownWord known, bool capitalised)
    {
        var sum = known.IsKnown ? Math.Pow(10, known.LogP) : 0;
        foreach (var other in others)
        {
            var foreign = Find(other, word);
            sum += foreign.IsKnown ? ForeignShare * Math.Pow(10, foreign.LogP) : 0;
        }

        var prior = capitalised ? UnknownName : UnknownWord - (ShortPenalty * Math.Max(0, ShortLength - word.Length));
        var spelled = Math.Pow(10, vocabulary.Characters.LogProbability(word));
        foreach (var other in others)
        {
            spelled += Math.Pow(10, other.Characters.LogProbability(word)) / others.Count;
        }

        return Math.Log10(sum + (Math.Pow(10, prior) * spelled / 2));
    }

    /// <summary>Whether this vocabulary or another lists the word.</summary>
    public bool IsListed(ReadOnlySpan<char> word)
    {
        foreach (var other in others)
        {
            if (other.Find(word) >= 0)
            {
                return true;
            }
        }

        return vocabulary.Find(word) >= 0;
    }

    private static KnownWord Find(LanguageVocabulary vocabulary, ReadOnlySpan<char> word)
    {
        var id = vocabulary.Find(word);
        return id >= 0 ? new KnownWord(id, vocabulary.LogProbability(id))
            : word.Length > 1 && vocabulary.Spelling(word) != SpellingClass.None ? new KnownWord(-1, ValidUnseen)
            : KnownWord.None;
    }
}
