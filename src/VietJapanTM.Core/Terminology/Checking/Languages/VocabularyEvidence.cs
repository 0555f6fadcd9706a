using VietJapanTM.Model;
using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Terminology.Checking.Languages;

/// <summary>What the shipped vocabularies say of a text's language where its function words are too few to tell.</summary>
internal static class VocabularyEvidence
{
    /// <summary>log10 of the probability of a word that a vocabulary does not have.</summary>
    private const double Unknown = -8;

    /// <summary>How many powers of ten a word must on average be likelier in another language.</summary>
    private const double Margin = 1.5;

    /// <summary>Words of which that must hold at least, of a hundred.</summary>
    private const int Share = 75;

    private static readonly LanguageTag[] Languages = [LanguageTag.Spanish, LanguageTag.English, LanguageTag.Vietnamese];

    /// <summary>The language in which nearly all of the words are far likelier than in the given one, or null.</summary>
    /// <param name="words">Words in lower case.</param>
    /// <param name="than">The primary language subtag that the text should be in.</param>
    public static string? Likeliest(List<string> words, string than)
    {
        var own = Languages.Any(l => l.Primary == than) ? ShippedVocabularies.For(LanguageTag.Parse(than)) : null;
        foreach (var language in Languages.Where(l => l.Primary != than))
        {
            var other = ShippedVocabularies.For(language);
            var gains = words.ConvertAll(w => LogProbability(other, w) - LogProbability(own, w));
            if (gains.Average() >= Margin && gains.Count(g => g > 0) * 100 >= words.Count * Share)
            {
                return language.Primary;
            }
        }

        return null;
    }

    private static double LogProbability(LanguageVocabulary? vocabulary, string word) =>
        vocabulary is not null && vocabulary.Find(word) is >= 0 and var id ? Math.Max(Unknown, vocabulary.LogProbability(id)) : Unknown;
}
