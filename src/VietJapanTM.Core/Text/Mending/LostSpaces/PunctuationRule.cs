namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>
/// Spaces lost after a closing mark or before an opening one, between two letter runs of a token: <c>comercio,ciencia</c>,
/// <c>fin.Los</c>, <c>dijo“sí”</c>. What stands between the runs is read as closing marks and then opening marks; anything else
/// (a hyphen, an apostrophe) joins on purpose.
/// </summary>
internal static class PunctuationRule
{
    // Longer chains ("a,b,c,d") are formulas and lists of letters.
    private const int MostRuns = 3;

    private const double NameAfterStop = 0.7;
    private const double FrequentAfterStop = -5;

    // Informal writing joins words by dots on purpose.
    private const double AfterDots = 0.9;

    /// <summary>Proposes spaces between the runs of the token.</summary>
    public static void Propose(TokenContext context)
    {
        var inside = context.Token.InsideQuotes;
        var at = context.Token.Start;
        for (var i = 0; i + 1 < context.Runs.Count; i++)
        {
            var (left, right) = (context.Runs[i], context.Runs[i + 1]);
            for (; at < left.End; at++)
            {
                inside = context.Text[at] == '"' ? QuoteState.After(context.Text, at, inside) : inside;
            }

            var marks = context.Text.AsSpan(left.End, right.Start - left.End);
            var closing = CountClosing(marks, inside);
            if (marks[closing..].ContainsAnyExcept("«“‘¿¡(\""))
            {
                continue;
            }

            var (gain, kind) = closing > 0
                ? (AfterClosing(context, left, right, marks[..closing], i), MendKind.LostSpaceAfterPunctuation)
                : (BeforeOpening(context, left, right, marks), MendKind.LostSpaceBeforeOpening);
            if (gain is { } found)
            {
                context.Candidates.Add(new SpaceCandidate(left.End + closing, found, kind));
            }
        }
    }

    // A straight quote closes where one is open.
    private static int CountClosing(ReadOnlySpan<char> marks, bool inside)
    {
        var count = 0;
        while (count < marks.Length && (",;:!?.…»”)".Contains(marks[count], StringComparison.Ordinal) || (marks[count] == '"' && inside)))
        {
            inside ^= marks[count] == '"';
            count++;
        }

        return count;
    }

    private static double? AfterClosing(TokenContext context, LetterRun left, LetterRun right, ReadOnlySpan<char> marks, int index)
    {
        if (context.Runs.Count > MostRuns)
        {
            return null;
        }

        ReadOnlySpan<char> text = context.Text;
        var leftWord = left.Of(text);
        var rightWord = right.Of(text);
        var leftKnown = context.Find(leftWord).IsKnown;
        var rightKnown = context.Find(rightWord).IsKnown;
        return marks[^1] switch
        {
            ',' or ';' => AfterComma(leftWord, rightWord, leftKnown, rightKnown),
            ':' => leftKnown && rightKnown && left.Length > 2 && right.Length > 1 ? 0.9 : null,
            '?' or '!' => leftKnown && rightKnown && left.Length > 2 && right.Length > 1 ? 1.5
                : left.Length > 2 ? 1.2 : null,
            '.' when marks is "." => AfterStop(context, left, right, index),
            '.' or '…' => leftKnown && rightKnown ? AfterDots : null,
            ')' => AfterBracket(context, left, rightWord, rightKnown),
            '"' => leftKnown && rightKnown ? 1.2 : null,
            _ => leftKnown && rightKnown ? 2.0 : null,
        };
    }

    private static double? AfterComma(ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool leftKnown, bool rightKnown)
    {
        if ((left.Length == 1 && right.Length <= 2) || right is "s")
        {
            return null;
        }

        return leftKnown || rightKnown || (char.IsUpper(left[0]) && char.IsUpper(right[0])) ? 2.5
            : left.Length > 2 && right.Length > 2 ? 1.2 : null;
    }

    // A stop before a capitalised word ends a sentence; with other stops around it abbreviates, and between names it may be code.
    private static double? AfterStop(TokenContext context, LetterRun left, LetterRun right, int index)
    {
        ReadOnlySpan<char> text = context.Text;
        var leftWord = left.Of(text);
        var rightWord = right.Of(text);
        var otherStops = text[context.Token.Start..left.Start].Contains('.') || text[right.End..context.Token.End].TrimEnd('.').Contains('.');
        if (index > 0 || otherStops || left.Length < 3 || !char.IsUpper(rightWord[0]) || !IsLower(rightWord[1..]))
        {
            return null;
        }

        var known = context.Find(rightWord);
        return IsLower(leftWord) ? AfterSmallWord(known, context.Find(leftWord), right.Length)
            : left.Length > 3 && IsLower(leftWord[1..]) && known.LogP > -5 && context.CapitalRatio(known) < 0.3 ? 1.2 : null;
    }

    // One of the two may be a name or a foreign word; of code both are known, or neither.
    private static double? AfterSmallWord(KnownWord right, KnownWord left, int length) =>
        left.IsKnown && right.IsKnown ? 2.0 : left.IsKnown && length > 3 ? NameAfterStop : right.LogP > FrequentAfterStop ? NameAfterStop : null;

    // "función(es)" and "f(x)" are one word each.
    private static double? AfterBracket(TokenContext context, LetterRun left, ReadOnlySpan<char> right, bool rightKnown)
    {
        var opening = context.Text.AsSpan(context.Token.Start, left.Start - context.Token.Start).LastIndexOf('(');
        if (opening > 0)
        {
            return null;
        }

        return context.IsFunctionWord(right) && opening < 0 ? 2.0 : right.Length > 2 && rightKnown && opening < 0 ? 1.5 : null;
    }

    private static double? BeforeOpening(TokenContext context, LetterRun left, LetterRun right, ReadOnlySpan<char> marks)
    {
        ReadOnlySpan<char> text = context.Text;
        if (marks.IsEmpty)
        {
            return null;
        }

        if (marks[0] != '(')
        {
            return marks[0] == '"' ? 1.5 : 2.5;
        }

        return BeforeBracket(context, left.Of(text), right.Of(text), text[right.End..context.Token.End].Contains(')'));
    }

    // "función(es)", "f(x)", "DATE(text)" are one word each; an acronym in brackets stands apart.
    private static double? BeforeBracket(TokenContext context, ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool closed)
    {
        if (left.Length < 3 || !IsLower(left[1..]))
        {
            return null;
        }

        var leftKnown = context.Find(left).IsKnown;
        var rightKnown = context.Find(right).IsKnown;
        return closed
            ? right.Length > 1 && !char.IsLower(right[^1]) && (leftKnown || right.Length > 2) ? 0.9
                : right.Length > 4 && leftKnown && rightKnown ? 0.6 : null
            : leftKnown && rightKnown ? 1.0
            : char.IsUpper(left[0]) && (rightKnown || char.IsUpper(right[0])) ? 0.6 : null;
    }

    private static bool IsLower(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (char.IsUpper(letter))
            {
                return false;
            }
        }

        return true;
    }
}
