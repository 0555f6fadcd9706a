using System.Collections.Immutable;
using VietJapanTM.Matching.Demotion;
using VietJapanTM.Model;

namespace VietJapanTM.Matching;

/// <summary>A match before it is ranked. Its order is total: no two candidates of one look-up compare equal.</summary>
internal readonly record struct MatchCandidate(
    TranslationUnit Unit,
    int SourceIndex,
    int TargetIndex,
    Memory Memory,
    int Score,
    int BaseScore,
    int SourceRegionPenalty,
    int TargetRegionPenalty,
    int AlignmentPenalty,
    ContextState Previous,
    ContextState Next,
    bool IsSamePlace) : IComparable<MatchCandidate>
{
    /// <summary>A candidate's <see cref="TargetIndex"/> where the unit has no translation to offer.</summary>
    public const int NoTarget = -1;

    public Variant Source => Unit.Variants[SourceIndex];

    public Variant? Target => TargetIndex == NoTarget ? null : Unit.Variants[TargetIndex];

    /// <summary>The forbidden terms of the translation; default where none were looked for or found.</summary>
    public ImmutableArray<TermFlaw> Flaws { get; init; }

    /// <summary>Of the translation, or of the source where there is none.</summary>
    public long Rank => VariantRank.Of(Target ?? Source);

    /// <inheritdoc/>
    public int CompareTo(MatchCandidate other)
    {
        var order = other.Score.CompareTo(Score);
        order = order != 0 ? order : (Target is null).CompareTo(other.Target is null);
        order = order != 0 ? order : other.ContextRank().CompareTo(ContextRank());
        order = order != 0 ? order : other.Memory.Priority.CompareTo(Memory.Priority);
        order = order != 0 ? order : other.Rank.CompareTo(Rank);
        order = order != 0 ? order : string.CompareOrdinal(Unit.Id, other.Unit.Id);
        order = order != 0 ? order : SourceIndex.CompareTo(other.SourceIndex);
        return order != 0 ? order : TargetIndex.CompareTo(other.TargetIndex);
    }

    /// <summary>The candidate below its place, because of what its translation holds.</summary>
    public MatchCandidate Demoted(ImmutableArray<TermFlaw> flaws) => this with { Score = Score - TermDemotion.Points, Flaws = flaws };

    public LookupMatch ToMatch() => new()
    {
        Unit = Unit,
        Source = Source,
        Target = Target,
        Score = Score,
        BaseScore = BaseScore,
        Penalties = Penalties(),
        Previous = Previous,
        Next = Next,
        IsSamePlace = IsSamePlace,
        Flaws = Flaws.IsDefault ? [] : Flaws,
    };

    private static int RankOf(ContextState state) => state switch
    {
        ContextState.Same => 2,
        ContextState.Unknown => 1,
        _ => 0,
    };

    private int ContextRank() => IsSamePlace ? int.MaxValue : RankOf(Previous) + RankOf(Next);

    private ImmutableArray<AppliedPenalty> Penalties()
    {
        if (Score == BaseScore)
        {
            return [];
        }

        var penalties = ImmutableArray.CreateBuilder<AppliedPenalty>();
        Add(PenaltyKind.Memory, Memory.Penalty);
        Add(PenaltyKind.SourceRegion, SourceRegionPenalty);
        Add(PenaltyKind.TargetRegion, TargetRegionPenalty);
        Add(PenaltyKind.Alignment, AlignmentPenalty);
        Add(PenaltyKind.ForbiddenTerm, Flaws.IsDefault ? 0 : TermDemotion.Points);
        return penalties.ToImmutable();

        void Add(PenaltyKind kind, int points)
        {
            if (points > 0)
            {
                penalties.Add(new AppliedPenalty(kind, points));
            }
        }
    }
}
