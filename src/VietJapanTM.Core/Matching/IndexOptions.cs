namespace VietJapanTM.Matching;

/// <summary>How an index is kept. Immutable.</summary>
public sealed record IndexOptions
{
    /// <summary>The folder of its files, made where it is absent; null keeps the index in memory alone. Default null.</summary>
    public string? Folder { get; init; }

    /// <summary>
    /// How many revisions back look-ups as of a revision reach, 0 or more. What ended before is dropped when chunks are merged. Default 10,000.
    /// </summary>
    public long KeptRevisions { get; init; } = 10_000;

    /// <summary>
    /// Told what people should know: a damaged file set aside, a full disk. One sentence a call, on any thread. Default: nobody.
    /// </summary>
    public Action<string>? Notice { get; init; }

    /// <summary>Rows and ends of one step along the log, 1 or more: bounds the memory that a large change needs. Default 65,536; tests take fewer.</summary>
    internal int StepSize { get; init; } = 1 << 16;
}
