using System.Collections.Frozen;
using VietJapanTM.Terminology.Checking.Languages;

namespace VietJapanTM.Terminology.Extraction;

/// <summary>Which words of a language a candidate may hold, and where.</summary>
internal static class CandidateRules
{
    private static readonly FrozenSet<string> Links = new[] { "de", "del", "para", "y", "of", "for", "and" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Articles = new[] { "la", "las", "los", "el", "the" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Function words that the lists for telling languages leave out, because two languages share them, and the commonest verbs.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> Edges = new Dictionary<string, string>
    {
        ["es"] = "a no me te mi tu he ni él ella ellos ellas usted ante bajo tras mediante dijo dice hace hizo hacer puede pueden debe deben tiene tienen tener estar sido así además mientras cada otro otra otras mismo misma tanto tan hoy ayer donde ambos ambas dos tres",
        ["en"] = "a i me no my our us you he she any own very too most only just than between during through against under over again both each few such same said says say like new first two three last year years day days people way also being having does did",
        ["vi"] = "hai ba các sự cuộc việc điều rằng khi nào thế như bởi do qua giữa trước lên xuống gì ai đâu sao chỉ vẫn đều cùng đến hãy đừng chưa phải cần muốn nói biết thấy làm đi con cái chiếc năm ngày tháng anh chị em cô mình nó hoặc hay ngoài tới nhằm",
        ["ja"] = "",
    }.ToFrozenDictionary(p => p.Key, p => p.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Is this a word of the language that says nothing by itself? No candidate begins or ends with it.</summary>
    public static bool IsFunctionWord(string word, string language) =>
        FunctionWords.LanguageOf(word) == language
        || (Edges.TryGetValue(language, out var words) && words.Contains(word))
        || (word.Length == 1 && word[0] < '\u3000');

    /// <summary>May a function word stand inside a candidate: <c>cadena de suministro</c>, <c>Ministerio de la Paz</c>?</summary>
    /// <param name="word">The word.</param>
    /// <param name="before">The word before it, or an empty string.</param>
    /// <param name="language">Their language.</param>
    public static bool IsLink(string word, string before, string language) =>
        language is "es" or "en" && (Links.Contains(word) || (Articles.Contains(word) && Links.Contains(before)));

    /// <summary>Is this one of the words that only join others?</summary>
    public static bool IsLink(string word) => Links.Contains(word) || Articles.Contains(word);
}
