using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tmx;

/// <summary>How a TMX file is read.</summary>
public sealed record TmxOptions
{
    /// <summary>The memory that the units will belong to.</summary>
    public required string MemoryId { get; init; }

    /// <summary>
    /// False (the default): a rule broken in the file is an error. True: what can be mended is mended, what cannot is dropped,
    /// both are counted, and the findings are warnings.
    /// </summary>
    public bool Lenient { get; init; }

    /// <summary>A unit with a longer segment is rejected. UTF-16 units, 1 or more. Default 65,535.</summary>
    public int MaxSegmentLength { get; init; } = 65_535;

    /// <summary>The status of variants that name none. Default <see cref="VariantStatus.Draft"/>.</summary>
    public VariantStatus Status { get; init; } = VariantStatus.Draft;
}
