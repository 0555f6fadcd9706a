using System.Collections.Immutable;

namespace VietJapanTM.Matching.Analysis;

/// <summary>What a segment counts as in an analysis, in the order of reports.</summary>
public enum AnalysisBand
{
    /// <summary>The same as an earlier segment of the batch, whatever the memories hold: it is translated once.</summary>
    Repetition,

    /// <summary>A match rate of 101: exact and in context.</summary>
    Context,

    /// <summary>100: exact.</summary>
    Exact,

    /// <summary>95 to 99.</summary>
    From95,

    /// <summary>85 to 94.</summary>
    From85,

    /// <summary>75 to 84.</summary>
    From75,

    /// <summary>50 to 74.</summary>
    From50,

    /// <summary>Nothing of 50 or more has a translation.</summary>
    New,
}

/// <summary>The bands, by match rate and by name.</summary>
public static class AnalysisBands
{
    /// <summary>Every band, in the order of reports.</summary>
    public static ImmutableArray<AnalysisBand> All { get; } = [.. Enum.GetValues<AnalysisBand>()];

    /// <summary>The band of a segment that is no repetition.</summary>
    /// <param name="score">The best match rate, 0 to 101, after penalties; null where there is no match.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="score"/> is no match rate.</exception>
    public static AnalysisBand Of(int? score) => score switch
    {
        < 0 or > 101 => throw new ArgumentOutOfRangeException(nameof(score), score, "Not a match rate."),
        101 => AnalysisBand.Context,
        100 => AnalysisBand.Exact,
        >= 95 => AnalysisBand.From95,
        >= 85 => AnalysisBand.From85,
        >= 75 => AnalysisBand.From75,
        >= LookupQuery.MinThreshold => AnalysisBand.From50,
        _ => AnalysisBand.New,
    };

    /// <summary>The stable name: <c>repetition</c>, <c>101</c>, <c>100</c>, <c>95-99</c>, <c>85-94</c>, <c>75-84</c>, <c>50-74</c> or <c>new</c>.</summary>
    public static string NameOf(AnalysisBand band) => band switch
    {
        AnalysisBand.Repetition => "repetition",
        AnalysisBand.Context => "101",
        AnalysisBand.Exact => "100",
        AnalysisBand.From95 => "95-99",
        AnalysisBand.From85 => "85-94",
        AnalysisBand.From75 => "75-84",
        AnalysisBand.From50 => "50-74",
        AnalysisBand.New => "new",
        _ => throw new ArgumentOutOfRangeException(nameof(band), band, "Not a band."),
    };
}
