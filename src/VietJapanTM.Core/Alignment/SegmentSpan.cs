namespace VietJapanTM.Alignment;

/// <summary>Consecutive segments of one language.</summary>
/// <param name="Start">Index of the first; where the span is empty, the index that follows.</param>
/// <param name="Count">How many, 0 or more.</param>
public readonly record struct SegmentSpan(int Start, int Count)
{
    /// <summary>The index after the last segment.</summary>
    public int End => Start + Count;

    /// <summary>True where there is no segment.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>True where another span lies within this one.</summary>
    internal bool Holds(SegmentSpan other) => Start <= other.Start && other.End <= End;
}
