namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>Spaces lost after a contraction or a possessive: <c>it'sready</c>, <c>wasn'tuntil</c>, <c>Kim'sgoal</c>.</summary>
internal static class ContractionRule
{
    /// <summary>Proposes the cut of a letter run that follows an apostrophe; false where it follows none.</summary>
    public static bool Propose(TokenContext context, LetterRun run)
    {
        ReadOnlySpan<char> text = context.Text;
        if (run.Start <= context.Token.Start + 1 || text[run.Start - 1] is not ('\'' or '’') || !char.IsLetter(text[run.Start - 2]))
        {
            return false;
        }

        var form = run.Of(text);
        if (char.IsUpper(form[0]) || context.Find(form).IsKnown)
        {
            return true;
        }

        foreach (var ending in context.Rules.Contractions)
        {
            if (form.StartsWith(ending, StringComparison.Ordinal) && Gain(context, form[ending.Length..]) is { } gain)
            {
                context.Candidates.Add(new SpaceCandidate(run.Start + ending.Length, gain, MendKind.LostSpace));
                break;
            }
        }

        return true;
    }

    private static double? Gain(TokenContext context, ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2)
        {
            return null;
        }

        var known = context.Find(rest);
        return context.IsFunctionWord(rest) ? 2.0
            : rest.Length < 3 || !known.IsKnown ? null
            : known.LogP > -5.5 ? 1.5 : 0.3;
    }
}
