namespace VietJapanTM.Storage.Tests.Contract;

/// <summary>A clock that stands where it is put.</summary>
internal sealed class SettableTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
