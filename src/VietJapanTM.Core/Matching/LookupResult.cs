using System.Collections.Immutable;
using VietJapanTM.Matching.Demotion;
using VietJapanTM.Model;

namespace VietJapanTM.Matching;

/// <summary>The answer to a look-up.</summary>
/// <param name="Matches">
/// The matches, best first: by score, translated before untranslated, by context, priority of the memory, status, time of the last change (newest first), unit id
/// and the variants' order in their unit.
/// </param>
/// <param name="Complete">False where <see cref="LookupQuery.MaxResults"/> left matches out; otherwise every match is there.</param>
public sealed record LookupResult(ImmutableArray<LookupMatch> Matches, bool Complete)
{
    /// <summary>The revision that the answer is true for.</summary>
    public long Revision { get; init; }

    /// <summary>True where the memories that were searched hold no text at all in the language of the query.</summary>
    public bool LacksSourceLanguage { get; init; }

    /// <summary>True where they hold no text at all in the language wanted.</summary>
    public bool LacksTargetLanguage { get; init; }
}

/// <summary>A stored segment that resembles the query, with one of its translations; a unit with several makes several matches.</summary>
public sealed record LookupMatch
{
    /// <summary>The unit.</summary>
    public required TranslationUnit Unit { get; init; }

    /// <summary>The variant that resembles the query.</summary>
    public required Variant Source { get; init; }

    /// <summary>The translation offered, or null where the unit has none in the target language that is not rejected.</summary>
    public required Variant? Target { get; init; }

    /// <summary><see cref="BaseScore"/> less the penalties, 0 to 101.</summary>
    public required int Score { get; init; }

    /// <summary>
    /// 101: exact and in context. 100: the same text after normalisation. 50 to 99: fuzzy. See DESIGN.md.
    /// </summary>
    public required int BaseScore { get; init; }

    /// <summary>What was taken off, by name; empty where nothing was.</summary>
    public required ImmutableArray<AppliedPenalty> Penalties { get; init; }

    /// <summary>How the segment before the stored one compares with <see cref="LookupQuery.Previous"/>.</summary>
    public required ContextState Previous { get; init; }

    /// <summary>How the segment after it compares with <see cref="LookupQuery.Next"/>.</summary>
    public required ContextState Next { get; init; }

    /// <summary>True where document and key are the query's.</summary>
    public required bool IsSamePlace { get; init; }

    /// <summary>Forbidden terms in <see cref="Target"/>, by place; empty unless <see cref="LookupQuery.Demotion"/> is given and finds some.</summary>
    public ImmutableArray<TermFlaw> Flaws { get; init; } = [];
}

/// <summary>How a neighbour compares. Unknown is never penalised.</summary>
public enum ContextState
{
    /// <summary>The query or the stored segment does not know its neighbour.</summary>
    Unknown,

    /// <summary>The same text.</summary>
    Same,

    /// <summary>Another text.</summary>
    Different,
}

/// <summary>Why points are taken off a match.</summary>
public enum PenaltyKind
{
    /// <summary>The memory's own penalty.</summary>
    Memory,

    /// <summary>The stored source is of another region than was asked for.</summary>
    SourceRegion,

    /// <summary>The translation is of another region than was asked for.</summary>
    TargetRegion,

    /// <summary>The aligner was not sure that the two texts belong together, and nobody has reviewed them.</summary>
    Alignment,

    /// <summary>The translation holds a forbidden or deprecated term.</summary>
    ForbiddenTerm,
}

/// <summary>A penalty that was applied.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Points">How many points, 1 or more.</param>
public readonly record struct AppliedPenalty(PenaltyKind Kind, int Points);
