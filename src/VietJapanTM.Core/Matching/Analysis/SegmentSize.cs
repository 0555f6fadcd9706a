using System.Text;
using VietJapanTM.Model;
using VietJapanTM.Text.Normalization;

namespace VietJapanTM.Matching.Analysis;

/// <summary>How much text there is.</summary>
/// <param name="Segments">Segments.</param>
/// <param name="Words">
/// Runs between white space that hold a letter or a digit; in Vietnamese, which writes its syllables apart, these are syllables. Japanese
/// and Chinese have no such words and count 0: there the characters count.
/// </param>
/// <param name="Characters">Code points of Unicode form C without white space, punctuation included.</param>
public readonly record struct SegmentSize(long Segments, long Words, long Characters)
{
    /// <summary>The size of one segment.</summary>
    /// <param name="language">Its language.</param>
    /// <param name="text">The text without inline tags.</param>
    public static SegmentSize Of(LanguageTag language, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (words, characters) = (0L, 0L);
        var inWord = false;
        foreach (var rune in TextFolding.Compose(text).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                inWord = false;
                continue;
            }

            characters++;
            if (!inWord && Rune.IsLetterOrDigit(rune))
            {
                inWord = true;
                words++;
            }
        }

        return new SegmentSize(1, language.Primary is "ja" or "zh" ? 0 : words, characters);
    }

    /// <summary>Both together.</summary>
    public static SegmentSize operator +(SegmentSize a, SegmentSize b) =>
        new(a.Segments + b.Segments, a.Words + b.Words, a.Characters + b.Characters);
}
