using VietJapanTM.Text;

namespace VietJapanTM.Matching.Scoring;

/// <summary>What an edit changes. The kinds after <see cref="Punctuation"/> leave the word the same word.</summary>
public enum EditKind
{
    /// <summary>A word, a Vietnamese syllable, an ideograph, or a run of kana.</summary>
    Word,

    /// <summary>A number; cheap where another number takes its place.</summary>
    Number,

    /// <summary>A punctuation mark or a symbol.</summary>
    Punctuation,

    /// <summary>Upper and lower case.</summary>
    Case,

    /// <summary>The accent of a Spanish vowel.</summary>
    Accent,

    /// <summary>The letter that carries a Vietnamese tone mark: <c>hòa</c>, <c>hoà</c>.</summary>
    TonePlacement,

    /// <summary>Full-width and half-width forms.</summary>
    Width,

    /// <summary>Characters without a glyph: soft hyphens, joiners, direction marks.</summary>
    Invisible,

    /// <summary>The white space before a token.</summary>
    WhiteSpace,
}

/// <summary>What an edit does to the stored text to make the query of it.</summary>
public enum EditAction
{
    /// <summary>The query has something that the stored text lacks.</summary>
    Insert,

    /// <summary>The stored text has something that the query lacks.</summary>
    Delete,

    /// <summary>The query has another form of it.</summary>
    Replace,
}

/// <summary>One edit on the way from the stored text to the query.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Kind">What it changes.</param>
/// <param name="Cost">What it costs, in hundredths of a word.</param>
/// <param name="Query">Its place in the query; empty for a deletion.</param>
/// <param name="Source">Its place in the stored text; empty for an insertion.</param>
public readonly record struct EditOperation(EditAction Action, EditKind Kind, int Cost, TextSpan Query, TextSpan Source);
