namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// Names that no term covers, beside a term: <em>Premier</em> League, <em>Thủ tướng</em> Theresa May, メルケル<em>首相</em>. In Latin
/// letters a capitalised word that follows after one space; in Japanese a run of katakana that the term is written on to.
/// </summary>
internal static class UnknownNames
{
    /// <summary>True where such a name stands directly beside an occurrence.</summary>
    public static bool StandBeside(List<TermOccurrence> occurrences, int i, string text)
    {
        var span = occurrences[i].Span;
        return IsLatinNameAt(text, span.EndUtf16 + 1) && text[span.EndUtf16] is ' ' or '\u00A0'
            ? !IsCapitals(occurrences[i].Text) && !Any(occurrences, i, 1, o => o.Span.StartUtf16 == span.EndUtf16 + 1)
            : IsKatakanaBefore(text, span.StartUtf16) && !Any(occurrences, i, -1, o => o.Span.EndUtf16 == span.StartUtf16);
    }

    private static bool IsLatinNameAt(string text, int at) =>
        at + 1 < text.Length && char.IsUpper(text[at]) && char.IsLower(text[at + 1]);

    private static bool IsKatakanaBefore(string text, int at) => at > 0 && text[at - 1] is >= '\u30A1' and <= '\u30FF' or >= '\uFF66' and <= '\uFF9F';

    // In a headline every word looks like a name.
    private static bool IsCapitals(string words) => !words.Any(char.IsLower) && words.Any(char.IsUpper);

    // Occurrences are ordered by start; nested ones make the neighbour stand a few places off.
    private static bool Any(List<TermOccurrence> occurrences, int i, int step, Func<TermOccurrence, bool> holds)
    {
        const int near = 8;
        for (var n = 1; n <= near; n++)
        {
            var at = i + (n * step);
            if (at < 0 || at >= occurrences.Count)
            {
                return false;
            }

            if (holds(occurrences[at]))
            {
                return true;
            }
        }

        return false;
    }
}
