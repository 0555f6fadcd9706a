using System.Globalization;
using System.Text.RegularExpressions;
using VietJapanTM.Model;
using VietJapanTM.Text.Normalization;

namespace VietJapanTM.Matching.Adaptation.Dates;

/// <summary>Where a date stands in a text, and where each of its fields does.</summary>
/// <param name="Date">The date.</param>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="End">The offset after it.</param>
/// <param name="Year">Start and length of the year; length 0 where there is none.</param>
/// <param name="Month">Likewise for the month, a name or a number.</param>
/// <param name="Day">Likewise for the day.</param>
internal sealed record FoundDate(CalendarDate Date, int Start, int End, (int Start, int Length) Year, (int Start, int Length) Month, (int Start, int Length) Day);

/// <summary>
/// Finds dates in the usual forms of Spanish, English, Vietnamese and Japanese. Numeric dates are read day first in Spanish and Vietnamese and
/// year first in Japanese; in English, where day and month change places between countries, they are not read at all.
/// </summary>
internal static partial class DateFinder
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string SpanishMonth = "(?<m>enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)";
    private const string EnglishMonth = "(?<m>January|February|March|April|May|June|July|August|September|October|November|December)";
    private const string Year = "(?<y>[0-9]{4})";
    private const string Number = "[0-9]{1,2}";
    private const string Begin = @"(?<![\p{L}\p{N}]|\p{N}[.,:/])";
    private const string End = @"(?![\p{L}\p{N}]|[.,:/]\p{N})";

    /// <summary>The dates of a text, in order.</summary>
    public static List<FoundDate> Find(string text, LanguageTag language)
    {
        var pattern = language.Primary switch { "es" => Spanish(), "en" => English(), "vi" => Vietnamese(), "ja" => Japanese(), _ => null };
        var found = new List<FoundDate>();
        if (pattern is null)
        {
            return found;
        }

        // Full-width digits are as long as ordinary ones, so offsets stay.
        var folded = TextFolding.FoldWidth(text);
        if (folded.Length != text.Length)
        {
            return found;
        }

        foreach (Match match in pattern.Matches(folded))
        {
            if (Read(match) is { } date)
            {
                found.Add(new FoundDate(date, match.Index, match.Index + match.Length, Place(match, "y"), Place(match, "m"), Place(match, "d")));
            }
        }

        return found;
    }

    private static (int Start, int Length) Place(Match match, string group) => (match.Groups[group].Index, match.Groups[group].Length);

    private static CalendarDate? Read(Match match)
    {
        var name = match.Groups["m"].Value;
        var month = char.IsAsciiDigit(name[0]) ? int.Parse(name, CultureInfo.InvariantCulture) : MonthNames.Find(name);
        var date = new CalendarDate(Field(match, "y"), month, Field(match, "d"));
        return month is >= 1 and <= 12 && date.Day is null or (>= 1 and <= 31) ? date : null;
    }

    private static int? Field(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        $@"{Begin}(((?<d>{Number}) de )?{SpanishMonth}( del? (año )?{Year})?|(?<d>{Number})/(?<m>{Number})/{Year}){End}", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Spanish();

    [GeneratedRegex($@"{Begin}({EnglishMonth} (?<d>{Number})(,? {Year})?|((?<d>{Number}) )?{EnglishMonth}(,? {Year})?){End}", Options)]
    private static partial Regex English();

    [GeneratedRegex(
        $@"{Begin}((ngày (?<d>{Number}) )?tháng (?<m>{Number})((/| năm ){Year})?|(ngày )?(?<d>{Number})[/-](?<m>{Number})[/-]{Year}|ngày (?<d>{Number})[/-](?<m>{Number})){End}",
        Options | RegexOptions.IgnoreCase)]
    private static partial Regex Vietnamese();

    [GeneratedRegex($@"(?<!\p{{N}})(({Year}年)?(?<m>{Number})月((?<d>{Number})日)?|{Year}[/-](?<m>{Number})[/-](?<d>{Number})(?!\p{{N}}))", Options)]
    private static partial Regex Japanese();
}
