namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>
/// Tells an opening straight quote from a closing one: by the white space beside it, and where that has been lost by the quotes
/// before it.
/// </summary>
internal static class QuoteState
{
    /// <summary>Whether the text is inside quotes after the straight double quote at <paramref name="at"/>.</summary>
    public static bool After(ReadOnlySpan<char> text, int at, bool inside)
    {
        var openBefore = at == 0 || char.IsWhiteSpace(text[at - 1]) || "([¿¡«“".Contains(text[at - 1], StringComparison.Ordinal);
        var openAfter = at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]) || ",;:.)]!?»”".Contains(text[at + 1], StringComparison.Ordinal);
        return openBefore == openAfter ? !inside : openBefore;
    }
}
