namespace VietJapanTM.Terminology.Inflection;

/// <summary>
/// Number of Spanish nouns and adjectives. Source of the rules: Real Academia Española, Nueva gramática de la lengua española,
/// chapter 3. Words are lower-case.
/// </summary>
internal static class SpanishNumber
{
    /// <summary>Shorter words are articles, prepositions and letters, which do not inflect.</summary>
    public const int ShortestNoun = 3;

    private const int ShortestStem = 2;

    /// <summary>
    /// Cuts a word without accents to what its forms share, in place; returns the length. Coarse on purpose: <em>luna</em> and
    /// <em>lunes</em> share a stem, and the verification tells them apart.
    /// </summary>
    public static int CutToStem(Span<char> word)
    {
        var length = WithoutPlural(word);
        if (length == word.Length && length > ShortestStem && IsEnding(word[length - 1]))
        {
            length--;
        }

        // japones(es), compas(es), autobus(es): a singular in s looks like a plural.
        length = WithoutPlural(word[..length]);
        if (length > 1 && word[length - 1] == 'c')
        {
            // luz, luces; alcance, alcances
            word[length - 1] = 'z';
        }

        return length;
    }

    /// <summary>True where <paramref name="plural"/> is the plural of <paramref name="singular"/>.</summary>
    public static bool IsPlural(string singular, string plural)
    {
        if (singular.Length < ShortestNoun)
        {
            return false;
        }

        return singular[^1] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' or 'á' or 'é' or 'ó' => IsWith(singular, "s", plural),
            'í' or 'ú' => IsWith(singular, "es", plural) || IsWith(singular, "s", plural),
            'z' => IsWith(singular[..^1], "ces", plural) || IsWith(WithoutLastAccent(singular)[..^1], "ces", plural),
            _ => IsPluralAfterConsonant(singular, plural),
        };
    }

    // -as, -es, -os whole; of -is and -us the s.
    private static int WithoutPlural(ReadOnlySpan<char> word)
    {
        if (word.Length <= ShortestStem || word[^1] != 's')
        {
            return word.Length;
        }

        return IsEnding(word[^2]) ? Math.Max(word.Length - 2, ShortestStem)
            : word[^2] is 'i' or 'u' ? word.Length - 1
            : word.Length;
    }

    private static bool IsPluralAfterConsonant(string singular, string plural)
    {
        if (singular is "primer" or "tercer")
        {
            return IsWith(singular, "os", plural);
        }

        var vowel = singular[^2];
        if (vowel is 'á' or 'é' or 'ó' || (vowel is 'í' or 'ú' && !IsHiatus(singular)))
        {
            // asociación, asociaciones
            return IsWith(WithoutLastAccent(singular), "es", plural);
        }

        // joven, jóvenes: the stress stays, so the plural must show it.
        return IsWith(singular, "es", plural)
            || (singular[^1] == 'n' && HasOneAccent(plural) && IsWith(singular, "es", SpanishLetters.Bare(plural)));
    }

    // país, países; baúl, baúles
    private static bool IsHiatus(string singular) => singular.Length > 2 && SpanishLetters.IsVowel(singular[^3]);

    private static string WithoutLastAccent(string word) => word[..^2] + SpanishLetters.Bare(word[^2]) + word[^1];

    private static bool HasOneAccent(string word) => word.Count(c => c != SpanishLetters.Bare(c)) == 1;

    private static bool IsEnding(char c) => c is 'a' or 'e' or 'o';

    private static bool IsWith(string stem, string ending, string word) =>
        word.Length == stem.Length + ending.Length
        && word.StartsWith(stem, StringComparison.Ordinal)
        && word.EndsWith(ending, StringComparison.Ordinal);
}
