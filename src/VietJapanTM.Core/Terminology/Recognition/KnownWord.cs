using VietJapanTM.Terminology.Inflection;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>A word of texts as a vocabulary sees it, with what it makes of the vocabulary's words of its class. Thread-safe.</summary>
/// <param name="spelling">The word as texts write it.</param>
/// <param name="raw">The same as a string, or null where <paramref name="spelling"/> says all.</param>
/// <param name="word">Its surface, or null where it has no class.</param>
/// <param name="wordClass">The number of its class, or -1 where no term has a word of it.</param>
/// <param name="surface">The number of the term's word that is written so, or -1.</param>
/// <param name="firstOfClass">The number of the first word of the class.</param>
/// <param name="sizeOfClass">How many words the class has.</param>
internal sealed class KnownWord(Spelling spelling, string? raw, string? word, int wordClass, int surface, int firstOfClass, int sizeOfClass)
{
    private const int Known = 128;
    private const int NotAlone = 64;

    // Written by whoever needs them first; everybody would write the same.
    private readonly byte[] _changes = sizeOfClass == 0 ? [] : new byte[sizeOfClass];

    /// <summary>The number of its class, or -1 where no term has a word of it.</summary>
    public int Class { get; } = wordClass;

    /// <summary>The number of the term's word that is written so, or -1.</summary>
    public int Surface { get; } = surface;

    /// <summary>True for the word that texts write so.</summary>
    public bool Is(in Spelling other, ReadOnlySpan<char> written) => spelling == other && (raw is null || written.SequenceEqual(raw));

    /// <summary>What makes this word of a term's word of its class; <paramref name="alone"/> is false where no term of that one word may change so.</summary>
    public WordChange ChangeOf(int term, TermVocabulary vocabulary, out bool alone)
    {
        ref var change = ref _changes[term - firstOfClass];
        if (change == 0)
        {
            change = (byte)(Known | Compare(vocabulary.Word(term), vocabulary.Rules));
        }

        alone = (change & NotAlone) == 0;
        return (WordChange)(change & ~(Known | NotAlone));
    }

    private int Compare(string term, LanguageRules rules)
    {
        if (term.Equals(word, StringComparison.OrdinalIgnoreCase))
        {
            return (int)WordChange.Same;
        }

        var change = rules.Compare(term, word);
        var alone = (change & WordChange.Inflection) == 0 || rules.Agrees([term], [change]);
        return (int)change | (alone ? 0 : NotAlone);
    }
}
