namespace VietJapanTM.Terminology.Inflection;

/// <summary>
/// Agreement inside a Spanish term. Prepositions and conjunctions cut it into groups; within a group all words change number
/// together, and only the first group changes gender, if its noun names a role.
/// </summary>
internal static class SpanishAgreement
{
    /// <summary>True where the changes of the words make a phrase that agrees with itself.</summary>
    public static bool Holds(ReadOnlySpan<string> words, ReadOnlySpan<WordChange> changes)
    {
        for (var start = 0; start < words.Length;)
        {
            var end = start;
            while (end < words.Length && !IsLink(words[end]))
            {
                end++;
            }

            if (!GroupHolds(words[start..end], changes[start..end], isFirst: start == 0))
            {
                return false;
            }

            start = end + 1;
        }

        return true;
    }

    private static bool GroupHolds(ReadOnlySpan<string> words, ReadOnlySpan<WordChange> changes, bool isFirst)
    {
        var all = WordChange.Same;
        foreach (var change in changes)
        {
            all |= change;
        }

        var number = all & (WordChange.Plural | WordChange.Singular);
        if (number == (WordChange.Plural | WordChange.Singular))
        {
            return false;
        }

        var gender = all & WordChange.Gender;
        if (gender != WordChange.Same && !(isFirst && HasRole(words, changes)))
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if ((changes[i] & number) != number && !IsInvariable(words, i)
                || (gender != WordChange.Same && (changes[i] & gender) == 0 && ShowsGender(words[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasRole(ReadOnlySpan<string> words, ReadOnlySpan<WordChange> changes)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (changes[i].HasFlag(WordChange.Gender) && SpanishGender.IsRole(words[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ShowsGender(string word) => char.ToLowerInvariant(word[^1]) is 'o' or 'a';

    private static bool IsInvariable(ReadOnlySpan<string> words, int i)
    {
        var word = words[i].ToLowerInvariant();
        var isLast = i == words.Length - 1;
        return word.Length <= 3
            || !char.IsLetter(word[0])
            || word.EndsWith("is", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal)
            || IsApposition(word)
            || (!isLast && IsFirstOfCompound(word));
    }

    // Nouns that stand beside a plural in the singular: socios clave, países miembro.
    private static bool IsApposition(string word) =>
        word is "clave" or "miembro" or "modelo" or "piloto" or "récord" or "base" or "límite" or "puente" or "madre" or "punta" or "cero";

    // Indo-Pacífico, franco-vietnamita, socio-económico: the first part keeps its form.
    private static bool IsFirstOfCompound(string word) =>
        word is "indo" or "franco" or "anglo" or "hispano" or "sino" or "socio" or "euro" or "ibero";

    private static bool IsLink(string word) => word.ToLowerInvariant() is
        "de" or "del" or "en" or "por" or "para" or "con" or "sin" or "a" or "al" or "ante" or "entre" or "sobre" or "contra" or "hacia"
        or "y" or "e" or "o" or "u";
}
