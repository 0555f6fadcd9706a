using System.Collections.Frozen;
using VietJapanTM.Model;
using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Terminology.Checking.Numbers;

/// <summary>VJT006: a number of the source that the target renders by another one.</summary>
internal sealed class NumberMismatch : ICheck
{
    /// <summary>With these in the text, numbers are rightly converted.</summary>
    private static readonly FrozenSet<string> ConvertedUnits = new[]
    {
        "feet", "foot", "ft", "inch", "inches", "mile", "miles", "mph", "pound", "pounds", "lb", "lbs", "ounce", "ounces", "oz", "acre", "acres", "yard",
        "yards", "gallon", "gallons", "fahrenheit", "pie", "pies", "pulgada", "pulgadas", "milla", "millas", "libra", "libras", "onza", "onzas", "acres",
        "yarda", "yardas", "galón", "galones", "dặm", "inch", "pound", "フィート", "インチ", "マイル", "マイルズ", "ポンド", "オンス", "エーカー", "ヤード", "ガロン", "華氏", "stone",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Degrees = new[] { "degree", "degrees", "grado", "grados", "độ", "度", "°" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> HourWords = new[]
    {
        "am", "pm", "a.m", "p.m", "hour", "hours", "hora", "horas", "tarde", "noche", "mañana", "madrugada", "giờ", "sáng", "chiều", "tối", "trưa", "p", "h", "a",
        "o'clock", "morning", "afternoon", "evening", "night", "時", "午後", "午前", "午",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public CheckRule Rule { get; } = new(
        "VJT006",
        "Number mismatch",
        "A number that the source writes with digits is rendered nowhere in the target, and the target has one that the source does not have. "
            + "Separators (1.234,5 and 1,234.5), multipliers (3 mil millones, 3 billion, 3 tỷ, 30億), spelled numbers, ordinals, month names, Roman figures, "
            + "Japanese years and the hours of two clocks count as equal. The rule keeps silent where units are converted (miles, feet, pounds, degrees), "
            + "about numbers inside words (G20), and about numbers that are only left out or only added.",
        RuleExample.Pair(LanguageTag.Spanish, "una ayuda de 3.000 millones de yenes", LanguageTag.English, "aid of 3 million yen"),
        RuleExample.Pair(LanguageTag.Spanish, "una ayuda de 3.000 millones de yenes", LanguageTag.English, "aid of 3 billion yen"),
        FindingSeverity.Warning);

    /// <inheritdoc/>
    public void Run(CheckedTexts texts, List<Finding> findings)
    {
        var segment = texts.Segment;
        if (!HasDigit(segment.Source) || !HasDigit(segment.Target)
            || !NumberWords.Know(segment.SourceLanguage.Primary) || !NumberWords.Know(segment.TargetLanguage.Primary)
            || Holds(segment.Source!, texts.SourceTokens, ConvertedUnits) || Holds(segment.Target, texts.TargetTokens, ConvertedUnits))
        {
            return;
        }

        var source = NumberReader.Read(segment.Source!, texts.SourceTokens, segment.SourceLanguage.Primary);
        var target = NumberReader.Read(segment.Target, texts.TargetTokens, segment.TargetLanguage.Primary);
        var withHours = Holds(segment.Source!, texts.SourceTokens, HourWords) || Holds(segment.Target, texts.TargetTokens, HourWords)
            || segment.Source!.Contains(':', StringComparison.Ordinal) || segment.Target.Contains(':', StringComparison.Ordinal);
        var lost = source.Written.Where(n => !target.Render(n, withHours)).ToList();
        var gained = target.Written.Where(n => !source.Render(n, withHours)).ToList();
        var hasDegrees = lost.Count > 0 && gained.Count > 0 && Holds(segment.Target, texts.TargetTokens, Degrees);
        for (var i = 0; i < Math.Min(lost.Count, gained.Count); i++)
        {
            if (hasDegrees && IsConverted(lost[i], gained[i]))
            {
                continue;
            }

            var expected = segment.Source![lost[i].Start..lost[i].End];
            var written = segment.Target[gained[i].Start..gained[i].End];
            var message = $"\"{written}\" stands in the target where the source has \"{expected}\". Compare the numbers.";
            if (texts.At(TextSide.Target, gained[i].Start, gained[i].End, Rule, message) is { } finding)
            {
                findings.Add(finding);
            }
        }
    }

    /// <summary>Celsius and Fahrenheit, to the degree.</summary>
    private static bool IsConverted(WrittenNumber one, WrittenNumber other) =>
        one.Values.Any(a => other.Values.Any(b => IsNear(a, b) || IsNear(b, a)));

    private static bool IsNear(decimal celsius, decimal fahrenheit) => Math.Abs(fahrenheit) < 200 && Math.Abs(celsius - ((fahrenheit - 32) / 1.8m)) < 1.5m;

    private static bool HasDigit(string? text)
    {
        foreach (var character in text ?? "")
        {
            if (char.IsDigit(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(string text, List<Token> tokens, FrozenSet<string> words)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var token in tokens)
        {
            if (lookup.Contains(token.Of(text)))
            {
                return true;
            }
        }

        return false;
    }
}
