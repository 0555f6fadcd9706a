using System.Collections.Immutable;
using VietJapanTM.Text;

namespace VietJapanTM.Matching.Scoring;

/// <summary>How a score came about: 100 · (1 − <see cref="Distance"/> / <see cref="Weight"/>), rounded down, never below 0.</summary>
public sealed record ScoreExplanation
{
    /// <summary>The profile's name.</summary>
    public required string Profile { get; init; }

    /// <summary>The profile's version.</summary>
    public required int Version { get; init; }

    /// <summary>The score before context and penalties, 0 to 100.</summary>
    public required int Score { get; init; }

    /// <summary>The sum of the edits' costs, in hundredths of a word.</summary>
    public required int Distance { get; init; }

    /// <summary>The weight of the heavier side, in hundredths of a word.</summary>
    public required int Weight { get; init; }

    /// <summary>The edits that make the query of the stored text, in order; a cheapest script. Several may touch one token.</summary>
    public required ImmutableArray<EditOperation> Edits { get; init; }

    /// <summary>
    /// What is equal and what differs, in order, for display. The parts cover every token of both sides; the white space
    /// between two parts belongs to none, unless it is what differs.
    /// </summary>
    public required ImmutableArray<DifferencePart> Difference { get; init; }
}

/// <summary>What a part of a difference says.</summary>
public enum DifferenceKind
{
    /// <summary>The same on both sides.</summary>
    Equal,

    /// <summary>Only in the query.</summary>
    Insert,

    /// <summary>Only in the stored text.</summary>
    Delete,

    /// <summary>Different on both sides.</summary>
    Replace,
}

/// <summary>A part of the difference between a stored text and a query.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Query">Its place in the query; empty for a deletion.</param>
/// <param name="Source">Its place in the stored text; empty for an insertion.</param>
public readonly record struct DifferencePart(DifferenceKind Kind, TextSpan Query, TextSpan Source);
