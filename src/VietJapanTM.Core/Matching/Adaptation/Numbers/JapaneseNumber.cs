using System.Globalization;
using System.Text;
using VietJapanTM.Matching.Adaptation.Placeables;

namespace VietJapanTM.Matching.Adaptation.Numbers;

/// <summary>Writes numbers as Japanese newspapers do: digits below ten thousand, then 万, 億 and 兆.</summary>
internal static class JapaneseNumber
{
    private static readonly (decimal Factor, char Ideograph)[] Scales = [(1_000_000_000_000m, '兆'), (100_000_000m, '億'), (10_000m, '万')];

    /// <summary>Writes a value in the manner of a number that stands in a text; null where that manner does not fit it.</summary>
    public static string? Write(NumberPlaceable like, decimal value)
    {
        if (like.Scale == 1_000m)
        {
            return null;
        }

        if (like.Whole is null && like.Digits.Contains('.', StringComparison.Ordinal))
        {
            return WithFraction(value, like.Scale);
        }

        if (value < 10_000m || value >= 10_000_000_000_000_000m || decimal.Truncate(value) != value)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var (factor, ideograph) in Scales)
        {
            var part = decimal.Truncate(value / factor);
            value -= part * factor;
            if (part > 0)
            {
                text.Append(part.ToString(CultureInfo.InvariantCulture)).Append(ideograph);
            }
        }

        return value > 0 ? text.Append(value.ToString("0", CultureInfo.InvariantCulture)).ToString() : text.ToString();
    }

    /// <summary>1.5億: one scale, with a fraction.</summary>
    private static string? WithFraction(decimal value, decimal scale)
    {
        var coefficient = value / scale;
        var text = coefficient.ToString("0.###", CultureInfo.InvariantCulture);
        return coefficient * scale == value && coefficient is >= 1m and < 10_000m && decimal.Parse(text, CultureInfo.InvariantCulture) == coefficient
            ? text + Scales.Single(s => s.Factor == scale).Ideograph
            : null;
    }
}
