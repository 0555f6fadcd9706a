using System.Collections.Immutable;
using VietJapanTM.Errors;

namespace VietJapanTM.Matching.Scoring;

/// <summary>
/// A way of measuring how alike two segments are: how text is cut into tokens and what each edit costs. DESIGN.md publishes
/// all profiles. Immutable; thread-safe.
/// </summary>
public sealed class MatchProfile
{
    private MatchProfile(string name, int version, EditCosts costs, bool isPlain)
    {
        Name = name;
        Version = version;
        Costs = costs;
        IsPlain = isPlain;
    }

    /// <summary>Words, numbers and ideographs weigh 1; punctuation, case, accents, tone placement, width and white space weigh little.</summary>
    public static MatchProfile Standard { get; } = new("standard", 1, EditCosts.Standard, isPlain: false);

    /// <summary>Unit-cost Levenshtein distance over the tokens <c>\w+|[^\w\s]</c> of the lower-cased text.</summary>
    public static MatchProfile Plain { get; } = new("plain", 1, EditCosts.Plain, isPlain: true);

    /// <summary>
    /// An approximation of the bands of the usual desktop tools: 95 to 99 where only numbers, punctuation, case or spaces differ, and below
    /// that the share of words that are the same. Their formulas are not published; DESIGN.md says what this one takes from their manuals.
    /// </summary>
    public static MatchProfile Desktop { get; } = new("desktop", 1, EditCosts.Desktop, isPlain: false);

    /// <summary>Every profile, the default first.</summary>
    public static ImmutableArray<MatchProfile> All { get; } = [Standard, Plain, Desktop];

    /// <summary>The name that requests use.</summary>
    public string Name { get; }

    /// <summary>Grows with every change that changes a score.</summary>
    public int Version { get; }

    internal EditCosts Costs { get; }

    /// <summary>True where every edit costs a whole word, so that the distance of the keys is the distance.</summary>
    internal bool IsPlain { get; }

    /// <summary>Finds a profile by its name.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/>: there is none of that name.</exception>
    public static MatchProfile Parse(string name) =>
        All.FirstOrDefault(p => p.Name == name)
        ?? throw new DomainException(
            ErrorCode.ArgumentInvalid,
            $"There is no match profile '{name}'. Use one of: {string.Join(", ", All.Select(p => p.Name))}.",
            "profile");

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The score of a distance over the heavier side's weight: 100 · (1 − distance / weight), rounded down, 0 to 100.</summary>
    internal static int Score(int distance, int weight) =>
        distance >= weight ? 0 : (int)((weight - distance) * 100L / weight);

    /// <summary>The largest distance that still scores <paramref name="threshold"/>: the exact inverse of <see cref="Score"/>.</summary>
    internal static int MaxDistance(int threshold, int weight) => (int)((100 - threshold) * (long)weight / 100);

    /// <summary>True where tokens of the kind are keyed in the index; see DESIGN.md for why punctuation is not.</summary>
    internal bool IsKeyed(EditKind kind) => Costs.Weight(kind) >= EditCosts.Word;
}
