namespace VietJapanTM.Text.Mending;

/// <summary>One change that mending made, placed in the text that came.</summary>
/// <param name="Span">What of the original text is taken out; empty for an insertion, which goes in at its start.</param>
/// <param name="Inserted">What is put in; a space for a lost space.</param>
/// <param name="Kind">What it mends, a single kind.</param>
/// <param name="Confidence">How likely the change is right, 0 to 1, as measured on texts that lost spaces at random.</param>
public readonly record struct MendEdit(TextSpan Span, string Inserted, MendKind Kind, double Confidence)
{
    /// <summary>Where the change is, in UTF-16 units of the original text.</summary>
    public int Offset => Span.StartUtf16;

    /// <summary>The same place in code points; a lone surrogate counts as one.</summary>
    public int CodePointOffset => Span.StartCodePoint;

    /// <summary>How many UTF-16 units of the original are taken out; 0 for an insertion.</summary>
    public int Length => Span.EndUtf16 - Span.StartUtf16;
}
