using VietJapanTM.Store;

namespace VietJapanTM.Storage.Writing;

/// <summary>What one change knows of itself while it is applied.</summary>
internal sealed class ChangeScope
{
    /// <summary>The number that leads the tenant's keys.</summary>
    public required long Tenant { get; init; }

    /// <summary>The revision that its versions bear.</summary>
    public required long Revision { get; init; }

    /// <summary>The time of its change set.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Who writes; empty where unknown.</summary>
    public required string Author { get; init; }

    /// <summary>The number of the tenant's newest unit.</summary>
    public required long LastUnit { get; set; }

    /// <summary>Versions written or ended.</summary>
    public int Written { get; set; }

    /// <summary>The unit of each put, in order.</summary>
    public List<long> Units { get; } = [];

    /// <summary>What a revert left as it is.</summary>
    public List<RevertConflict> Conflicts { get; } = [];

    /// <summary>What the trial of a revert would put back.</summary>
    public List<Reversion> Reversions { get; } = [];
}
