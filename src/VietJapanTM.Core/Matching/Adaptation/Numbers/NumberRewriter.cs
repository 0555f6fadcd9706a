using System.Globalization;
using VietJapanTM.Matching.Adaptation.Placeables;
using VietJapanTM.Text.Normalization;

namespace VietJapanTM.Matching.Adaptation.Numbers;

/// <summary>
/// Exchanges a number of a translation. Only where the old value is said exactly once in the stored source and exactly once in the
/// translation, in digits, and where no word around it can tell.
/// </summary>
internal static class NumberRewriter
{
    private static readonly string[] UnitLetters = ["km", "cm", "mm", "m", "kg", "mg", "g", "ha", "kw", "mw", "gw", "kwh", "mwh", "gwh", "hz", "khz", "mhz", "ghz", "mb", "gb", "tb"];

    /// <summary>The edit, or null where nothing is certain.</summary>
    public static TargetDraft? Rewrite(PlaceableText source, NumberPlaceable stored, PlaceableText query, NumberPlaceable asked, PlaceableText target)
    {
        if (NumberReader.ReadBoth(stored.Digits, asked.Digits, source.Language) is not { } readings
            || NumberConvention.Of(source.Language) != NumberConvention.Of(query.Language))
        {
            return null;
        }

        var change = new NumberChange(
            stored.Whole ?? (readings.First.Value * stored.Scale), asked.Whole ?? (readings.Second.Value * asked.Scale), readings.First, readings.Second, stored, asked);
        if (change.OldValue == change.NewValue || source.CountOf(change.OldValue) != 1 || target.CountOf(change.OldValue) != 1)
        {
            return null;
        }

        foreach (var place in target.Placeables.OfType<NumberPlaceable>())
        {
            if (ValueOf(place, target) == change.OldValue)
            {
                return IsFree(source, target, place, change) && Write(target, place, change) is { } text
                    ? new TargetDraft(TargetEditKind.Number, place.Start, place.End, WidthOf(target.Text, place, text))
                    : null;
            }
        }

        return null;
    }

    private static decimal? ValueOf(NumberPlaceable place, PlaceableText text) =>
        place.Whole ?? (NumberReader.Read(place.Digits, text.Language)?.Value * place.Scale);

    /// <summary>False where a word beside the number would have to change with it, or shows that it counts something else.</summary>
    private static bool IsFree(PlaceableText source, PlaceableText target, NumberPlaceable place, NumberChange change)
    {
        var after = target.WordAfter(place.End);
        var before = target.WordBefore(place.Start);
        var isGlued = place.End < target.Text.Length && char.IsLetter(target.Text[place.End]) && target.Text[place.End] < '\u2E80';
        if (isGlued && !UnitLetters.Contains(after))
        {
            return false;
        }

        var rest = target.Text.AsSpan(place.End);
        var isOrdinal = rest.StartsWith(".º") || rest.StartsWith(".ª") || rest.StartsWith("º") || rest.StartsWith("ª")
            || (target.Language.Primary == "vi" && before is "thứ" or "quý");
        var isHour = after is "am" or "pm" or "a" or "p" or "o" or "giờ" or "時" || before is "前" or "後";
        return !isOrdinal
            && !(isHour && DayParts.In(target.Text, target.Language) && !DayParts.In(source.Text, source.Language))
            && !(rest.StartsWith("つ") && change.NewValue is < 1 or > 9)
            && KeepsNumber(target, after, place, change);
    }

    /// <summary>Spanish and English count one thing in the singular and all else in the plural.</summary>
    private static bool KeepsNumber(PlaceableText target, string after, NumberPlaceable place, NumberChange change) =>
        target.Language.Primary is not ("es" or "en")
        || place.Scale != 1m
        || after is "%" || UnitLetters.Contains(after)
        || (change.OldValue == 1m) == (change.NewValue == 1m);

