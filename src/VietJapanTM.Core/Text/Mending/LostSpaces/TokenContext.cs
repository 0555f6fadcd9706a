using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>What the rules see while a text is walked through token by token. Not thread-safe.</summary>
internal sealed class TokenContext(string text, LanguageModel model, MendingRules rules)
{
    private readonly LetterBuffer _asked = new();

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>The language model.</summary>
    public LanguageModel Model => model;

    /// <summary>The language's rules.</summary>
    public MendingRules Rules => rules;

    /// <summary>What the text says of its own words.</summary>
    public DocumentWords Document { get; } = new(text, model);

    /// <summary>Where the candidates are put.</summary>
    public List<SpaceCandidate> Candidates { get; } = [];

    /// <summary>The token.</summary>
    public TextToken Token { get; set; }

    /// <summary>Its letter runs.</summary>
    public required List<LetterRun> Runs { get; init; }

    /// <summary>A letter run as the model knows it.</summary>
    public KnownWord Find(ReadOnlySpan<char> run) => _asked.TrySet(run) ? model.Find(_asked.Letters) : KnownWord.None;

    /// <summary>The part of a word's occurrences that begins with a capital, 0 to 1; 0 for a word without counts.</summary>
    public double CapitalRatio(KnownWord word) => word.Id < 0 ? 0 : model.Vocabulary.CapitalRatio(word.Id);

    /// <summary>Whether some vocabulary, of this language or another, lists a letter run as one word.</summary>
    public bool IsListed(ReadOnlySpan<char> run) => _asked.TrySet(run) && model.IsListed(_asked.Letters);

    /// <summary>How often a letter run occurs in the text, in any case; 0 where the vocabulary has it.</summary>
    public int CountUnknown(ReadOnlySpan<char> run) => _asked.TrySet(run) ? Document.Unknown(_asked.Letters) : 0;

    /// <summary>Whether a letter run, in any case, is a function word.</summary>
    public bool IsFunctionWord(ReadOnlySpan<char> run) => _asked.TrySet(run) && IsFunctionWord(_asked.Letters, model.Find(_asked.Letters));

    /// <summary>Whether a word in lower case is a function word.</summary>
    public bool IsFunctionWord(ReadOnlySpan<char> word, KnownWord known) =>
        rules.FunctionWords.Contains(word)
        || (rules.FunctionWordFrom is { } least && known.LogP >= least && model.Vocabulary.Spelling(word) != SpellingClass.None);
}
