using VietJapanTM.Model;

namespace VietJapanTM.Matching.Adaptation.Numbers;

/// <summary>The words and characters that multiply the number before them.</summary>
internal static class NumberScale
{
    /// <summary>Reads the scale that the words after a number make; the longest, so that <c>mil millones</c> is a thousand million.</summary>
    /// <param name="words">The tokens after the number, in lower case, nearest first.</param>
    /// <param name="language">Their language.</param>
    /// <param name="count">How many words the scale takes; 0 where there is none.</param>
    /// <returns>The factor; 1 where there is none.</returns>
    public static decimal Read(IReadOnlyList<string> words, LanguageTag language, out int count)
    {
        count = 0;
        var scale = 1m;
        while (count < Math.Min(words.Count, 2) && Factor(words[count], language.Primary) is { } factor && (count == 0 || factor > scale))
        {
            scale *= factor;
            count++;
        }

        return scale;
    }

    /// <summary>The factor of the characters that stand directly after Japanese digits, or null.</summary>
    public static decimal? OfIdeograph(char ideograph) => ideograph switch
    {
        '千' => 1_000m,
        '万' => 10_000m,
        '億' => 100_000_000m,
        '兆' => 1_000_000_000_000m,
        _ => null,
    };

    private static decimal? Factor(string word, string language) => (language, word) switch
    {
        ("es", "mil") => 1_000m,
        ("es", "millón" or "millones") => 1_000_000m,
        ("es", "billón" or "billones") => 1_000_000_000_000m,
        ("en", "thousand") => 1_000m,
        ("en", "million") => 1_000_000m,
        ("en", "billion") => 1_000_000_000m,
        ("en", "trillion") => 1_000_000_000_000m,
        ("vi", "nghìn" or "ngàn") => 1_000m,
        ("vi", "triệu") => 1_000_000m,
        ("vi", "tỷ" or "tỉ") => 1_000_000_000m,
        _ => null,
    };
}
