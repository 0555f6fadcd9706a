namespace VietJapanTM.Terminology.Extraction;

/// <summary>What an extraction looks for. Immutable.</summary>
public sealed record ExtractionOptions
{
    /// <summary>The defaults.</summary>
    public static ExtractionOptions Default { get; } = new();

    /// <summary>Occurrences that a candidate needs, 1 or more. Default 2.</summary>
    public int LeastCount { get; init; } = 2;

    /// <summary>Words of a candidate at most, in Japanese signs and runs of katakana; 1 to 8. Default 6.</summary>
    public int MostWords { get; init; } = 6;

    /// <summary>Candidates wanted at most, the best first; 1 or more. Default 100.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Equivalents of a candidate at most. Default 3.</summary>
    public int Equivalents { get; init; } = 3;

    /// <summary>Example pairs of a candidate at most. Default 2.</summary>
    public int Examples { get; init; } = 2;
}
