using VietJapanTM.Storage.Failures;

namespace VietJapanTM.Storage.Encoding;

/// <summary>Times are kept as UTC ticks: exact, but without the offset in which they were written.</summary>
internal static class StoredTime
{
    /// <summary>The time of a column.</summary>
    /// <exception cref="StoredValueException">No such time.</exception>
    public static DateTimeOffset Read(long ticks) => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
        ? new DateTimeOffset(ticks, TimeSpan.Zero)
        : throw new StoredValueException("A stored time is out of range.");
}
