using VietJapanTM.Terminology.Inflection;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// Decides whether a pattern whose keys agree with the text at a place is really there. The keys find, this verifies: words
/// and agreement by the language's rules, then case, then the edges. Serves one recognition; not thread-safe.
/// </summary>
internal sealed class Candidate(TermText text, LanguageRules rules, RecognitionOptions options)
{
    private WordChange[] _changes = new WordChange[16];

    /// <summary>The words compared so far.</summary>
    public long WordsCompared { get; private set; }

    /// <summary>How <paramref name="pattern"/> fits the tokens from <paramref name="start"/> on, or null where it does not.</summary>
    public Fit? Fits(TermPattern pattern, int start)
    {
        var count = pattern.Words.Length;
        if (count > _changes.Length)
        {
            _changes = new WordChange[count * 2];
        }

        var any = WordChange.Same;
        for (var i = 0; i < count; i++)
        {
            WordsCompared++;
            _changes[i] = Change(pattern, i, start + i);
            any |= _changes[i];
            if (_changes[i].HasFlag(WordChange.Different))
            {
                return null;
            }
        }

        var inflected = (any & WordChange.Inflection) != 0;
        if ((inflected && !rules.Agrees(pattern.Words, _changes.AsSpan(0, count)))
            || !rules.IsBounded(text, start, count, pattern.Term))
        {
            return null;
        }

        return Judge(pattern, start, (any & WordChange.Accent) != 0, inflected);
    }

    private WordChange Change(TermPattern pattern, int i, int at)
    {
        var word = text.Word(at);
        if (word.Equals(pattern.Words[i], StringComparison.OrdinalIgnoreCase))
        {
            return WordChange.Same;
        }

        var change = rules.Compare(pattern.Words[i], word, pattern.Term);
        return pattern.Inflects || (change & WordChange.Inflection) == 0 ? change : WordChange.Different;
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
