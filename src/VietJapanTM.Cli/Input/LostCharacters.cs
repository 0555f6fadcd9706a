namespace VietJapanTM.Cli.Input;

/// <summary>
/// U+FFFD in a file stands where an earlier program lost a character; U+0000 and half a surrogate pair, which catalogues can hold as
/// escapes, are no characters either. The wire contract refuses them, because on the wire they would hide bytes that are not UTF-8;
/// in a file they are only a blemish, and one blemish must not stop a long command.
/// </summary>
internal static class LostCharacters
{
    private const char Mark = '\uFFFD';

    /// <summary>Has the text lost a character?</summary>
    public static bool In(string text) => IndexIn(text) >= 0;

    /// <summary>UTF-16 offset of the first lost character, or -1.</summary>
    public static int IndexIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsLost(text, i))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The text with a space for each lost character, so that every offset stays.</summary>
    public static string AsSpaces(string text) =>
        In(text) ? string.Create(text.Length, text, (mended, original) =>
        {
            for (var i = 0; i < mended.Length; i++)
            {
                mended[i] = IsLost(original, i) ? ' ' : original[i];
            }
        }) : text;

    private static bool IsLost(string text, int i) => text[i] switch
    {
        Mark or '\0' => true,
        var c when char.IsHighSurrogate(c) => i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1]),
        var c when char.IsLowSurrogate(c) => i == 0 || !char.IsHighSurrogate(text[i - 1]),
        _ => false,
    };
}
