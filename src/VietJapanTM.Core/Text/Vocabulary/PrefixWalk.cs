namespace VietJapanTM.Text.Vocabulary;

/// <summary>Looks up every beginning of a string at the cost of one look-up: the hash and the automaton go on from letter to letter.</summary>
internal struct PrefixWalk(WordTable words, SpellingAutomaton? spelling)
{
    private uint _hash = WordTable.EmptyHash;
    private int _state = spelling is null ? -1 : 0;

    /// <summary>What the spelling list says of the letters so far.</summary>
    public readonly SpellingClass Spelling => spelling?.ClassOf(_state) ?? SpellingClass.None;

    /// <summary>Goes on by one letter, in lower case.</summary>
    public void Step(char letter)
    {
        _hash = WordTable.Extend(_hash, letter);
        _state = spelling?.Step(_state, letter) ?? -1;
    }

    /// <summary>The number of the word that the letters so far form, or -1.</summary>
    /// <param name="word">These letters.</param>
    public readonly int Find(ReadOnlySpan<char> word) => words.Find(word, _hash);
}
