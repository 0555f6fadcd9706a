using VietJapanTM.Terminology.Inflection;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// The words of one language's terms and the classes of their forms, numbered; those of one class side by side. Thread-safe.
/// </summary>
/// <remarks>
/// It remembers what it found out about words of texts, because a few thousand words make most of any text. Each word has one place,
/// which the newest takes: so the room is bounded, and nobody waits.
/// </remarks>
/// <param name="rules">The language.</param>
/// <param name="classes">The keys of the classes.</param>
/// <param name="words">The words, class by class.</param>
/// <param name="firstOfClass">For each class its first word; one more entry closes the last class.</param>
internal sealed class TermVocabulary(LanguageRules rules, KeyTable classes, string[] words, int[] firstOfClass)
{
    private const int PlaceBits = 13;
    private readonly KnownWord?[] _places = new KnownWord?[1 << PlaceBits];

    /// <summary>The language.</summary>
    public LanguageRules Rules { get; } = rules;

    /// <summary>How many classes there are.</summary>
    public int Classes => classes.Count;

    /// <summary>The word of a number.</summary>
    public string Word(int number) => words[number];

    /// <summary>What it knows about the words of a text.</summary>
    public KnownWord[] Find(TermText text)
    {
        var found = new KnownWord[text.Count];
        for (var i = 0; i < found.Length; i++)
        {
            var raw = text.Raw(i);
            var spelling = Spelling.Of(raw);
            ref var place = ref _places[spelling.Hash(PlaceBits)];
            var known = Volatile.Read(ref place);
            if (known is null || !known.Is(in spelling, raw))
            {
                known = Make(spelling, raw, text.Word(i));
                Volatile.Write(ref place, known);
            }

            found[i] = known;
        }

        return found;
    }

    private KnownWord Make(Spelling spelling, ReadOnlySpan<char> raw, ReadOnlySpan<char> word)
    {
        var written = raw.Length > Spelling.Letters ? raw.ToString() : null;
        var buffer = word.Length < LanguageRules.StackKey ? stackalloc char[LanguageRules.StackKey] : new char[word.Length + 1];
        var wordClass = classes.Find(buffer[..Rules.WriteKey(word, buffer)]);
        if (wordClass < 0)
        {
            return new KnownWord(spelling, written, null, -1, -1, 0, 0);
        }

        var first = firstOfClass[wordClass];
        var size = firstOfClass[wordClass + 1] - first;
        var surface = -1;
        for (var i = first; i < first + size && surface < 0; i++)
        {
            surface = word.SequenceEqual(words[i]) ? i : -1;
        }

        return new KnownWord(spelling, written, word.ToString(), wordClass, surface, first, size);
    }
}
