using VietJapanTM.Matching.Adaptation.Placeables;

namespace VietJapanTM.Matching.Adaptation;

/// <summary>Words whose form depends on the sound with which the next word begins: English a and an, Spanish o and u, y and e.</summary>
internal static class NeighbourAgreement
{
    /// <summary>True where the word before keeps its form when a number takes another's place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the number begins.</param>
    /// <param name="oldDigits">The digits before the fraction that stand there.</param>
    /// <param name="newDigits">Those that shall stand there.</param>
    public static bool HoldsForNumber(PlaceableText text, int start, string oldDigits, string newDigits) =>
        (text.Language.Primary, text.WordBefore(start)) switch
        {
            ("en", "a" or "an") => EnglishVowel(oldDigits) is { } before && before == EnglishVowel(newDigits),
            ("es", "o" or "u") => SpanishVowel(oldDigits) == SpanishVowel(newDigits),
            _ => true,
        };

    /// <summary>True where the word before surely keeps its form when a term takes another's place.</summary>
    public static bool HoldsForWord(PlaceableText text, int start, string oldWord, string newWord) =>
        (text.Language.Primary, text.WordBefore(start)) switch
        {
            ("en", "a" or "an") or ("es", "o" or "u" or "y" or "e") => char.ToLowerInvariant(oldWord[0]) == char.ToLowerInvariant(newWord[0]),
            _ => true,
        };

    /// <summary>Eight, eleven and eighteen begin with a vowel. Four digits may be read as two pairs: then nothing is certain.</summary>
    private static bool? EnglishVowel(string digits) =>
        digits.Length == 4 && digits[..2] is "11" or "18" ? null : Leading(digits) is ['8', ..] or "11" or "18";

    /// <summary>Ocho, ochenta, ochocientos and once begin with an o.</summary>
    private static bool SpanishVowel(string digits) => Leading(digits) is ['8', ..] or "11";

    private static string Leading(string digits) => digits[..(((digits.Length - 1) % 3) + 1)];
}
