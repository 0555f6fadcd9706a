using System.Globalization;
using VietJapanTM.Matching.Adaptation.Placeables;

namespace VietJapanTM.Matching.Adaptation.Dates;

/// <summary>Exchanges a date of a translation, field by field, in the form in which it stands there.</summary>
internal static class DateRewriter
{
    /// <summary>The edit, or null where nothing is certain.</summary>
    public static TargetDraft? Rewrite(PlaceableText source, DatePlaceable stored, DatePlaceable asked, PlaceableText target)
    {
        var (old, date) = (stored.Found.Date, asked.Found.Date);
        if (old.IsMonthAlone || !old.HasShapeOf(date) || CountOf(source, old) != 1 || CountOf(target, old) != 1
            || (Weekdays.In(target.Text, target.Tokens, target.Language) && !Weekdays.In(source.Text, source.Tokens, source.Language)))
        {
            return null;
        }

        var place = target.Placeables.OfType<DatePlaceable>().SingleOrDefault(d => d.Found.Date == old)?.Found;
        return place is null ? null : new TargetDraft(TargetEditKind.Date, place.Start, place.End, Write(target, place, date));
    }

    /// <summary>Dates that may be the same day count too: 14 June, and 14 June of a year.</summary>
    private static int CountOf(PlaceableText text, CalendarDate date) => text.Placeables.OfType<DatePlaceable>().Count(d =>
        Agrees(d.Found.Date.Year, date.Year) && d.Found.Date.Month == date.Month && Agrees(d.Found.Date.Day, date.Day));

    private static bool Agrees(int? first, int? second) => first is null || second is null || first == second;

    private static string Write(PlaceableText text, FoundDate place, CalendarDate date)
    {
        var written = text.Text[place.Start..place.End];
        (int Start, int Length, int? Value)[] fields =
            [(place.Year.Start, place.Year.Length, date.Year), (place.Month.Start, place.Month.Length, date.Month), (place.Day.Start, place.Day.Length, date.Day)];
        foreach (var (start, length, value) in fields.Where(f => f.Length > 0).OrderByDescending(f => f.Start))
        {
            var from = start - place.Start;
            var field = written.Substring(from, length);
            written = value is { } number ? written[..from] + Field(field, number, text.Language.Primary) + written[(from + length)..] : written;
        }

        return written;
    }

    private static string Field(string old, int value, string language)
    {
        if (char.IsLetter(old[0]))
        {
            var name = (language == "en" ? MonthNames.English : MonthNames.Spanish)[value - 1];
            return char.IsUpper(old[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : name;
        }

        var isWide = old[0] is >= '０' and <= '９';
        var hasZero = old[0] is '0' or '０';
        var digits = value.ToString(hasZero ? "00" : "0", CultureInfo.InvariantCulture);
        return isWide ? string.Concat(digits.Select(d => (char)(d - '0' + '０'))) : digits;
    }
}
