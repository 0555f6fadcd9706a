namespace VietJapanTM.Alignment.Tokens;

/// <summary>
/// Where sentences end within a segment, by its marks alone and the same for every language. What merged two sentences, or dropped
/// one of two, becomes visible where each is aligned by itself; a mark that is mistaken for an end does little harm, because beads
/// may hold several sentences. <see cref="VietJapanTM.Text.Segmentation"/> knows more, and costs more.
/// </summary>
internal static class SentenceEnds
{
    private const int ShortWord = 2;

    /// <summary>Titles, months and the like of three letters; other words of three letters end sentences more often.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = new HashSet<string>(
        [
            "Mrs", "Sen", "Rep", "Gov", "Gen", "Col", "Maj", "Sgt", "Cpl", "Rev", "Hon", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
            "Oct", "Nov", "Dec", "Inc", "Ltd", "Fig", "Vol", "Art", "Cap", "Ave", "Sra", "Srs", "Dña", "Lic", "Ing", "Dir", "Ene", "Abr", "Ago",
            "Dic", "Núm", "Pág", "Mme", "Str", "Abs",
        ],
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Appends the offset after each sentence but the last, the closing marks included.</summary>
    /// <param name="text">A segment.</param>
    /// <param name="ends">Receives the offsets, rising.</param>
    public static void Find(ReadOnlySpan<char> text, List<int> ends)
    {
        var last = text.TrimEnd().Length;
        for (var k = 0; k < last; k++)
        {
            if (text[k] is '。' or '！' or '？' ? k + 1 < last && !IsClosing(text[k + 1]) : text[k] is '.' or '!' or '?' or '…' && EndsBefore(text[..last], k))
            {
                k = AfterClosing(text[..last], k + 1) - 1;
                ends.Add(k + 1);
            }
        }
    }

    /// <summary>How a part ends that holds one sentence or a piece of one.</summary>
    public static SentenceEnding Of(ReadOnlySpan<char> part)
    {
        part = part.TrimEnd();
        return part.IsEmpty ? SentenceEnding.None
            : part[^1] is ',' or '、' or '，' or '–' or '—' or '-' || IsOpen(part) ? SentenceEnding.Break
            : part[^1] is ';' or '；' ? SentenceEnding.Semicolon
            : part[^1] is ':' or '：' ? SentenceEnding.Colon
            : SentenceEnding.Stop;
    }

    /// <summary>True where a bracket stays open, as where a cut mistook the stop of an abbreviation for an end.</summary>
    private static bool IsOpen(ReadOnlySpan<char> part) => part.LastIndexOfAny("()（）") is >= 0 and var last && part[last] is '(' or '（';

    /// <summary>True where a mark within Latin text ends a sentence: after a word, before a space and a beginning.</summary>
    private static bool EndsBefore(ReadOnlySpan<char> text, int mark)
    {
        var next = AfterClosing(text, mark + 1);
        if (next + 1 >= text.Length || !char.IsWhiteSpace(text[next]) || char.IsLower(text[next + 1]))
        {
            return false;
        }

        // A full stop after a short word with a capital is an abbreviation or an initial more often than not, but II, IV and XX are numbers.
        var start = mark;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        var word = text[start..mark];
        return text[mark] != '.' || word.IsEmpty || !char.IsUpper(word[0]) || (word.Length > ShortWord && !Abbreviations.Contains(word)) || IsRoman(word);
    }

    private static bool IsRoman(ReadOnlySpan<char> word) => word.Length > 1 && !word.ContainsAnyExcept("IVX");

    private static int AfterClosing(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && IsClosing(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsClosing(char c) => c is '"' or '”' or '’' or '\'' or '»' or ')' or '」' or '』' or '）' or '.';
}
