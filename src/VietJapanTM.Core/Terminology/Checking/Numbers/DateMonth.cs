using System.Collections.Frozen;

namespace VietJapanTM.Terminology.Checking.Numbers;

/// <summary>
/// The month of a date. By its name only beside the digits of a day (<c>30 de junio</c>, <c>June 30</c>), because <em>mayo</em> and
/// <em>March</em> are words as well; in digits behind <em>tháng</em> and before 月.
/// </summary>
internal static class DateMonth
{
    private static readonly FrozenDictionary<string, int> Names = Table(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "january february march april may june july august september october november december");

    /// <summary>The month that the word at an index names, or null where it is no date.</summary>
    public static int? Named(NumberTokens tokens, int at) =>
        Names.TryGetValue($"{tokens.Language} {tokens.Lower(at)}", out var month) && IsBesideDay(tokens, at) ? month : null;

    /// <summary>True where the digits at an index are the month of a date with its day.</summary>
    public static bool IsDigits(NumberTokens tokens, int at) => tokens.Language switch
    {
        "vi" => (tokens.Of(at - 1) is "tháng" && IsDay(tokens, at - 2)) || (tokens.Of(at - 1) is "/" or "-" && IsDay(tokens, at - 2) && tokens.Of(at - 3) is "ngày" or "Ngày"),
        "ja" => tokens.Of(at + 1) is "月" && IsDay(tokens, at + 2) && tokens.Of(at + 3) is "日",
        "es" => tokens.Of(at - 1) is "/" && IsDay(tokens, at - 2) && tokens.Of(at - 3) is "el" or "El",
        _ => false,
    };

    private static bool IsBesideDay(NumberTokens tokens, int at) => tokens.Language == "es"
        ? tokens.Of(at - 1) is "de" && IsDay(tokens, at - 2)
        : char.IsUpper(tokens.Of(at)[0])
            && (IsDay(tokens, at + 1) || IsDay(tokens, at - 1) || (tokens.Of(at - 1) is "st" or "nd" or "rd" or "th" && IsDay(tokens, at - 2)));

    private static bool IsDay(NumberTokens tokens, int at) => tokens.IsNumber(at) && tokens.Digits(at).Values is [>= 1 and <= 31];

    private static FrozenDictionary<string, int> Table(string spanish, string english) =>
        spanish.Split(' ').Select((word, i) => (Key: $"es {word}", Month: i + 1))
            .Concat(english.Split(' ').Select((word, i) => (Key: $"en {word}", Month: i + 1)))
            .Append((Key: "es setiembre", Month: 9))
            .ToFrozenDictionary(m => m.Key, m => m.Month, StringComparer.Ordinal);
}
