namespace VietJapanTM.Storage;

/// <summary>How a store is opened. Immutable.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The folder that holds the database and its lock; made where it is absent.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The clock that stamps change sets. Order never depends on it. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How many reads may run at once, 1 to 64. Default 8. A read beyond it waits for <see cref="BusyTimeout"/>.</summary>
    public int Readers { get; init; } = 8;

    /// <summary>How many changes may wait for the writer, 1 to 65,536. Default 256. A change beyond it waits for <see cref="BusyTimeout"/>.</summary>
    public int QueueCapacity { get; init; } = 256;

    /// <summary>How many small changes may share one transaction, 1 to 1,024. Default 64.</summary>
    public int GroupSize { get; init; } = 64;

    /// <summary>How long anything waits before it fails with StoreBusy, 10 milliseconds to 10 minutes. Default 5 seconds.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The size to which the write-ahead log is cut back after a checkpoint, in bytes, 1 MiB to 1 GiB. Default 64 MiB. One change that is
    /// larger makes the log as large as itself until it has been carried over.
    /// </summary>
    public long LogLimitBytes { get; init; } = 64L << 20;

    /// <summary>Throws where a value is out of its range.</summary>
    /// <exception cref="ArgumentException">Which value, and its range.</exception>
    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(DataFolder);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        Within(Readers, 1, 64, nameof(Readers));
        Within(QueueCapacity, 1, 65_536, nameof(QueueCapacity));
        Within(GroupSize, 1, 1_024, nameof(GroupSize));
        Within((long)BusyTimeout.TotalMilliseconds, 10, 600_000, nameof(BusyTimeout));
        Within(LogLimitBytes, 1L << 20, 1L << 30, nameof(LogLimitBytes));
    }

    private static void Within(long value, long least, long most, string name)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must lie between {least} and {most}.");
        }
    }
}
