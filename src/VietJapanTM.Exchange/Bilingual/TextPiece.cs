namespace VietJapanTM.Exchange.Bilingual;

/// <summary>A piece of a text and what stands for it in the file.</summary>
/// <param name="Start">UTF-16 offset in the text.</param>
/// <param name="Length">UTF-16 units in the text; 1 or more.</param>
/// <param name="RawStart">Offset in the file's characters.</param>
/// <param name="RawLength">Characters there. Equal to <paramref name="Length"/> where the piece stands as it is, else it is one escape.</param>
/// <param name="IsCopy">True where each character stands as it is.</param>
/// <param name="Form">How the piece is written.</param>
internal readonly record struct TextPiece(int Start, int Length, int RawStart, int RawLength, bool IsCopy, RawForm Form)
{
    /// <summary>Offset in the text behind the piece.</summary>
    public int End => Start + Length;

    /// <summary>Offset in the file behind the piece.</summary>
    public int RawEnd => RawStart + RawLength;

    /// <summary>Where what stands for the character at <paramref name="offset"/> begins in the file.</summary>
    public int RawStartOf(int offset) => IsCopy ? RawStart + offset - Start : RawStart;

    /// <summary>Where what stands for the character before <paramref name="offset"/> ends in the file.</summary>
    public int RawEndOf(int offset) => IsCopy ? RawStart + offset - Start : RawEnd;

    /// <summary>False in the middle of an escape.</summary>
    public bool CanBeginAt(int offset) => IsCopy || offset == Start;

    /// <summary>False in the middle of an escape.</summary>
    public bool CanEndAt(int offset) => IsCopy || offset == End;
}
