using System.Globalization;

namespace VietJapanTM.Cli.Lookups;

/// <summary>Whole numbers inside option values.</summary>
internal static class Number
{
    /// <summary>Reads a number; false where it is none.</summary>
    public static bool TryParse(string text, out int number) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
