namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>
/// What speaks against a cut between two words although both are words: long words are made of short ones. Answers in log10,
/// 0 or less; negative infinity forbids the cut.
/// </summary>
internal static class BoundaryGuard
{
    private const double PrefixPenalty = -8;
    private const double PrepositionPenalty = -0.5;
    private const double CompoundPrepositionPenalty = -2;
    private const double ContentPairPenalty = -2;
    private const double CliticPenalty = -1;

    // "expresarla" is a word as much as "expresar la" is two.
    private const double EncliticPenalty = -4;
    private const double LetterPenalty = -0.5;

    /// <summary>The weight of the guards at one cut.</summary>
    /// <param name="context">Rules and model.</param>
    /// <param name="first">The word before the cut, in lower case.</param>
    /// <param name="firstKnown">The same, as the model knows it.</param>
    /// <param name="second">The word after the cut, in lower case.</param>
    /// <param name="secondKnown">The same, as the model knows it.</param>
    public static double Weigh(
        TokenContext context, ReadOnlySpan<char> first, KnownWord firstKnown, ReadOnlySpan<char> second, KnownWord secondKnown)
    {
        var rules = context.Rules;
        var firstFunction = context.IsFunctionWord(first, firstKnown);
        var secondFunction = context.IsFunctionWord(second, secondKnown);
        if ((!firstFunction && !secondFunction && (first.Length < 3 || second.Length < 3))
            || rules.Endings.Contains(second)
            || (rules.EndingsAfterConsonant.Contains(second) && !"aeiouáéíóú".Contains(first[^1], StringComparison.Ordinal)))
        {
            return double.NegativeInfinity;
        }

        var weight = (first.Length == 1 ? LetterPenalty : 0) + (second.Length == 1 ? LetterPenalty : 0);
        if (context.Model.IsSeen(firstKnown, secondKnown))
        {
            return weight;
        }

        if (!firstFunction && !secondFunction)
        {
            weight += ContentPairPenalty;
        }

        if (!secondFunction)
        {
            weight += rules.Prefixes.Contains(first) ? PrefixPenalty
                : !rules.PrepositionPrefixes.Contains(first) ? 0
                : first.Length > 3 || second[0] == 's' ? CompoundPrepositionPenalty : PrepositionPenalty;
        }

        if (rules.Clitics.Contains(second) && TakesClitics(rules, first))
        {
            return weight + EncliticPenalty;
        }

        return weight + (!firstFunction && second.Length < 3 && rules.Clitics.Contains(second) ? CliticPenalty : 0);
    }

    private static bool TakesClitics(MendingRules rules, ReadOnlySpan<char> verb)
    {
        foreach (var ending in rules.CliticHosts)
        {
            if (verb.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
