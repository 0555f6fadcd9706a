namespace VietJapanTM.Text.Mending;

/// <summary>
/// Words run together where the second begins with a capital: <c>enVietnam</c>, <c>GobiernoJaponés</c>. Product names are
/// written so on purpose (<c>iPhone</c>, <c>LibreOffice</c>), so that a function word before the capital counts most.
/// </summary>
internal static class CaseRule
{
    private static readonly WordSet NameParticles = new("mc mac de di la le van o d l fitz i e");

    /// <summary>Proposes the cut of a letter run with an inner capital; false where it has none.</summary>
    public static bool Propose(TokenContext context, LetterRun run)
    {
        var form = run.Of(context.Text);
        var cut = 1;
        while (cut < form.Length && !char.IsUpper(form[cut]))
        {
            cut++;
        }

        if (cut == form.Length)
        {
            return false;
        }

        var rest = form[(cut + 1)..];
        var capitals = CountCapitals(rest);
        if (capitals == 0 || (capitals == rest.Length && rest.Length > 0))
        {
            if (Gain(context, form, cut) is { } gain)
            {
                context.Candidates.Add(new SpaceCandidate(run.Start + cut, gain, MendKind.LostSpace));
            }
        }

        return true;
    }

    private static double? Gain(TokenContext context, ReadOnlySpan<char> form, int cut)
    {
        var first = form[..cut];
        var second = form[cut..];
        if (Base(context, first, second) is not { } gain)
        {
            return null;
        }

        var document = context.Document;
        var firstKnown = context.Find(first);
        var secondKnown = context.Find(second);
        if (first.Length == 1 && first is not "y" && CapitalRatio(context, secondKnown) <= 0.5 && document.Capitalised(second) == 0)
        {
            gain -= 3;
        }

        if (Span(first, out var lower) && NameParticles.Contains(lower) && (char.IsUpper(first[0]) || first is "i" or "e"))
        {
            gain -= 2;
        }

        if (gain < 0 && document.Capitalised(first) == 0
            && !(CapitalRatio(context, firstKnown) > 0.4 && CapitalRatio(context, secondKnown) > 0.4))
        {
            gain -= 1;
        }

        return gain;
    }

    private static double? Base(TokenContext context, ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var capitalised = char.IsUpper(first[0]);
        var acronym = second.Length > 1 && char.IsUpper(second[1]);
        if (!capitalised && context.IsFunctionWord(first) && second.Length > 1 && (first.Length > 1 || first is "y" or "a" or "e" or "o"))
        {
            var known = first.Length > 1 || second.Length > 4 || context.Find(second).IsKnown;
            return (!known ? 0 : second.Length > 2 ? 1.5 : 0.5) - (acronym && second.Length <= 4 ? 0.7 : 0);
        }

        return !capitalised && first.Length > 3 && context.Find(first).LogP > -6 ? (second.Length > 2 ? 1.3 : 0)
            : capitalised && first.Length > 1 && context.IsFunctionWord(first) ? 0.4
            : first.Length > 2 && second.Length > 2 && !acronym ? -0.2 : null;
    }

    private static double CapitalRatio(TokenContext context, KnownWord word) =>
        word.Id < 0 ? 0 : context.Model.Vocabulary.CapitalRatio(word.Id);

    private static bool Span(ReadOnlySpan<char> form, out ReadOnlySpan<char> lower)
    {
        lower = form.Length <= 4 ? form.ToString().ToLowerInvariant() : default;
        return form.Length <= 4;
    }

    private static int CountCapitals(ReadOnlySpan<char> word)
    {
        var count = 0;
        foreach (var letter in word)
        {
            count += char.IsUpper(letter) ? 1 : 0;
        }

        return count;
    }
}
