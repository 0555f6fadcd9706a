using System.Text.RegularExpressions;

namespace VietJapanTM.Cli.Output;

/// <summary>Makes text fit a format in which a line is a record and a tab a border.</summary>
internal static partial class OneLine
{
    /// <summary>The text with line breaks and tabs, and the white space around them, turned into one space.</summary>
    public static string Of(string text) => text.AsSpan().ContainsAny('\n', '\r', '\t') ? Breaks().Replace(text, " ") : text;

    [GeneratedRegex(@"[^\S\n\r\t]*[\n\r\t]\s*")]
    private static partial Regex Breaks();
}
