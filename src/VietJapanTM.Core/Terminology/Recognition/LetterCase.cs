using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>How the case of a text suits a pattern.</summary>
internal enum CaseFit
{
    /// <summary>As written.</summary>
    Same,

    /// <summary>Different, but allowed.</summary>
    Allowed,

    /// <summary>Not allowed, and plainly meant to be the term.</summary>
    Drift,

    /// <summary>Not allowed, and likely another word: <c>osa</c> is no OSA.</summary>
    Foreign,
}

/// <summary>The case rules.</summary>
internal static class LetterCase
{
    // Shorter acronyms, capitalised, are too often words: Who, It, Osa.
    private const int ShortestCapitalisedAcronym = 4;

    /// <summary>Compares the case of the tokens from <paramref name="start"/> on with the pattern's.</summary>
    public static CaseFit Compare(TermPattern pattern, TermText text, int start)
    {
        var same = true;
        var sameButFirstLetter = true;
        var allCapitals = true;
        var capitalInside = false;
        for (var i = 0; i < pattern.Words.Length; i++)
        {
            var word = text.Word(start + i);
            var term = pattern.Words[i].AsSpan();
            allCapitals &= IsUpper(word);
            capitalInside |= HasCapital(i == 0 ? word[1..] : word);
            same &= SameCase(term, word);
            sameButFirstLetter &= i > 0 ? SameCase(term, word) : SameCase(term[1..], word[1..]);
        }

        if (same)
        {
            return CaseFit.Same;
        }

        if (pattern.IsAcronym)
        {
            return IsCapitalisedAcronym(pattern, text, start) ? CaseFit.Drift : CaseFit.Foreign;
        }

        if (pattern.Term.CaseRule == CaseRule.Insensitive || allCapitals || IsNameWithCapitals(pattern, text, start))
        {
            return CaseFit.Allowed;
        }

        var begins = text.BeginsSentence(start);
        return begins && sameButFirstLetter && char.IsUpper(text.Word(start)[0]) ? CaseFit.Allowed
            : capitalInside || (!begins && char.IsUpper(text.Word(start)[0])) ? CaseFit.Drift
            : CaseFit.Foreign;
    }

    /// <summary>A name of which one word is in capitals, as ministries write surnames: <em>KISHIDA Fumio</em>.</summary>
    private static bool IsNameWithCapitals(TermPattern pattern, TermText text, int start)
    {
        var inCapitals = 0;
        for (var i = 0; i < pattern.Words.Length; i++)
        {
            var word = text.Word(start + i);
            var term = pattern.Words[i].AsSpan();
            if (!char.IsUpper(term[0]) || !char.IsUpper(word[0]))
            {
                return false;
            }

            var differs = !SameCase(term, word);
            inCapitals += differs ? 1 : 0;
            if (differs && (word.Length < 2 || !IsUpper(word)))
            {
                return false;
            }
        }

        return inCapitals == 1 && pattern.Words.Length > 1 && pattern.Term.PartOfSpeech == PartOfSpeech.ProperNoun;
    }

    private static bool IsCapitalisedAcronym(TermPattern pattern, TermText text, int start)
    {
        var word = text.Word(start);
        return pattern.Words is [{ Length: >= ShortestCapitalisedAcronym }] && char.IsUpper(word[0]);
    }

    // Over the letters that both have: an ending that inflection adds is lower-case, or belongs to a headline.
    private static bool SameCase(ReadOnlySpan<char> term, ReadOnlySpan<char> word)
    {
        var shared = Math.Min(term.Length, word.Length);
        for (var i = 0; i < shared; i++)
        {
            if (char.IsUpper(term[i]) != char.IsUpper(word[i]))
            {
                return false;
            }
        }

        return !HasCapital(word[shared..]);
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasCapital(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }
}
