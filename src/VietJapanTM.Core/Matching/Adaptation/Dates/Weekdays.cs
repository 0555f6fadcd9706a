using VietJapanTM.Model;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Matching.Adaptation.Dates;

/// <summary>Names of the days of the week: a translation that adds one to a date cannot be given another date.</summary>
internal static class Weekdays
{
    /// <summary>True where a text names a day of the week.</summary>
    public static bool In(string text, IReadOnlyList<Token> tokens, LanguageTag language)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Of(text).ToString().ToLowerInvariant();
            var isWeekday = language.Primary switch
            {
                "es" => word is "lunes" or "martes" or "miércoles" or "jueves" or "viernes" or "sábado" or "domingo",
                "en" => word is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday",
                "vi" => word is "thứ" or "chủ" && i + 1 < tokens.Count,
                "ja" => word is "曜" || IsInBrackets(text, tokens[i], word),
                _ => false,
            };
            if (isWeekday)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>6月14日（日）.</summary>
    private static bool IsInBrackets(string text, Token token, string word) =>
        word is "月" or "火" or "水" or "木" or "金" or "土" or "日"
        && token.Start > 0 && text[token.Start - 1] is '(' or '（'
        && token.End < text.Length && text[token.End] is ')' or '）';
}
