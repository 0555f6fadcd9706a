using System.Globalization;

namespace VietJapanTM.Exchange.Tmx;

/// <summary>Times of TMX: ISO 8601 in the basic form, UTC, <c>20020101T163812Z</c>.</summary>
internal static class TmxDate
{
    private const string Form = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Reads a time; false where it is of another form.</summary>
    public static bool TryParse(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text,
        Form,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowLeadingWhite | DateTimeStyles.AllowTrailingWhite,
        out time);

    /// <summary>Writes a time; parts of a second are cut.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);
}
