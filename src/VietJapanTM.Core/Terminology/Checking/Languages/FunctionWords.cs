using System.Collections.Frozen;
using System.Text;
using VietJapanTM.Text.Normalization;

namespace VietJapanTM.Terminology.Checking.Languages;

/// <summary>
/// The commonest words of each language that say nothing but which language it is. A word that two of the languages share (<c>a</c>,
/// <c>no</c>, <c>me</c>) stands in none of the lists.
/// </summary>
internal static class FunctionWords
{
    private static readonly FrozenDictionary<string, string> Languages = Table(
        ("es", """
            el la los las un una unos unas del al de en y que por con para su sus se lo como más pero este esta estos estas ese esa eso
            entre cuando muy sin sobre también ya hasta hay donde quien desde todo todos nos durante ni contra otros fue ser son era está
            están ha han había le les e o si sí según aunque porque qué cual cuyo
            """),
        ("en", """
            the of and to in is that it was for on are as with his they at be this from have or by one had not but what all were when we there
            can an your which their said if will each about how up out them then she many some so these would other into has more her two him
            see time could make than been who its now did get come may after also should while where
            """),
        ("vi", """
            và của là có được cho với không một các những trong đã này đó khi người để từ đến về cũng như nhưng tại vào sẽ đang thì mà ra lại
            còn nhiều nên rất hơn vì theo nếu sau trên bị ông bà họ chúng tôi ở việc năm
            """));

    // The longest of them, with its tones apart.
    private const int Longest = 16;

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Languages.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The language that a word, in whatever case, is typical of, or null.</summary>
    public static string? LanguageOf(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
        {
            return null;
        }

        // Composition makes three characters of one at most.
        Span<char> lower = stackalloc char[3 * Longest];
        var composed = Ascii.IsValid(word) ? word : TextFolding.Compose(word.ToString());
        return BySpan.TryGetValue(lower[..composed.ToLowerInvariant(lower)], out var language) ? language : null;
    }

    private static FrozenDictionary<string, string> Table(params (string Language, string Words)[] lists) =>
        lists.SelectMany(l => l.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => (l.Language, Word: w)))
            .GroupBy(w => w.Word, StringComparer.Ordinal)
            .Where(g => g.Count() == 1)
            .ToFrozenDictionary(g => g.Key, g => g.First().Language, StringComparer.Ordinal);
}
