using VietJapanTM.Model;

namespace VietJapanTM.Matching;

/// <summary>
/// What orders matches that are equal until then, in one number, the larger the better: the status, then the time of the last change.
/// The index holds each unit's best, so that a look-up knows which of many equal hits it need not fetch.
/// </summary>
internal static class VariantRank
{
    private const int TimeBits = 62;

    /// <summary>A variant's; one whose time nobody knows is the oldest.</summary>
    public static long Of(Variant variant) =>
        (((long)variant.Status - (long)VariantStatus.Approved) << TimeBits) + ((variant.UpdateTime ?? variant.CreateTime)?.UtcTicks ?? 0);

    /// <summary>The best of all that a unit has to offer.</summary>
    public static long BestOf(TranslationUnit unit)
    {
        var best = long.MinValue;
        foreach (var variant in unit.Variants)
        {
            best = variant.Status == VariantStatus.Rejected ? best : Math.Max(best, Of(variant));
        }

        return best;
    }
}
