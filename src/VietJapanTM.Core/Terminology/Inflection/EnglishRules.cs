using VietJapanTM.Model;
using VietJapanTM.Terminology.Recognition;

namespace VietJapanTM.Terminology.Inflection;

/// <summary>
/// English: the head noun of a term may change its number: the last word, or the last before a preposition. A possessive needs
/// no rule, because an apostrophe ends a word; nor does hyphenation, because hyphens are no tokens.
/// </summary>
internal sealed class EnglishRules : LanguageRules
{
    private static readonly string[] Qualifiers = ["deputy", "vice", "non", "anti"];

    /// <inheritdoc/>
    public override int WriteKey(ReadOnlySpan<char> word, Span<char> key)
    {
        var length = word.ToLowerInvariant(key);
        var singular = EnglishNumber.IrregularSingular(key[..length]);
        if (singular is not null)
        {
            singular.CopyTo(key);
            length = singular.Length;
        }

        return EnglishNumber.CutToStem(key[..length]);
    }

    /// <inheritdoc/>
    public override WordChange Compare(ReadOnlySpan<char> term, ReadOnlySpan<char> word)
    {
        if (Math.Min(term.Length, word.Length) < EnglishNumber.ShortestNoun)
        {
            return WordChange.Different;
        }

        var from = term.ToString().ToLowerInvariant();
        var to = word.ToString().ToLowerInvariant();
        return EnglishNumber.IsPlural(from, to) ? WordChange.Plural
            : EnglishNumber.IsPlural(to, from) ? WordChange.Singular
            : WordChange.Different;
    }

    /// <inheritdoc/>
    public override bool Allows(WordChange change, Term of) =>
        of.PartOfSpeech is PartOfSpeech.Noun or PartOfSpeech.ProperNoun && AllowsNumber(change, of);

    /// <inheritdoc/>
    public override bool Agrees(ReadOnlySpan<string> words, ReadOnlySpan<WordChange> changes)
    {
        var changed = changes.IndexOfAnyExcept(WordChange.Same);
        if (changes[(changed + 1)..].ContainsAnyExcept(WordChange.Same))
        {
            return false;
        }

        return changed == words.Length - 1
            || IsPreposition(words[changed + 1])
            || IsPostpositive(words[changed + 1]);
    }

    /// <inheritdoc/>
    public override bool IsBounded(TermText text, int start, int count, Term term) => !FollowsAny(Qualifiers, text, start, term);

    private static bool IsPreposition(string word) => word.ToLowerInvariant() is
        "of" or "for" or "in" or "on" or "to" or "with" or "without" or "between" or "against" or "at" or "and" or "under" or "by"
        or "from";

    // Adjectives that follow their noun: secretaries general, attorneys general, ambassadors designate.
    private static bool IsPostpositive(string word) => word.ToLowerInvariant() is "general" or "elect" or "designate" or "plenipotentiary";
}
