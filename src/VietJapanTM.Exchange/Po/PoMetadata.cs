using System.Globalization;
using System.Text.RegularExpressions;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Po;

/// <summary>What the header of a PO file says.</summary>
/// <param name="header">The header's entry, or null.</param>
internal sealed partial class PoMetadata(PoEntry? header)
{
    private readonly string _text = header is { Translations.Count: > 0 } ? header.Translations.Values[0].Text : "";

    /// <summary>The number of plural forms, or null where the header does not say.</summary>
    public int? PluralForms =>
        PluralPattern().Match(_text) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var forms) ? forms : null;

    /// <summary>The language that a field names, or null.</summary>
    public LanguageTag? Language(string field)
    {
        foreach (var line in _text.Split('\n'))
        {
            if (line.StartsWith(field + ":", StringComparison.OrdinalIgnoreCase))
            {
                // gettext writes sr@latin and pt_BR.
                var code = line[(field.Length + 1)..].Trim().Split('@', '.')[0].Replace('_', '-');
                return LanguageTag.TryParse(code, out var language) ? language : null;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^Plural-Forms:\s*nplurals\s*=\s*(\d{1,4})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex PluralPattern();
}
