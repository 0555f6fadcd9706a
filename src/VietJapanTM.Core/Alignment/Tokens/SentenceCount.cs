namespace VietJapanTM.Alignment.Tokens;

/// <summary>
/// How many sentences end in a segment, by its marks alone and the same for every language: translators seldom join or part
/// sentences, so a bead whose sides differ in it has probably swallowed something. A segment that breaks off at a comma ends
/// none; a heading without a mark ends one.
/// </summary>
internal static class SentenceCount
{
    private const int ShortWord = 3;

    /// <summary>The number of ends, 0 or more.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        var ends = 0;
        for (var k = 0; k + 1 < text.Length; k++)
        {
            if (text[k] is '。' or '！' or '？' ? !IsClosing(text[k + 1]) : text[k] is '.' or '!' or '?' or '…' && EndsBefore(text, k))
            {
                ends++;
            }
        }

        return text.IsEmpty || text[^1] is ',' or '、' or '，' or ';' or '–' or '—' or '-' ? ends : ends + 1;
    }

    /// <summary>True where a mark within Latin text ends a sentence: after a word, before a space and a beginning.</summary>
    private static bool EndsBefore(ReadOnlySpan<char> text, int mark)
    {
        var next = mark + 1;
        while (next < text.Length && IsClosing(text[next]))
        {
            next++;
        }

        if (next + 1 >= text.Length || !char.IsWhiteSpace(text[next]) || char.IsLower(text[next + 1]))
        {
            return false;
        }

        // A full stop after a short word with a capital is an abbreviation or an initial more often than not.
        var start = mark;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[mark] != '.' || mark - start > ShortWord || mark == start || !char.IsUpper(text[start]);
    }

    private static bool IsClosing(char c) => c is '"' or '”' or '’' or '\'' or '»' or ')' or '」' or '』' or '）' or '.';
}
