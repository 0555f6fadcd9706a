using VietJapanTM.Model;
using VietJapanTM.Terminology.Recognition;

namespace VietJapanTM.Terminology.Inflection;

/// <summary>
/// Spanish: nouns and adjectives change number, and the names of roles their gender, in agreement. The key is a word without
/// accents and without the endings of gender and number; <see cref="SpanishNumber"/> verifies the ending and
/// <see cref="SpanishAgreement"/> the phrase. Accents count, but not in capitals.
/// </summary>
internal sealed class SpanishRules : LanguageRules
{
    private const string Former = "ex";
    private static readonly string[] Qualifiers = ["vice"];

    /// <inheritdoc/>
    public override int WriteKey(ReadOnlySpan<char> word, Span<char> key)
    {
        for (var i = 0; i < word.Length; i++)
        {
            key[i] = SpanishLetters.Bare(char.ToLowerInvariant(word[i]));
        }

        var bare = key[..word.Length];
        if (bare.StartsWith(Former) && bare.Length > 2 * Former.Length)
        {
            bare[Former.Length..].CopyTo(bare);
            bare = bare[..^Former.Length];
        }

        return SpanishNumber.CutToStem(bare);
    }

    /// <inheritdoc/>
    public override WordChange Compare(ReadOnlySpan<char> term, ReadOnlySpan<char> word)
    {
        var capitals = SpanishLetters.IsCapitals(word);
        if (SpanishLetters.SameLetters(term, word))
        {
            return capitals ? WordChange.Same : WordChange.Accent;
        }

        if (Math.Min(term.Length, word.Length) < SpanishNumber.ShortestNoun)
        {
            return WordChange.Different;
        }

        var from = term.ToString().ToLowerInvariant();
        var to = word.ToString().ToLowerInvariant();
        if (capitals)
        {
            (from, to) = (SpanishLetters.Bare(from), SpanishLetters.Bare(to));
        }

        var change = Inflection(from, to);
        if (change == WordChange.Different && to.StartsWith(Former, StringComparison.Ordinal)
            && (from == "primer" || SpanishGender.IsRole(from)))
        {
            // expresidente, exministra: the prefix is written in one word with a role.
            change = WordChange.Prefix | (from == to[Former.Length..] ? WordChange.Same : Inflection(from, to[Former.Length..]));
        }

        return change;
    }

    /// <inheritdoc/>
    public override bool Allows(WordChange change, Term of) =>
        of.PartOfSpeech is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adjective && AllowsNumber(change, of);

    /// <inheritdoc/>
    public override bool Agrees(ReadOnlySpan<string> words, ReadOnlySpan<WordChange> changes) => SpanishAgreement.Holds(words, changes);

    /// <inheritdoc/>
    public override bool IsBounded(TermText text, int start, int count, Term term) => !FollowsAny(Qualifiers, text, start, term);

    private static WordChange Inflection(string from, string to) =>
        SpanishNumber.IsPlural(from, to) ? WordChange.Plural
        : SpanishNumber.IsPlural(to, from) ? WordChange.Singular
        : SpanishGender.Compare(from, to);
}
