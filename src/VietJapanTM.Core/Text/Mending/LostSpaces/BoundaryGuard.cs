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
    private const double ConjunctionGain = 2.5;

    // A name within a run would have its capital.
    private const double SurelyName = 0.9;
    private const double SmallNamePenalty = -3;

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
            || (!firstFunction && rules.CompoundEndings.Contains(second))
            || (rules.EndingsAfterConsonant.Contains(second) && !"aeiouáéíóú".Contains(first[^1], StringComparison.Ordinal)))
        {
            return double.NegativeInfinity;
        }

        if (rules.LastClitics.Contains(second) && IsStressedWithClitic(rules, first))
        {
            return double.NegativeInfinity;
        }

        var weight = (first.Length == 1 ? LetterPenalty : 0) + (second.Length == 1 ? LetterPenalty : 0);
        if (context.Model.IsSeen(firstKnown, secondKnown))
        {
            return weight + (firstFunction || secondFunction ? 0 : rules.SeenPairPenalty);
        }

        if (!firstFunction && !secondFunction)
        {
            weight += ContentPairPenalty;
        }

        if (context.CapitalRatio(secondKnown) > SurelyName)
        {
            weight += SmallNamePenalty;
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

    /// <summary>
    /// What the word behind a part says of it, log10: a conjunction that stands before one vowel alone is likely there and none elsewhere.
    /// </summary>
    /// <param name="rules">The language's rules.</param>
    /// <param name="part">The part, in lower case.</param>
    /// <param name="next">The beginning of the word behind it, in lower case; empty where there is none.</param>
    public static double WeighConjunction(MendingRules rules, ReadOnlySpan<char> part, ReadOnlySpan<char> next)
    {
        foreach (var (word, vowel) in rules.VowelConjunctions)
        {
            if (part.SequenceEqual(word))
            {
                var sound = next.TrimStart('h');
                return !sound.IsEmpty && sound[0] == vowel ? ConjunctionGain : double.NegativeInfinity;
            }
        }

        return 0;
    }

    /// <summary>
    /// A verb whose stress has to be written because it has taken on a pronoun takes on a second one as readily: "póngase|la". Hardly a list has all of
    /// these forms.
    /// </summary>
    private static bool IsStressedWithClitic(MendingRules rules, ReadOnlySpan<char> verb)
    {
        foreach (var ending in rules.FirstClitics)
        {
            if (verb.Length > ending.Length + 2 && verb.EndsWith(ending, StringComparison.Ordinal))
            {
                return verb[..^ending.Length].ContainsAny("áéíóú");
            }
        }

        return false;
    }

    /// <summary>Whether a verb form takes pronouns on at its end.</summary>
    public static bool TakesClitics(MendingRules rules, ReadOnlySpan<char> verb)
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
