namespace VietJapanTM.Store;

/// <summary>What a change set did, by kind.</summary>
/// <param name="Units">To units.</param>
/// <param name="Documents">To documents.</param>
/// <param name="Concepts">To concepts.</param>
public sealed record ChangeCounts(KindCounts Units, KindCounts Documents, KindCounts Concepts);

/// <summary>How many things of one kind a change set made, changed and ended.</summary>
/// <param name="Created">Made, or made again after an end.</param>
/// <param name="Updated">Changed.</param>
/// <param name="Deleted">Ended.</param>
public readonly record struct KindCounts(long Created, long Updated, long Deleted);
