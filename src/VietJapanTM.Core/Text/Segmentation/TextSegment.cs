namespace VietJapanTM.Text.Segmentation;

/// <summary>
/// A segment as a slice of its text, without the white space around it. Slices are in order and do not overlap; what lies
/// between two of them is white space, so that slices and gaps together give the text back.
/// </summary>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="Length">UTF-16 length, 1 or more.</param>
/// <param name="Paragraph">Index of the paragraph, 0 or more: it grows where a line break ended the segment before.</param>
public readonly record struct TextSegment(int Start, int Length, int Paragraph)
{
    /// <summary>The offset after the segment.</summary>
    public int End => Start + Length;
}
