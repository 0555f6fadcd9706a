using System.Text.RegularExpressions;

namespace VietJapanTM.Exchange.Decoding;

/// <summary>Reads the character set out of the header of a PO file (GNU gettext manual, section 3.2).</summary>
internal static partial class PoHeader
{
    /// <summary>The character set's name, or null where none is declared; <c>CHARSET</c> is the blank of a template.</summary>
    public static string? Charset(string text)
    {
        var match = CharsetPattern().Match(text);
        return match.Success && match.Groups[1].Value != "CHARSET" ? match.Groups[1].Value : null;
    }

    [GeneratedRegex(@"Content-Type:[^""\n\r]*?;\s*charset=([A-Za-z][A-Za-z0-9._:-]*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CharsetPattern();
}
