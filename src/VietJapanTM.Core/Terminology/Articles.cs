using VietJapanTM.Model;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Terminology;

/// <summary>The small words that may stand before a term that is looked up.</summary>
internal static class Articles
{
    /// <summary>True where <paramref name="text"/> holds nothing but articles, contracted prepositions and punctuation.</summary>
    public static bool Cover(ReadOnlySpan<char> text, LanguageTag language)
    {
        foreach (var token in Tokenizer.Tokenize(text))
        {
            if (token.Kind != TokenKind.Punctuation && !IsArticle(token.Of(text).ToString().ToLowerInvariant(), language))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where the text holds a letter or a digit.</summary>
    public static bool ContainsAnyLetterOrDigit(this ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (System.Text.Rune.IsLetterOrDigit(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsArticle(string word, LanguageTag language) => language.Primary switch
    {
        "es" => word is "el" or "la" or "los" or "las" or "lo" or "un" or "una" or "unos" or "unas" or "de" or "del" or "a" or "al",
        "en" => word is "the" or "a" or "an" or "of" or "to",
        "vi" => word is "các" or "những" or "một" or "của",
        _ => false,
    };
}
