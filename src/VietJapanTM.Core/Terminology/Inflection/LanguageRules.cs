using VietJapanTM.Model;
using VietJapanTM.Terminology.Recognition;

namespace VietJapanTM.Terminology.Inflection;

/// <summary>
/// What a language asks of the recogniser. This class itself serves languages without rules of their own: whole words, any
/// case that the term allows. Stateless and thread-safe.
/// </summary>
internal class LanguageRules
{
    /// <summary>Words shorter than this, in UTF-16 units, have their keys on the stack.</summary>
    public const int StackKey = 128;

    private static readonly LanguageRules Plain = new();
    private static readonly SpanishRules Spanish = new();
    private static readonly EnglishRules English = new();
    private static readonly VietnameseRules Vietnamese = new();
    private static readonly JapaneseRules Japanese = new();

    /// <summary>The rules of a language, whatever its region.</summary>
    public static LanguageRules For(LanguageTag language) => language.Primary switch
    {
        "es" => Spanish,
        "en" => English,
        "vi" => Vietnamese,
        "ja" => Japanese,
        _ => Plain,
    };

    /// <summary>True where a hyphen between spaces joins words as one without spaces does.</summary>
    public virtual bool JoinsAcrossSpacedHyphen => false;

    /// <summary>
    /// Writes the class of a word: two words of different classes are never forms of one another. Returns its length, at
    /// most one more than the word's.
    /// </summary>
    public virtual int WriteKey(ReadOnlySpan<char> word, Span<char> key) => word.ToLowerInvariant(key);

    /// <summary>What makes <paramref name="word"/> of a term's word; case does not count, and they differ in more.</summary>
    public virtual WordChange Compare(ReadOnlySpan<char> term, ReadOnlySpan<char> word) => WordChange.Different;

    /// <summary>True where a term may inflect so: its part of speech does, and the glossary says nothing against it.</summary>
    public virtual bool Allows(WordChange change, Term of) => false;

    /// <summary>True where the changes of the words of a term agree with one another.</summary>
    public virtual bool Agrees(ReadOnlySpan<string> words, ReadOnlySpan<WordChange> changes) => false;

    /// <summary>True where <paramref name="count"/> tokens from <paramref name="start"/> on are not part of another word.</summary>
    public virtual bool IsBounded(TermText text, int start, int count, Term term) => true;

    /// <summary>
    /// True where the glossary says nothing against a change of number: a plural that has no singular, a mass noun, a name in the singular.
    /// </summary>
    protected static bool AllowsNumber(WordChange change, Term term) => (change, term.Number) switch
    {
        (WordChange.Singular, GrammaticalNumber.Plural) or (WordChange.Plural, GrammaticalNumber.Mass) => false,
        (WordChange.Plural, GrammaticalNumber.Singular) => term.PartOfSpeech != PartOfSpeech.ProperNoun,
        _ => true,
    };

    /// <summary>True where the word before makes another word of a role or a thing: deputy, vice, <em>phó</em>.</summary>
    protected static bool FollowsAny(ReadOnlySpan<string> qualifiers, TermText text, int start, Term term)
    {
        if (start == 0)
        {
            return false;
        }

        // The text first: it lies at hand, the term somewhere.
        var before = text.Word(start - 1);
        foreach (var qualifier in qualifiers)
        {
            if (before.Equals(qualifier, StringComparison.OrdinalIgnoreCase))
            {
                return term.PartOfSpeech != PartOfSpeech.ProperNoun && term.Type != TermType.Acronym;
            }
        }

        return false;
    }
}
