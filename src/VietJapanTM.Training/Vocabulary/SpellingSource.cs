using System.Text;
using VietJapanTM.Text.Vocabulary;

namespace VietJapanTM.Training.Vocabulary;

/// <summary>
/// Where the valid spellings of a language come from: for Spanish and English a Hunspell dictionary with all its affixes applied,
/// for Vietnamese the rules of its syllables.
/// </summary>
internal static class SpellingSource
{
    /// <summary>The languages that have a source.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "es", "vi"];

    /// <summary>The spellings in lower case, in ordinal order.</summary>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    /// <param name="hunspell">The folder of the Hunspell dictionaries.</param>
    public static SortedDictionary<string, SpellingClass> Read(string language, string hunspell)
    {
        var spellings = new SortedDictionary<string, SpellingClass>(StringComparer.Ordinal);
        foreach (var form in language == "vi" ? VietnameseSyllables.All() : HunspellDictionary.Read(Path.Combine(hunspell, Name(language))).Forms())
        {
            var word = form.Normalize(NormalizationForm.FormC);
            var lower = word.ToLowerInvariant();

            // An acronym in capitals is no word that a text could be cut into.
            if (lower.All(char.IsLetter) && (word.Length == 1 || !char.IsUpper(word[^1])))
            {
                var kind = char.IsUpper(word[0]) ? SpellingClass.Name : SpellingClass.Common;
                spellings[lower] = spellings.GetValueOrDefault(lower) | kind;
            }
        }

        return spellings;
    }

    private static string Name(string language) => language == "es" ? "es_ES" : "en_US";
}
