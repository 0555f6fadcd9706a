namespace VietJapanTM.Terminology.Inflection;

/// <summary>Spanish letters and their accents. The tilde of ñ is no accent.</summary>
internal static class SpanishLetters
{
    /// <summary>A lower-case letter without acute accent or diaeresis.</summary>
    public static char Bare(char c) => c switch
    {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' or 'ü' => 'u',
        _ => c,
    };

    /// <summary>A lower-case word without accents.</summary>
    public static string Bare(string word) => string.Create(word.Length, word, static (bare, from) =>
    {
        for (var i = 0; i < bare.Length; i++)
        {
            bare[i] = Bare(from[i]);
        }
    });

    /// <summary>True where two words differ in case and accents at most.</summary>
    public static bool SameLetters(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        for (var i = 0; i < one.Length; i++)
        {
            if (one[i] != other[i] && Bare(char.ToLowerInvariant(one[i])) != Bare(char.ToLowerInvariant(other[i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for a word of two letters or more, all capitals.</summary>
    public static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return word.Length > 1;
    }

    /// <summary>True for a vowel, accented or not.</summary>
    public static bool IsVowel(char c) => Bare(c) is 'a' or 'e' or 'i' or 'o' or 'u';
}
