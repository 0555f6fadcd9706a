using VietJapanTM.Terminology.Inflection;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>Collects the words of terms. Few words make many terms: each is stored and keyed once.</summary>
/// <param name="rules">The language.</param>
internal sealed class TermVocabularyBuilder(LanguageRules rules)
{
    private readonly KeyTable _surfaces = new();
    private readonly KeyTable _classes = new();
    private readonly List<(string Word, int Class)> _words = [];

    /// <summary>Takes a word in and gives it a number for the time being.</summary>
    /// <param name="surface">The word as <see cref="Surface"/> gives it.</param>
    public int Add(ReadOnlySpan<char> surface)
    {
        var number = _surfaces.Add(surface);
        if (number == _words.Count)
        {
            var buffer = surface.Length < LanguageRules.StackKey ? stackalloc char[LanguageRules.StackKey] : new char[surface.Length + 1];
            _words.Add((surface.ToString(), _classes.Add(buffer[..rules.WriteKey(surface, buffer)])));
        }

        return number;
    }

    /// <summary>The class of a word that was taken in.</summary>
    public int ClassOf(int number) => _words[number].Class;

    /// <summary>The vocabulary; nothing is added after.</summary>
    /// <param name="numbers">For each number that was given for the time being, the number in the vocabulary.</param>
    public TermVocabulary Build(out int[] numbers)
    {
        var firstOfClass = new int[_classes.Count + 1];
        foreach (var (_, wordClass) in _words)
        {
            firstOfClass[wordClass + 1]++;
        }

        for (var i = 0; i < _classes.Count; i++)
        {
            firstOfClass[i + 1] += firstOfClass[i];
        }

        var next = firstOfClass.AsSpan().ToArray();
        var words = new string[_words.Count];
        numbers = new int[_words.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = next[_words[i].Class]++;
            words[numbers[i]] = _words[i].Word;
        }

        _classes.Trim();
        return new TermVocabulary(rules, _classes, words, firstOfClass);
    }
}
