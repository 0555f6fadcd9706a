using VietJapanTM.Model;

namespace VietJapanTM.Matching.Adaptation.Numbers;

/// <summary>
/// Decides what digits with points and commas mean. A language's own convention has the first word; the other one is taken only for what
/// the first cannot read. Where both could be meant, nothing is decided.
/// </summary>
internal static class NumberReader
{
    /// <summary>Every value that a token may have.</summary>
    public static IEnumerable<NumberReading> Readings(string digits, LanguageTag language)
    {
        var first = NumberConvention.Of(language) ?? NumberConvention.Point;
        if (first.Read(digits) is { } own)
        {
            yield return own;
        }

        if (first.Other.Read(digits) is { } other && other.ShowsConvention)
        {
            yield return other;
        }
    }

    /// <summary>What one token means, or null where that is open.</summary>
    public static NumberReading? Read(string digits, LanguageTag language)
    {
        var readings = Readings(digits, language).ToList();
        return readings.Count == 0 || (NumberConvention.Of(language) is null && readings.Select(r => r.Value).Distinct().Count() > 1)
            ? null
            : readings[0];
    }

    /// <summary>What two tokens of one author mean, who keeps to one convention; null where that is open.</summary>
    public static (NumberReading First, NumberReading Second)? ReadBoth(string first, string second, LanguageTag language)
    {
        if (Read(first, language) is not { } a || Read(second, language) is not { } b)
        {
            return null;
        }

        var isConsistent = !a.ShowsConvention || !b.ShowsConvention || a.Convention == b.Convention;
        return isConsistent ? (a, b) : null;
    }
}
