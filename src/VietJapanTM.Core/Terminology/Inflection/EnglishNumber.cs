namespace VietJapanTM.Terminology.Inflection;

/// <summary>Number of English nouns. Words are lower-case.</summary>
internal static class EnglishNumber
{
    /// <summary>Shorter words are pronouns, articles and letters, which do not inflect.</summary>
    public const int ShortestNoun = 3;

    private static readonly (string Singular, string Plural)[] Irregular =
    [
        ("man", "men"), ("woman", "women"), ("child", "children"), ("foot", "feet"), ("tooth", "teeth"),
        ("mouse", "mice"), ("crisis", "crises"), ("basis", "bases"), ("analysis", "analyses"), ("memorandum", "memoranda"),
        ("criterion", "criteria"), ("phenomenon", "phenomena"), ("life", "lives"), ("leaf", "leaves"), ("half", "halves"),
    ];

    /// <summary>The singular of a plural that no rule derives, or null.</summary>
    public static string? IrregularSingular(ReadOnlySpan<char> word)
    {
        foreach (var (singular, plural) in Irregular)
        {
            if (word.SequenceEqual(plural))
            {
                return singular;
            }
        }

        return null;
    }

    /// <summary>Cuts a word to what its numbers share, in place; returns the length. No final s and e, y for i.</summary>
    public static int CutToStem(Span<char> word)
    {
        var length = word.Length;
        while (length > ShortestNoun && word[length - 1] is ('s' or 'e'))
        {
            length--;
        }

        if (word[length - 1] == 'i')
        {
            word[length - 1] = 'y';
        }

        return length;
    }

    /// <summary>True where <paramref name="plural"/> is the plural of <paramref name="singular"/>.</summary>
    public static bool IsPlural(string singular, string plural)
    {
        if (IrregularSingular(plural) is { } irregular)
        {
            return irregular == singular;
        }

        if (singular.Length < ShortestNoun)
        {
            return false;
        }

        var last = singular[^1];
        var sibilant = last is 's' or 'x' or 'z' || (last == 'h' && singular[^2] is ('c' or 's'));
        var changesY = last == 'y' && !IsVowel(singular[^2]);
        return sibilant ? IsWith(singular, "es", plural)
            : changesY ? IsWith(singular.AsSpan(..^1), "ies", plural)
            : IsWith(singular, "s", plural) || (last == 'o' && IsWith(singular, "es", plural));
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static bool IsWith(ReadOnlySpan<char> stem, string ending, ReadOnlySpan<char> word) =>
        word.Length == stem.Length + ending.Length && word.StartsWith(stem) && word.EndsWith(ending);
}
