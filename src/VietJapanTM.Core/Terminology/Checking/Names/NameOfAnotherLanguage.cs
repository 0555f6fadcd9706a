using VietJapanTM.Model;
using VietJapanTM.Text.Normalization;

namespace VietJapanTM.Terminology.Checking.Names;

/// <summary>
/// Names that a text writes with the accents that another language of the glossary gives them: <em>Nguyễn Phú Trọng</em> in English, where the
/// glossary has <em>Nguyen Phu Trong</em>. They are no fault, for they are the name's own spelling.
/// </summary>
internal static class NameOfAnotherLanguage
{
    /// <summary>Does a text hold a name of the concept as another language spells it, which but for its accents is a term of the text's language?</summary>
    public static bool StandsIn(string text, LanguageTag language, Concept concept)
    {
        var own = Names(CheckedTexts.ApprovedTerms(concept, language)).ToHashSet(StringComparer.Ordinal);
        var folded = own.Select(name => NameWord.Fold(name)).ToHashSet(StringComparer.Ordinal);
        return own.Count > 0 && concept.Languages
            .Where(section => section.Language.Primary != language.Primary)
            .SelectMany(section => Names(CheckedTexts.ApprovedTerms(concept, section.Language)))
            .Any(name => !own.Contains(name) && folded.Contains(NameWord.Fold(name)) && HoldsWords(TextFolding.Compose(text), TextFolding.Compose(name)));
    }

    private static IEnumerable<string> Names(IEnumerable<Term> terms) => terms.Where(t => t.PartOfSpeech == PartOfSpeech.ProperNoun).Select(t => t.Text);

    private static bool HoldsWords(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
