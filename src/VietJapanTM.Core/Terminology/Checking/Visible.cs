using System.Globalization;
using System.Text;

namespace VietJapanTM.Terminology.Checking;

/// <summary>Shows what has no glyph.</summary>
internal static class Visible
{
    /// <summary>The text with control and format characters written as <c>\u202E</c>.</summary>
    public static string Of(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator)
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            }
            else
            {
                shown.Append(rune.ToString());
            }
        }

        return shown.ToString();
    }
}
