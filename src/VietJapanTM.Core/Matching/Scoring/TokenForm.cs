using System.Collections.Immutable;

namespace VietJapanTM.Matching.Scoring;

/// <summary>
/// What a token is compared by. Two tokens of one kind with equal <see cref="Fold"/> differ in nothing but cheap differences;
/// with equal <see cref="Text"/> in nothing.
/// </summary>
/// <param name="Kind">Word, Number, Punctuation or Invisible.</param>
/// <param name="Text">The token in its composed form.</param>
/// <param name="Fold">The coarsest form: every cheap difference folded away.</param>
/// <param name="Residues">
/// One entry for each of <see cref="CheapKinds"/>: the token with every cheap difference folded away but this one. Two tokens
/// of equal fold differ in this respect where these entries differ.
/// </param>
internal sealed record TokenForm(EditKind Kind, string Text, string Fold, ImmutableArray<string> Residues)
{
    /// <summary>The differences that leave a token the same token, in the order of <see cref="Residues"/>.</summary>
    public static ImmutableArray<EditKind> CheapKinds { get; } =
        [EditKind.Case, EditKind.Accent, EditKind.TonePlacement, EditKind.Width, EditKind.Invisible];
}

/// <summary>The white space before a token. Runs of white space are told apart by class, not by length.</summary>
internal enum Gap : byte
{
    /// <summary>The token begins its segment; equal to every other gap.</summary>
    Edge,

    /// <summary>None.</summary>
    None,

    /// <summary>One ordinary space.</summary>
    Space,

    /// <summary>One no-break space, narrow or not.</summary>
    NoBreak,

    /// <summary>Ideographic spaces.</summary>
    Wide,

    /// <summary>White space that breaks the line.</summary>
    Line,

    /// <summary>Anything else: several spaces, tabs, thin spaces.</summary>
    Other,
}

/// <summary>A token of a segment, ready for comparison.</summary>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="End">The offset after it.</param>
/// <param name="Gap">The white space before it.</param>
/// <param name="Form">What it is compared by.</param>
internal readonly record struct SegmentToken(int Start, int End, Gap Gap, TokenForm Form);
