namespace VietJapanTM.Cli.Input;

/// <summary>
/// U+FFFD in a file stands where an earlier program lost a character. The wire contract refuses it, because on the wire it would
/// hide bytes that are not UTF-8; in a file it is only a blemish, and one blemish must not stop a long command.
/// </summary>
internal static class LostCharacters
{
    private const char Mark = '\uFFFD';

    /// <summary>Has the text lost a character?</summary>
    public static bool In(string text) => text.Contains(Mark, StringComparison.Ordinal);

    /// <summary>The text with a space for each lost character, so that every offset stays.</summary>
    public static string AsSpaces(string text) => text.Replace(Mark, ' ');
}
