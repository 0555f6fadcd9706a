namespace VietJapanTM.Terminology.Recognition;

/// <summary>What a token is made of, finer than the tokeniser's kinds where Japanese needs it.</summary>
internal enum TermTokenKind : byte
{
    /// <summary>Letters of an alphabet; a Vietnamese syllable.</summary>
    Word,

    /// <summary>A run of katakana.</summary>
    Katakana,

    /// <summary>One hiragana letter: runs are cut up, because a particle that follows a term joins its run.</summary>
    Hiragana,

    /// <summary>One ideograph.</summary>
    Ideograph,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A punctuation mark or symbol.</summary>
    Punctuation,
}

/// <summary>A token as the recogniser sees it; hyphens between words are not tokens but a mark on the next one.</summary>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="Length">UTF-16 length.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="HyphenBefore">A hyphen joins it to the token before.</param>
internal readonly record struct TermToken(int Start, int Length, TermTokenKind Kind, bool HyphenBefore)
{
    /// <summary>The offset after the token.</summary>
    public int End => Start + Length;
}
