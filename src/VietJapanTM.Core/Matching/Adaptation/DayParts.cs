using System.Text.RegularExpressions;
using VietJapanTM.Model;

namespace VietJapanTM.Matching.Adaptation;

/// <summary>Words for the part of the day, with which the hour beside them must agree.</summary>
internal static partial class DayParts
{
    /// <summary>True where a text says in which part of the day something is.</summary>
    public static bool In(string text, LanguageTag language) => language.Primary switch
    {
        "es" => Spanish().IsMatch(text),
        "en" => English().IsMatch(text),
        "vi" => Vietnamese().IsMatch(text),
        "ja" => text.AsSpan().IndexOfAny("午朝夜夕昼晩") >= 0,
        _ => true,
    };

    [GeneratedRegex(@"\b(mañana|tarde|noche|madrugada|mediodía|medianoche|[ap]\. ?m\b|[ap]m\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Spanish();

    [GeneratedRegex(@"\b(morning|afternoon|evening|night|noon|midnight|tonight|dawn)\b|(?<!\p{L})[ap]\.? ?m\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(sáng|chiều|tối|trưa|đêm|khuya)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Vietnamese();
}
