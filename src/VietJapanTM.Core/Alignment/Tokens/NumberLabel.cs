using System.Globalization;

namespace VietJapanTM.Alignment.Tokens;

/// <summary>
/// The number that a sentence bears: <c>Artículo 2.</c>, <c>3) …</c>, <c>Điều 4.</c>, <c>第三条　…</c>. Such a number is never translated by another one, while
/// numbers elsewhere are rounded, spelt out and converted.
/// </summary>
internal static class NumberLabel
{
    /// <summary>Words before the number; one that stands later is no label.</summary>
    private const int MostWords = 1;
    private const int MostDigits = 3;
    private const string KanjiDigits = "〇一二三四五六七八九";

    /// <summary>The number, or 0 where a sentence bears none.</summary>
    public static int Of(ReadOnlySpan<char> sentence)
    {
        sentence = sentence.Trim();
        if (sentence is ['第', .. var ordinal] && Kanji(ordinal) is > 0 and var kanji)
        {
            return kanji;
        }

        var start = sentence.IndexOfAnyInRange('0', '9') is var ascii and >= 0 ? ascii : sentence.IndexOfAnyInRange('０', '９');
        if (start < 0 || Words(sentence[..start]) > MostWords)
        {
            return 0;
        }

        var (end, number) = (start, 0);
        while (end < sentence.Length && char.GetUnicodeCategory(sentence[end]) == UnicodeCategory.DecimalDigitNumber)
        {
            number = end - start < MostDigits ? (number * 10) + (int)char.GetNumericValue(sentence[end]) : 0;
            end++;
        }

        return end - start <= MostDigits && EndsLabel(sentence[end..]) ? number : 0;
    }

    private static int Words(ReadOnlySpan<char> text)
    {
        var words = 0;
        for (var k = 0; k < text.Length; k++)
        {
            words += !char.IsWhiteSpace(text[k]) && (k == 0 || char.IsWhiteSpace(text[k - 1])) ? 1 : 0;
        }

        return words;
    }

    /// <summary>What closes a label: its end, a bracket, or a stop that no further digit follows.</summary>
    private static bool EndsLabel(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || rest[0] is ')' or '）' or '条' or '章' or '節' || rest[0] is '．' || (rest[0] is '.' or ':' && (rest.Length == 1 || char.IsWhiteSpace(rest[1])));

    /// <summary>The number below a hundred that a text begins with, before what it counts; 0 where it begins with none.</summary>
    private static int Kanji(ReadOnlySpan<char> text)
    {
        var (tens, ones, at) = (0, 0, 0);
        for (; at < text.Length; at++)
        {
            if (text[at] == '十' && tens == 0)
            {
                (tens, ones) = (10 * Math.Max(1, ones), 0);
            }
            else if (KanjiDigits.IndexOf(text[at], StringComparison.Ordinal) is > 0 and var digit && ones == 0)
            {
                ones = digit;
            }
            else
            {
                break;
            }
        }

        return at < text.Length && text[at] is '条' or '章' or '節' ? tens + ones : 0;
    }
}
