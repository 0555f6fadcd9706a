namespace VietJapanTM.Text.Mending.Repairs;

/// <summary>
/// The byte that a character stands for in Windows-1252, for the upper half. The five bytes that the code page leaves undefined come
/// through as control characters, as browsers and most programs show them (WHATWG Encoding Standard, index windows-1252).
/// </summary>
internal static class Windows1252
{
    private const string FromByte80 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The byte, or 0 where no byte of the upper half shows as this character.</summary>
    public static byte ToByte(char c)
    {
        if (c is >= '\u0080' and <= '\u00FF')
        {
            // A control character is the byte itself, whether the code page leaves it undefined or the text was read as Latin-1.
            return (byte)c;
        }

        var index = FromByte80.IndexOf(c, StringComparison.Ordinal);
        return index < 0 ? (byte)0 : (byte)(0x80 + index);
    }

    /// <summary>The character that a byte of the upper half shows as.</summary>
    public static char ToChar(byte value) => value is >= 0x80 and <= 0x9F ? FromByte80[value - 0x80] : (char)value;
}
