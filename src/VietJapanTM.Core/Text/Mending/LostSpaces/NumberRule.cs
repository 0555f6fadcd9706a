namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>Spaces lost between a number and a word: <c>500mil</c>, <c>de2023</c>. Units, ordinals and names stay as they are.</summary>
internal static class NumberRule
{
    private const double FunctionWordGain = 2.0;
    private const double FrequentWordGain = 0.3;
    private const double PunctuationGain = 1.2;
    private const double FrequentBefore = -5;
    private const double FrequentAfter = -5.2;

    // "Python3.8" is a name, "supone135.912,89" none.
    private const int LeastAmount = 5;

    // A year is seldom part of a code.
    private const double AfterYearGain = 0.5;
    private const double KnownAfterYear = -6.7;

    /// <summary>Proposes a space where the token is one word and one number.</summary>
    public static void Propose(TokenContext context)
    {
        if (context.Runs.Count != 1)
        {
            return;
        }

        ReadOnlySpan<char> text = context.Text;
        var (run, token) = (context.Runs[0], context.Token);
        var before = text[token.Start..run.Start].TrimStart("(«“\"¿¡[");
        var after = text[run.End..token.End].TrimEnd(".,;:)»”\"]%!?…");
        if (before.IsEmpty && after.Length > 1 && after[0] is ',' or ';' && IsNumber(after[1..]))
        {
            WordCommaNumber(context, run);
        }
        else if (before.IsEmpty && IsNumber(after))
        {
            WordThenNumber(context, run, after);
        }
        else if (after.IsEmpty && before.Length > 2 && before[^1] is '.' or ',' or ';' && IsNumber(before[..^1].TrimEnd('%')))
        {
            NumberStopWord(context, run, before[^1]);
        }
        else if (after.IsEmpty && (IsNumber(before.TrimEnd('%')) || (before is "%" && IsAfterNumber(text, token.Start))))
        {
            NumberThenWord(context, run);
        }
    }

    private static void WordThenNumber(TokenContext context, LetterRun run, ReadOnlySpan<char> number)
    {
        var word = run.Of(context.Text);
        if (word.Length < 2 || HasInnerCapital(word))
        {
            return;
        }

        var standsAlone = context.Rules.WritesSyllables
            ? !char.IsUpper(word[0]) && !IsAscii(word) && context.IsFunctionWord(word)
            : context.Rules.FunctionWords.Contains(word) || IsNumberless(context, word);
        if (standsAlone)
        {
            context.Candidates.Add(new SpaceCandidate(run.End, FunctionWordGain, MendKind.LostSpaceAtNumber));
        }
        else if (word.Length > 4 && !char.IsUpper(word[0]) && number.Length >= 2 && (number.Length >= LeastAmount || !number.ContainsAny(".,"))
            && context.Find(word).LogP > FrequentBefore)
        {
            context.Candidates.Add(new SpaceCandidate(run.End, FrequentWordGain, MendKind.LostSpaceAtNumber));
        }
    }

    // "firmaron12 acuerdos": a finite verb, known as a word, is no product's name.
    private static bool IsNumberless(TokenContext context, ReadOnlySpan<char> word)
    {
        foreach (var ending in context.Rules.NumberlessEndings)
        {
            if (word.Length > ending.Length + 2 && !char.IsUpper(word[0]) && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return context.Find(word).IsKnown;
            }
        }

        return false;
    }

    private static void NumberThenWord(TokenContext context, LetterRun run)
    {
        var word = run.Of(context.Text);
        if (word.Length < 2 || char.IsUpper(word[0]) || HasInnerCapital(word) || context.Find(word).LogP <= FrequentAfter)
        {
            if (IsYear(context.Text.AsSpan(context.Token.Start, run.Start - context.Token.Start))
                && (word is "y" || (word.Length > 3 && !char.IsUpper(word[0]) && context.Find(word).LogP > KnownAfterYear)))
            {
                context.Candidates.Add(new SpaceCandidate(run.Start, AfterYearGain, MendKind.LostSpaceAtNumber));
            }

            return;
        }

        if (word.Length >= 4 || (context.IsFunctionWord(word) && !context.Rules.NumberEndings.Contains(word)))
        {
            context.Candidates.Add(new SpaceCandidate(run.Start, FunctionWordGain, MendKind.LostSpaceAtNumber));
        }
    }

    private static void WordCommaNumber(TokenContext context, LetterRun run)
    {
        var word = run.Of(context.Text);
        if (word.Length > 2 && !HasInnerCapital(word) && (context.Find(word).IsKnown || char.IsUpper(word[0])))
        {
            context.Candidates.Add(new SpaceCandidate(run.End + 1, PunctuationGain, MendKind.LostSpaceAfterPunctuation));
        }
    }

    // "en 2004.Hay", "1792,Mansur"; "2.a" and "v1.Ajustes" are left alone.
    private static void NumberStopWord(TokenContext context, LetterRun run, char stop)
    {
        var word = run.Of(context.Text);
        var known = context.Find(word);
        var sentence = char.IsUpper(word[0]) && known.LogP > FrequentBefore && context.CapitalRatio(known) < 0.3;
        if (word.Length > 1 && !HasInnerCapital(word) && (stop == '.' ? sentence : known.IsKnown || word.Length > 3))
        {
            context.Candidates.Add(new SpaceCandidate(run.Start, PunctuationGain, MendKind.LostSpaceAfterPunctuation));
        }
    }

    // "50 %de": the sign stands apart from the number, as Spanish writes it.
    private static bool IsAfterNumber(ReadOnlySpan<char> text, int start) =>
        start > 1 && char.IsWhiteSpace(text[start - 1]) && char.IsAsciiDigit(text[start - 2]);

    private static bool IsAscii(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('\0', '\x7F');

    private static bool IsYear(ReadOnlySpan<char> number) =>
        number.Length == 4 && number[0] is '1' or '2' && !number.ContainsAnyExceptInRange('0', '9');

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        !text.IsEmpty && char.IsAsciiDigit(text[0]) && !text.ContainsAnyExcept("0123456789.,");

    private static bool HasInnerCapital(ReadOnlySpan<char> word)
    {
        foreach (var letter in word[1..])
        {
            if (char.IsUpper(letter))
            {
                return true;
            }
        }

        return false;
    }
}
