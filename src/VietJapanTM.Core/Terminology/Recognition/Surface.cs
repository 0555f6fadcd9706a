using System.Globalization;
using System.Text;

namespace VietJapanTM.Terminology.Recognition;

/// <summary>
/// A token's characters with what never matters removed: normal form, East Asian width, characters without a shape of their own,
/// typographic quotes. Case and accents stay.
/// </summary>
internal static class Surface
{
    /// <summary>The surface of a token; the very span where there is nothing to fold.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> text, TermToken token)
    {
        var raw = text.Slice(token.Start, token.Length);
        return System.Text.Ascii.IsValid(raw) ? raw
            : token.Kind == TermTokenKind.Punctuation ? Mark(raw)
            : NeedsFolding(raw) ? Fold(raw)
            : raw;
    }

    private static bool NeedsFolding(ReadOnlySpan<char> raw)
    {
        foreach (var c in raw)
        {
            if (c is >= '\u0300' and <= '\u036F' or '\u3099' or '\u309A' or >= '\uFF00' and <= '\uFFEF' || IsShapeless(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsShapeless(char c) => c >= '\u00AD' && char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static string Fold(ReadOnlySpan<char> raw)
    {
        var kept = new StringBuilder(raw.Length);
        var wide = false;
        foreach (var c in raw)
        {
            wide |= c is >= '\uFF00' and <= '\uFFEF';
            if (!IsShapeless(c))
            {
                kept.Append(c);
            }
        }

        return kept.ToString().Normalize(wide ? NormalizationForm.FormKC : NormalizationForm.FormC);
    }

    private static ReadOnlySpan<char> Mark(ReadOnlySpan<char> raw) => raw[0] switch
    {
        '\u2018' or '\u2019' or '\u02BC' or '\uFF07' => "'",
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '\uFF02' => "\"",
        '\uFF65' => "・",
        '\u2010' or '\u2011' or '\u2013' or '\u2014' or '\u2212' => "-",
        >= '\uFF01' and <= '\uFF5E' => ((char)(raw[0] - 0xFEE0)).ToString(),
        _ => raw,
    };
}
