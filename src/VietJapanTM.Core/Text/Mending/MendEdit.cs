namespace VietJapanTM.Text.Mending;

/// <summary>One change that mending made, placed in the text that came.</summary>
/// <param name="Offset">Where it is, in UTF-16 units of the original text.</param>
/// <param name="CodePointOffset">The same place in code points; a lone surrogate counts as one.</param>
/// <param name="Length">How many UTF-16 units of the original are taken out; 0 for an insertion.</param>
/// <param name="Inserted">What is put in; a space for a lost space.</param>
/// <param name="Kind">What it mends, a single kind.</param>
/// <param name="Confidence">How likely the change is right, 0 to 1, as measured on texts that lost spaces at random.</param>
public readonly record struct MendEdit(
    int Offset,
    int CodePointOffset,
    int Length,
    string Inserted,
    MendKind Kind,
    double Confidence);
