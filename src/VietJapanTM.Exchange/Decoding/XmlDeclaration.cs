using System.Text.RegularExpressions;

namespace VietJapanTM.Exchange.Decoding;

/// <summary>Reads the encoding out of an XML declaration (XML 1.0, section 2.8).</summary>
internal static partial class XmlDeclaration
{
    /// <summary>The encoding's name, or null where none is declared.</summary>
    public static string? Encoding(string declaration)
    {
        var match = EncodingPattern().Match(declaration);
        return match.Success ? match.Groups[1].Value : null;
    }

    [GeneratedRegex("""\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex EncodingPattern();
}
