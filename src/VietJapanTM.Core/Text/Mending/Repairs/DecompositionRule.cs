using System.Text;

namespace VietJapanTM.Text.Mending.Repairs;

/// <summary>
/// Letters that came as a base and combining marks, as some systems write file names and some programs export text: <c>e</c> and U+0301.
/// They are composed (Unicode form C), a change for each word.
/// </summary>
internal static class DecompositionRule
{
    /// <summary>The changes, in order.</summary>
    public static List<Replacement> Find(string text)
    {
        var edits = new List<Replacement>();
        for (var at = 0; at < text.Length;)
        {
            var mark = text.AsSpan(at).IndexOfAnyInRange('\u0300', '\u036F');
            if (mark < 0)
            {
                break;
            }

            var (start, end) = Token(text, at, at + mark);
            if (Compose(text, start, end) is { } edit)
            {
                edits.Add(edit);
            }

            at = end;
        }

        return edits;
    }

    // Composition never crosses white space, but a mark that stands on a space is left where it is.
    private static (int Start, int End) Token(string text, int least, int mark)
    {
        var start = mark;
        while (start > least && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        var end = mark + 1;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return (start, end);
    }

    private static Replacement? Compose(string text, int start, int end)
    {
        var token = text[start..end];
        if (!IsWellFormed(token))
        {
            return null;
        }

        var composed = token.Normalize(NormalizationForm.FormC);
        if (composed == token)
        {
            return null;
        }

        var head = token.AsSpan().CommonPrefixLength(composed);
        var tail = 0;
        while (tail < Math.Min(token.Length, composed.Length) - head && token[^(tail + 1)] == composed[^(tail + 1)])
        {
            tail++;
        }

        return new Replacement(start + head, end - tail, composed[head..^tail], MendKind.Decomposed, 1);
    }

    private static bool IsWellFormed(string token)
    {
        foreach (var rune in token.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }
}
