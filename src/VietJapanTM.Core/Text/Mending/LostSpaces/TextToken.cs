namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>A run of letters and their combining marks.</summary>
/// <param name="Start">Offset in the text, in UTF-16 units.</param>
/// <param name="End">The offset after it.</param>
internal readonly record struct LetterRun(int Start, int End)
{
    /// <summary>Length in UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>Its characters.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text[Start..End];
}

/// <summary>Everything between two pieces of white space.</summary>
/// <param name="Start">Offset in the text, in UTF-16 units.</param>
/// <param name="End">The offset after it.</param>
/// <param name="InsideQuotes">Whether a straight double quote is open where it begins; a line break closes all.</param>
internal readonly record struct TextToken(int Start, int End, bool InsideQuotes)
{
    /// <summary>Its characters.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text[Start..End];
}
