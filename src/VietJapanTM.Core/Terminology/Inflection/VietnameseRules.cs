using System.Text;
using VietJapanTM.Model;
using VietJapanTM.Terminology.Recognition;

namespace VietJapanTM.Terminology.Inflection;

/// <summary>
/// Vietnamese: nothing inflects; a term is its syllables. The key takes the tone off its vowel and puts it behind the syllable,
/// so that <em>hòa</em> and <em>hoà</em> are one and every other diacritic counts.
/// </summary>
internal sealed class VietnameseRules : LanguageRules
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    /// <summary>For each character its letter without tone, and the tone as an index into <see cref="Tones"/> plus 1.</summary>
    private static readonly (char Letter, byte Tone)[] Letters = MakeLetters();

    /// <inheritdoc/>
    public override bool JoinsAcrossSpacedHyphen => true;

    /// <inheritdoc/>
    public override int WriteKey(ReadOnlySpan<char> word, Span<char> key)
    {
        var tone = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = char.ToLowerInvariant(word[i]);
            key[i] = c;
            if (c < Letters.Length && Letters[c].Tone != 0)
            {
                (key[i], tone) = Letters[c];
            }
        }

        if (tone == 0)
        {
            return word.Length;
        }

        key[word.Length] = (char)('0' + tone);
        return word.Length + 1;
    }

    /// <inheritdoc/>
    public override WordChange Compare(ReadOnlySpan<char> term, ReadOnlySpan<char> word)
    {
        if (Math.Max(term.Length, word.Length) >= StackKey)
        {
            return WordChange.Different;
        }

        Span<char> termKey = stackalloc char[StackKey];
        Span<char> wordKey = stackalloc char[StackKey];
        return termKey[..WriteKey(term, termKey)].SequenceEqual(wordKey[..WriteKey(word, wordKey)])
            ? WordChange.Same
            : WordChange.Different;
    }

    /// <inheritdoc/>
    public override bool IsBounded(TermText text, int start, int count, Term term) => !FollowsAny(["phó"], text, start, term);

    private static (char Letter, byte Tone)[] MakeLetters()
    {
        var letters = new (char Letter, byte Tone)[0x1F00];
        for (var c = '\u00C0'; c < letters.Length; c++)
        {
            if (!char.IsLetter(c))
            {
                continue;
            }

            var decomposed = c.ToString().Normalize(NormalizationForm.FormD);
            var at = decomposed.AsSpan().IndexOfAny(Tones);
            if (at > 0)
            {
                var letter = decomposed.Remove(at, 1).Normalize(NormalizationForm.FormC);
                var tone = (byte)(Tones.IndexOf(decomposed[at], StringComparison.Ordinal) + 1);
                letters[c] = letter.Length == 1 ? (letter[0], tone) : default;
            }
        }

        return letters;
    }
}
