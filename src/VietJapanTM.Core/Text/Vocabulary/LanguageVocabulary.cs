using VietJapanTM.Model;

namespace VietJapanTM.Text.Vocabulary;

/// <summary>
/// What is known of a language's words: how likely each is, how often in running text, how often with a capital, which words
/// follow which, which spellings are valid. Immutable and thread-safe.
/// </summary>
internal sealed class LanguageVocabulary
{
    private readonly WordCounts _counts;
    private readonly BigramTable _bigrams;
    private readonly SpellingAutomaton? _spelling;

    /// <summary>Joins the parts.</summary>
    /// <param name="language">The primary language subtag alone.</param>
    /// <param name="counts">The words and their counts.</param>
    /// <param name="spelling">Valid spellings beyond the counted words, or null.</param>
    public LanguageVocabulary(LanguageTag language, WordCounts counts, SpellingAutomaton? spelling)
    {
        Language = language;
        _counts = counts;
        _bigrams = new BigramTable(counts.Rows, counts.Followers, counts.FollowerCounts);
        _spelling = spelling;
        Characters = new CharacterModel(counts.Words);
    }

    /// <summary>The language, without region or script.</summary>
    public LanguageTag Language { get; }

    /// <summary>The model of the language's spellings.</summary>
    public CharacterModel Characters { get; }

    /// <summary>The number of a word in lower case, or -1.</summary>
    public int Find(ReadOnlySpan<char> word) => _counts.Words.Find(word);

    /// <summary>log10 of a word's probability.</summary>
    public double LogProbability(int word) => -_counts.Costs[word] / (double)WordCounts.CostSteps;

    /// <summary>How often a word occurs in the running text that was counted.</summary>
    public int Count(int word) => _counts.Counts[word];

    /// <summary>The part of its occurrences within a sentence that begins with a capital, 0 to 1.</summary>
    public double CapitalRatio(int word) => _counts.Capitals[word] / 255.0;

    /// <summary>How often <paramref name="second"/> follows <paramref name="first"/> in that text.</summary>
    public int Count(int first, int second) => _bigrams.Of(first, second);

    /// <summary>What the spelling list says of a word in lower case.</summary>
    public SpellingClass Spelling(ReadOnlySpan<char> word)
    {
        var walk = Walk();
        foreach (var letter in word)
        {
            walk.Step(letter);
        }

        return walk.Spelling;
    }

    /// <summary>Begins to look up all beginnings of a string, letter by letter.</summary>
    public PrefixWalk Walk() => new(_counts.Words, _spelling);
}
