namespace VietJapanTM.Text.Tokens;

/// <summary>What a token is made of.</summary>
public enum TokenKind
{
    /// <summary>Letters of an alphabet, with combining marks and digits inside; a Vietnamese syllable; a run of kana.</summary>
    Word,

    /// <summary>One CJK ideograph.</summary>
    Ideograph,

    /// <summary>Digits, with separators between digits: <c>500</c>, <c>3.5</c>, <c>1,234</c>.</summary>
    Number,

    /// <summary>One punctuation mark or symbol.</summary>
    Punctuation,
}

/// <summary>A slice of a text. White space belongs to no token.</summary>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="Length">UTF-16 length, 1 or more.</param>
/// <param name="Kind">What it is made of.</param>
public readonly record struct Token(int Start, int Length, TokenKind Kind)
{
    /// <summary>The offset after the token.</summary>
    public int End => Start + Length;

    /// <summary>The token's characters.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
