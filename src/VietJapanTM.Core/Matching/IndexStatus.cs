using System.Collections.Immutable;

namespace VietJapanTM.Matching;

/// <summary>What an index is and holds at a moment.</summary>
public sealed record IndexStatus
{
    /// <summary>The newest revision whose changes are in it.</summary>
    public required long Revision { get; init; }

    /// <summary>The oldest revision that can be looked up as of.</summary>
    public required long Floor { get; init; }

    /// <summary>Variants in it, a row for each profile, those that have ended and are kept too.</summary>
    public required long Rows { get; init; }

    /// <summary>Chunks in memory and in files.</summary>
    public required int Chunks { get; init; }

    /// <summary>Bytes of its files.</summary>
    public required long FileBytes { get; init; }

    /// <summary>False while a damaged part is being rebuilt.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>What people should know, oldest first: files set aside, a full disk. The last 32.</summary>
    public required ImmutableArray<string> Notices { get; init; }
}
