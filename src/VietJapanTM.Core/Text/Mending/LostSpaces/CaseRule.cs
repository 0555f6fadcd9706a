using System.Buffers;

namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>
/// Words run together where a change of case betrays the place: <c>enVietnam</c>, <c>ReinoUnido</c>, <c>EUstaff</c>. Brands are
/// written so on purpose (<c>iPhone</c>, <c>WhatsApp</c>), so that two names need to be known as two.
/// </summary>
internal static class CaseRule
{
    // Unlike a cut that the language model found, a weak cut by case alone is none even where losses are frequent.
    private const double LeastGain = -0.3;

    private const double KnownPenalty = -3;
    private const double RepeatedPenalty = -1.5;
    private const double ParticlePenalty = -2;
    private const double LoneLetterPenalty = -3;

    // Brands begin with "e" and "i", hardly with "a".
    private const double LoneWordPenalty = -1.6;
    private const double ShortAcronymPenalty = -0.7;
    private const int LeastName = 3;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"'`«»“”‘’");

    // What begins names, and what brands put before a capital.
    private static readonly WordSet NameParticles = new("mc mac de di la le van o d l fitz");

    /// <summary>Proposes the cut of a letter run with an inner capital; false where it has none.</summary>
    /// <param name="context">The document and the rules.</param>
    /// <param name="run">The run.</param>
    /// <param name="words">Proposes cuts before the capital, where words are run together there too: <c>entreelReino</c>.</param>
    public static bool Propose(TokenContext context, LetterRun run, WordRule words)
    {
        var form = run.Of(context.Text);
        var cut = FirstCapital(form, 1);
        if (cut == form.Length)
        {
            return false;
        }

        var end = cut;
        while (end < form.Length && char.IsUpper(form[end]))
        {
            end++;
        }

        // Capitals at the start of the second word, or throughout it; or an acronym first, and small letters to the end.
        var acronymFirst = cut == 1 && char.IsUpper(form[0]) && end < form.Length;
        if (FirstCapital(form, end) < form.Length || (!acronymFirst && end > cut + 1 && end < form.Length) || IsQuotedIdentifier(context.Text, run))
        {
            return true;
        }

        cut = acronymFirst ? end : cut;
        var gain = acronymFirst ? AfterAcronym(context, form[cut..]) : BeforeCapital(context, form[..cut], form[cut..]);
        gain ??= acronymFirst || form.Length - cut < LeastName ? null : AfterWords(context, new LetterRun(run.Start, run.Start + cut), words);
        if (gain + Guards(context, form) is { } found && found >= LeastGain)
        {
            context.Candidates.Add(new SpaceCandidate(run.Start + cut, found, MendKind.LostSpace));
        }

        return true;
    }

    // "myRange": whoever quotes one word means the word as it is.
    private static bool IsQuotedIdentifier(string text, LetterRun run) =>
        char.IsLower(text[run.Start]) && run.Start > 0 && run.End < text.Length && Quotes.Contains(text[run.Start - 1]) && Quotes.Contains(text[run.End]);

    // As sure as the least sure cut of the words before the capital; none where those are no words.
    private static double? AfterWords(TokenContext context, LetterRun words, WordRule rule)
    {
        var before = context.Candidates.Count;
        rule.Propose(words);
        return context.Candidates.Count == before ? null : context.Candidates.Skip(before).Min(c => c.Gain);
    }

    // "TVs", "PhDs" are plurals: the rest must be a word that is no ending.
    private static double? AfterAcronym(TokenContext context, ReadOnlySpan<char> second) =>
        second.Length > 1 && context.IsFunctionWord(second) ? 1.2
        : second.Length > 3 && context.Find(second).LogP > -5 ? 0.8 : null;

    private static double? BeforeCapital(TokenContext context, ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var acronym = second.Length > 1 && char.IsUpper(second[1]);
        return !char.IsUpper(first[0]) ? LowerThenName(context, first, second, acronym)
            : first.Length == 1 || acronym ? null
            : NameThenName(context, first, second);
    }

    private static double? LowerThenName(TokenContext context, ReadOnlySpan<char> first, ReadOnlySpan<char> second, bool acronym)
    {
        if (!context.IsFunctionWord(first))
        {
            return first.Length > 3 && context.Find(first).LogP > -6 ? (second.Length > 2 ? 1.3 : 0) : null;
        }

        if (second.Length == 1)
        {
            return null;
        }

        // "iPad", "eBay": one letter needs a name that is known as one.
        var known = context.Find(second);
        var lone = first.Length == 1 && first is not "y" && context.CapitalRatio(known) <= 0.5 && context.Document.Capitalised(second) == 0;
        return (second.Length > 2 ? 1.5 : 0.5) + (acronym && second.Length <= 4 ? ShortAcronymPenalty : 0) + (!lone ? 0 : first is "a" ? LoneWordPenalty : LoneLetterPenalty);
    }

    private static double? NameThenName(TokenContext context, ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        if (IsParticle(first))
        {
            return ParticlePenalty;
        }

        if (context.IsFunctionWord(first))
        {
            return 0.4;
        }

        if (first.Length < 3 || second.Length < 3)
        {
            return null;
        }

        var firstKnown = context.Find(first);
        var secondKnown = context.Find(second);
        var firstAlone = context.Document.Capitalised(first) > 0;
        var secondAlone = context.Document.Capitalised(second) > 0;
        var firstName = firstAlone || context.CapitalRatio(firstKnown) > 0.6;
        var secondName = secondAlone || context.CapitalRatio(secondKnown) > 0.6;
        return context.Model.IsSeen(firstKnown, secondKnown) ? 1.2
            : firstAlone && secondAlone ? 0.6
            : firstName && secondName ? -0.2
            : IsNameBeforeUnknown(context, firstKnown, second) ? -0.25 : null;
    }

    // "GuillermoRawson": a name that is nearly always one, before what no list has.
    private static bool IsNameBeforeUnknown(TokenContext context, KnownWord first, ReadOnlySpan<char> second) =>
        context.CapitalRatio(first) > 0.9 && second.Length > 4 && !context.IsListed(second);

    private static double Guards(TokenContext context, ReadOnlySpan<char> form)
    {
        var repeated = Math.Max(context.Document.Capitalised(form), context.CountUnknown(form)) >= 2;
        return (context.IsListed(form) ? KnownPenalty : 0) + (repeated ? RepeatedPenalty : 0);
    }

    private static bool IsParticle(ReadOnlySpan<char> form)
    {
        Span<char> lower = stackalloc char[4];
        return form.Length <= lower.Length && NameParticles.Contains(lower[..form.ToLowerInvariant(lower)]);
    }

    private static int FirstCapital(ReadOnlySpan<char> form, int start)
    {
        while (start < form.Length && !char.IsUpper(form[start]))
        {
            start++;
        }

        return start;
    }
}
