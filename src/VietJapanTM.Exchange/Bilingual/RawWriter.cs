using System.Globalization;
using System.Text;

namespace VietJapanTM.Exchange.Bilingual;

/// <summary>Writes words as a format wants them in a place.</summary>
internal static class RawWriter
{
    /// <summary>Characters that could begin or end something in Markdown.</summary>
    private const string MarkdownSigns = "\\`*_{}[]<>&|#~";

    /// <summary>The words as they are to stand in the file, or null where that place cannot hold them. A line break fits nowhere.</summary>
    public static string? TryWrite(string text, RawForm form)
    {
        if (text.Any(char.IsControl))
        {
            return null;
        }

        return form switch
        {
            RawForm.Cell => text.AsSpan().IndexOfAny("\t\",;|") < 0 ? text : null,
            RawForm.QuotedCell => text.Replace("\"", "\"\"", StringComparison.Ordinal),
            RawForm.Markup => Markup(text),
            RawForm.CharacterData => text.Contains("]]>", StringComparison.Ordinal) ? null : text,
            RawForm.JsonString or RawForm.PoString or RawForm.YamlDouble => Backslashed(text),
            RawForm.YamlPlain => text.AsSpan().IndexOfAny(":#,[]{}&*!|>'\"%@`") < 0 ? text : null,
            RawForm.YamlSingle => text.Replace("'", "''", StringComparison.Ordinal),
            RawForm.Markdown => text.AsSpan().IndexOfAny(MarkdownSigns) < 0 ? text : null,
            _ => text,
        };
    }

    private static string Markup(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Backslashed(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            written.Append(c is '"' or '\\' ? string.Create(CultureInfo.InvariantCulture, $"\\{c}") : c.ToString());
        }

        return written.ToString();
    }
}
