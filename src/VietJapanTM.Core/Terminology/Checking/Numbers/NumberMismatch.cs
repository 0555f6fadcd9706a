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
        "A number that the source writes with digits is rendered nowhere in the target, and the target has one that the source does not have. Values are "
            + "compared, not digits: 47,6 millones is no 47.6 billion, and 50 triệu no 50. Separators (1.234,5 and 1,234.5), multipliers (3 mil millones, "
            + "3 billion, 3 tỷ, 30億), spelled numbers, ordinals, month names, Roman figures, Japanese years and the hours of two clocks count as equal. The month "
            + "of a date counts by its name too (30 de junio). The rule keeps silent where units are converted (miles, feet, pounds, degrees), about numbers inside words "
            + "(G20), where numbers are spelled in the source, and about numbers that are only left out, only added or only in another order.",
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

        var withHours = Holds(segment.Source!, texts.SourceTokens, HourWords) || Holds(segment.Target, texts.TargetTokens, HourWords)
            || segment.Source!.Contains(':', StringComparison.Ordinal) || segment.Target.Contains(':', StringComparison.Ordinal);
        var source = NumberReader.Read(segment.Source!, texts.SourceTokens, segment.SourceLanguage.Primary, withHours);
        var target = NumberReader.Read(segment.Target, texts.TargetTokens, segment.TargetLanguage.Primary, withHours);
        var lost = source.Written.Where(n => !target.Render(n, source, withHours) || IsOtherMonth(n, source, target)).ToList();
        var gained = target.Written.Where(n => !source.Render(n, target, withHours) || IsOtherMonth(n, target, source)).ToList();
        if (lost.Count == 0 || gained.Count == 0)
        {
            return;
        }

        var hasDegrees = Holds(segment.Target, texts.TargetTokens, Degrees);
        foreach (var (missing, added) in Comparable(lost, gained).OrderBy(p => p.Gained.Start))
        {
            if (hasDegrees && IsConverted(missing, added))
            {
                continue;
            }

            var expected = segment.Source![missing.Start..missing.End];
            var written = segment.Target[added.Start..added.End];
            var message = $"\"{written}\" stands in the target where the source has \"{expected}\". Compare the numbers.";
            if (texts.At(TextSide.Target, added.Start, added.End, Rule, message) is { } finding)
            {
                findings.Add(finding);
            }
        }
    }

    /// <summary>Months with months, and what else is in digits in order.</summary>
    private static IEnumerable<(WrittenNumber Lost, WrittenNumber Gained)> Comparable(List<WrittenNumber> lost, List<WrittenNumber> gained)
    {
        var months = lost.Where(IsMonth).Zip(gained.Where(IsMonth)).ToList();
        return months.Concat(lost.Where(n => IsOther(n, months.Select(m => m.First))).Zip(gained.Where(n => IsOther(n, months.Select(m => m.Second)))));
    }

    /// <summary>
    /// Where each text has as many months, a month is rendered by a month: in <em>9 de septiembre</em>, <em>9 November</em> the day renders nothing.
    /// </summary>
    private static bool IsOtherMonth(WrittenNumber number, TextNumbers own, TextNumbers other) =>
        IsMonth(number) && own.Written.Count(IsMonth) == other.Written.Count(IsMonth)
        && !other.Written.Any(n => IsMonth(n) && n.Values.Intersect(number.Values).Any());

    private static bool IsMonth(WrittenNumber number) => number.Kind != WrittenNumberKind.Quantity;

    private static bool IsOther(WrittenNumber number, IEnumerable<WrittenNumber> compared) =>
        number.Kind != WrittenNumberKind.NamedMonth && !compared.Any(c => c.Start == number.Start);

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