    private static string? Write(PlaceableText target, NumberPlaceable place, NumberChange change)
    {
        if (place.Whole is not null || (target.Language.Primary == "ja" && place.Scale != 1m))
        {
            return JapaneseNumber.Write(place, change.NewValue);
        }

        if (NumberReader.Read(place.Digits, target.Language) is not { } there)
        {
            return null;
        }

        if (there.HasLeadingZero || change.OldReading.HasLeadingZero || change.NewReading.HasLeadingZero)
        {
            return IsCopy(place, change) ? change.Asked.Digits : null;
        }

        var coefficient = change.NewValue / place.Scale;
        if (coefficient * place.Scale != change.NewValue || !ScaleHolds(target, place, there.Value, coefficient))
        {
            return null;
        }

        var (whole, fraction) = change.Asked.Whole is null && change.Asked.Scale == place.Scale ? (change.NewReading.Whole, change.NewReading.Fraction) : Parts(coefficient);
        if (fraction.Length > 3 && place.Scale != 1m)
        {
            return null;
        }

        var convention = there.ShowsConvention ? there.Convention : NumberConvention.Of(target.Language);
        var grouped = IsGrouped(there, change, whole);
        if (convention is null && (grouped || fraction.Length > 0))
        {
            return null;
        }

        if (!NeighbourAgreement.HoldsForNumber(target, place.Start, there.Whole, whole))
        {
            return null;
        }

        return (convention ?? NumberConvention.Point).Write(whole, fraction, grouped) + target.Text[place.DigitsEnd..place.End];
    }

    /// <summary>007 is copied where it stands as it is, and nowhere else.</summary>
    private static bool IsCopy(NumberPlaceable place, NumberChange change) =>
        place.Digits == change.Stored.Digits && place.Scale == 1m && change.Stored.Scale == 1m && change.Asked.Scale == 1m
        && !change.OldReading.ShowsConvention && !change.NewReading.ShowsConvention;

    /// <summary>A million stays a million: neither less than one of it nor so many that the next word would be used; nor one for several.</summary>
    private static bool ScaleHolds(PlaceableText target, NumberPlaceable place, decimal old, decimal coefficient)
    {
        if (place.Scale == 1m)
        {
            return true;
        }

        var limit = target.Language.Primary == "en" || place.Scale == 1_000m ? 1_000m : 1_000_000m;
        return coefficient >= 1m && coefficient < limit && (old == 1m) == (coefficient == 1m);
    }

    /// <summary>As the translation groups, where the old number is long enough to show; otherwise as the query does.</summary>
    private static bool IsGrouped(NumberReading there, NumberChange change, string whole) =>
        whole.Length > 3
        && (there.IsGrouped || (there.Whole.Length <= 3 && (change.NewReading.IsGrouped || change.Asked.Scale != 1m || change.Asked.Whole is not null)));

    private static (string Whole, string Fraction) Parts(decimal value)
    {
        var text = value.ToString("0.############################", CultureInfo.InvariantCulture).Split('.');
        return (text[0], text.Length > 1 ? text[1] : "");
    }

    /// <summary>Full-width where the old number was.</summary>
    private static string WidthOf(string text, NumberPlaceable place, string written) =>
        text[place.Start] is >= '０' and <= '９'
            ? string.Concat(written.Select(c => c is >= '!' and <= '~' ? (char)(c - '!' + '！') : c))
            : TextFolding.Compose(written);
}

/// <summary>One number for another.</summary>
/// <param name="OldValue">What the stored source says.</param>
/// <param name="NewValue">What the query says.</param>
/// <param name="OldReading">How the old digits are read.</param>
/// <param name="NewReading">How the new digits are read.</param>
/// <param name="Stored">The number in the stored source.</param>
/// <param name="Asked">The number in the query.</param>
internal sealed record NumberChange(
    decimal OldValue, decimal NewValue, NumberReading OldReading, NumberReading NewReading, NumberPlaceable Stored, NumberPlaceable Asked);
