namespace VietJapanTM.Model;

/// <summary>
/// Consecutive segments of one language beside the consecutive segments of another that say the same. Either side may be empty.
/// Source of the word: Brown, Lai and Mercer, Aligning sentences in parallel corpora, ACL 1991.
/// </summary>
/// <param name="SourceStart">Index of the first source segment; where the source side is empty, the index that follows.</param>
/// <param name="SourceCount">Segments on the source side; more than 4 only where their sentences interlock.</param>
/// <param name="TargetStart">Likewise for the target.</param>
/// <param name="TargetCount">Segments on the target side, likewise.</param>
/// <param name="Confidence">Calibrated probability that the bead is right, 0 to 1.</param>
/// <param name="Status">What a reviewer said of it.</param>
public readonly record struct Bead(
    int SourceStart,
    int SourceCount,
    int TargetStart,
    int TargetCount,
    double Confidence,
    BeadStatus Status = BeadStatus.Draft)
{
    /// <summary>True where one segment stands beside one.</summary>
    public bool IsOneToOne => SourceCount == 1 && TargetCount == 1;

    /// <summary>True where a side is empty.</summary>
    public bool IsOneSided => SourceCount == 0 || TargetCount == 0;
}

/// <summary>What a reviewer said of a bead.</summary>
public enum BeadStatus
{
    /// <summary>Nothing yet.</summary>
    Draft,

    /// <summary>Right.</summary>
    Confirmed,

    /// <summary>Wrong.</summary>
    Rejected,
}
