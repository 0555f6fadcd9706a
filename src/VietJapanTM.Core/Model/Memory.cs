using System.Collections.Immutable;

namespace VietJapanTM.Model;

/// <summary>A named set of units (a translation memory). Immutable.</summary>
public sealed record Memory
{
    /// <summary>Identifies the memory within its tenant: 1 to 63 of <c>a–z 0–9 -</c>, a letter first.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>The languages that the memory is meant for; empty for any.</summary>
    public ImmutableArray<LanguageTag> Languages { get; init; } = [];

    /// <summary>Hits of a memory with a higher priority come first at equal match rate. Default 0.</summary>
    public int Priority { get; init; }

    /// <summary>Taken off the match rate of every hit, 0 to 100. Default 0.</summary>
    public int Penalty { get; init; }

    /// <summary>What may be done with its units. Default: everything.</summary>
    public MemoryAccess Access { get; init; }

    /// <summary>When the memory was made.</summary>
    public DateTimeOffset CreateTime { get; init; }

    /// <summary>The revision that made this version; 0 until stored.</summary>
    public long Revision { get; init; }
}

/// <summary>What may be done with the units of a memory.</summary>
public enum MemoryAccess
{
    /// <summary>They are looked up and written.</summary>
    ReadWrite,

    /// <summary>They are looked up; every write of a unit or document in it is refused.</summary>
    ReadOnly,
}
