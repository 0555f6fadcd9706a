namespace VietJapanTM.Terminology.Inflection;

/// <summary>
/// Gender of the words of Spanish role names (<em>primer ministro</em>, <em>primera ministra</em>). Other nouns never
/// change it: <em>puerto</em> is no <em>puerta</em>. Words are lower-case.
/// </summary>
internal static class SpanishGender
{
    private const int ShortestRole = 4;

    /// <summary>What of gender and number makes <paramref name="to"/> of <paramref name="from"/>.</summary>
    public static WordChange Compare(string from, string to)
    {
        foreach (var other in OtherGenders(from))
        {
            if (to == other)
            {
                return WordChange.Gender;
            }

            if (SpanishNumber.IsPlural(other, to))
            {
                return WordChange.Gender | WordChange.Plural;
            }
        }

        return WordChange.Different;
    }

    /// <summary>True where the noun names a person by role, so that a whole phrase may change gender with it.</summary>
    public static bool IsRole(string word)
    {
        var bare = SpanishLetters.Bare(word.ToLowerInvariant());
        var stem = bare.EndsWith('o') || bare.EndsWith('a') || bare.EndsWith('e') ? bare[..^1] : bare;
        return stem.EndsWith("ministr", StringComparison.Ordinal)
            || stem.EndsWith("secretari", StringComparison.Ordinal)
            || stem.EndsWith("president", StringComparison.Ordinal)
            || stem.EndsWith("dor", StringComparison.Ordinal)
            || stem.EndsWith("tor", StringComparison.Ordinal)
            || stem is "jef" or "premier" or "diputad" or "delegad" or "soci" or "funcionari" or "enviad" or "consejer"
                or "candidat" or "alcald" or "comisari";
    }

    private static IEnumerable<string> OtherGenders(string word)
    {
        if (word.Length < ShortestRole)
        {
            yield break;
        }

        switch (word[^1])
        {
            case 'o' or 'e':
                yield return word[..^1] + 'a';
                break;
            case 'a':
                yield return word[..^1] + 'o';
                yield return word[..^1] + 'e';
                if (word.EndsWith("ra", StringComparison.Ordinal))
                {
                    // directora, director; primera, primer
                    yield return word[..^1];
                }

                break;
            case 'r':
                yield return word + 'a';
                break;
            default:
                break;
        }
    }
}
