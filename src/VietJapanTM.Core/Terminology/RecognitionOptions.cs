namespace VietJapanTM.Terminology;

/// <summary>What a recognition reports. Immutable.</summary>
public sealed record RecognitionOptions
{
    /// <summary>The defaults: longest match, the terms' own case rules, no drift.</summary>
    public static RecognitionOptions Default { get; } = new();

    /// <summary>Report terms inside and across others too. Default false: from the left, the longest term at each place.</summary>
    public bool Overlapping { get; init; }

    /// <summary>Report <see cref="MatchKind.Drift"/> too. Default false.</summary>
    public bool IncludeDrift { get; init; }

    /// <summary>Take any case for every term, acronyms too, as a look-up does. Default false.</summary>
    public bool IgnoreCase { get; init; }
}
