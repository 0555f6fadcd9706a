using System.Collections.Frozen;
using System.Text;

namespace VietJapanTM.Text.Normalization;

/// <summary>
/// Folds the two ways of placing a Vietnamese tone mark into one: <c>hòa</c> and <c>hoà</c>, <c>thúy</c> and <c>thuý</c> are
/// the same syllables. The tone itself stays: <c>hòa</c> is not <c>hóa</c>. Thread-safe.
/// </summary>
/// <remarks>
/// Which vowel of a syllable carries the tone mark never tells two syllables apart, so the folded form simply carries it on
/// the first letter of the group of vowels. It is a key for comparison, not a spelling to show. A group with more than one
/// tone mark is no Vietnamese syllable and stays as it is.
/// </remarks>
public static class TonePlacement
{
    private const string ToneMarks = "\u0300\u0301\u0303\u0309\u0323";
    private const string Vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";

    private static readonly FrozenDictionary<char, (char Vowel, int Tone)> Parts = MakeParts();
    private static readonly FrozenDictionary<(char Vowel, int Tone), char> Toned = Parts.ToFrozenDictionary(p => p.Value, p => p.Key);

    /// <summary>Moves each tone mark to the first vowel of its group. Expects composed text; leaves the length as it is.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        char[]? folded = null;
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            var toned = -1;
            var marks = 0;
            while (end < text.Length && Parts.TryGetValue(text[end], out var part))
            {
                if (part.Tone != 0)
                {
                    toned = end;
                    marks++;
                }

                end++;
            }

            if (marks == 1 && toned > at)
            {
                folded ??= text.ToCharArray();
                var (vowel, tone) = Parts[text[toned]];
                folded[toned] = vowel;
                folded[at] = Toned[(text[at], tone)];
            }

            at = Math.Max(end, at + 1);
        }

        return folded is null ? text : new string(folded);
    }

    private static FrozenDictionary<char, (char Vowel, int Tone)> MakeParts()
    {
        var parts = new Dictionary<char, (char, int)>();
        foreach (var vowel in Vowels)
        {
            parts[vowel] = (vowel, 0);
            for (var tone = 0; tone < ToneMarks.Length; tone++)
            {
                parts[string.Concat(vowel, ToneMarks[tone]).Normalize(NormalizationForm.FormC)[0]] = (vowel, tone + 1);
            }
        }

        return parts.ToFrozenDictionary();
    }
}
