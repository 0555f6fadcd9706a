using VietJapanTM.Model;
using VietJapanTM.Terminology.Inflection;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// Decides whether a pattern whose keys agree with the text at a place is really there. The keys find, this verifies: words
/// and agreement by the language's rules, then case, then the edges. Serves one recognition; not thread-safe.
/// </summary>
internal sealed class Candidate(TermText text, LanguageRules rules, RecognitionOptions options)
{
    /// <summary>How a term fits whose <paramref name="count"/> words the text holds letter by letter, or null where it does not.</summary>
    public Fit? FitsAsWritten(Term term, int start, int count) =>
        !rules.IsBounded(text, start, count, term) ? null : options.IgnoreCase ? Fit.OtherCase : Fit.AsWritten;

    /// <summary>How <paramref name="pattern"/> fits the tokens from <paramref name="start"/> on, or null where it does not.</summary>
    public Fit? Fits(TermPattern pattern, int start)
    {
        var changes = new WordChange[pattern.Words.Length];
        for (var i = 0; i < changes.Length; i++)
        {
            var word = text.Word(start + i);
            changes[i] = word.Equals(pattern.Words[i], StringComparison.OrdinalIgnoreCase) ? WordChange.Same : rules.Compare(pattern.Words[i], word);
        }

        return Fits(pattern, start, changes);
    }

    /// <summary>The same where it is known what makes the words of the text of those of the pattern.</summary>
    public Fit? Fits(TermPattern pattern, int start, ReadOnlySpan<WordChange> changes)
    {
        var any = WordChange.Same;
        foreach (var change in changes)
        {
            any |= change;
            if ((change & WordChange.Different) != 0
                || ((change & WordChange.Inflection) != 0 && !(pattern.Inflects && rules.Allows(change, pattern.Term))))
            {
                return null;
            }
        }

        var inflected = (any & WordChange.Inflection) != 0;
        return (!inflected || rules.Agrees(pattern.Words, changes)) && rules.IsBounded(text, start, changes.Length, pattern.Term)
            ? Judge(pattern, start, (any & WordChange.Accent) != 0, inflected)
            : null;
    }

    private Fit? Judge(TermPattern pattern, int start, bool accent, bool inflected)
    {
        if (accent)
        {
            // One word with other accents is often another word: término, termino, terminó.
            return options.IncludeDrift && pattern.Words.Length > 1 ? Fit.Drift : null;
        }

        var letterCase = options.IgnoreCase ? CaseFit.Allowed : LetterCase.Compare(pattern, text, start);
        return letterCase switch
        {
            CaseFit.Same => inflected ? Fit.Inflected : Fit.AsWritten,
            CaseFit.Allowed => inflected ? Fit.Inflected : Fit.OtherCase,
            CaseFit.Drift when options.IncludeDrift => Fit.Drift,
            _ => null,
        };
    }
}
