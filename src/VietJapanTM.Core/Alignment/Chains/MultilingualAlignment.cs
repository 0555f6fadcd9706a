using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Chains;

/// <summary>The alignment of one text in two to four languages. Immutable.</summary>
public sealed record MultilingualAlignment
{
    /// <summary>
    /// The beads of every pair of languages, (0,1), (0,2), … (1,2), … in the order of the request. No pair coarsens another.
    /// </summary>
    public required ImmutableArray<PairBeads> Pairs { get; init; }

    /// <summary>
    /// Beads of different pairs, joined where every two of their languages have a bead of the same spans; ordered by the first language's
    /// position. Beads with an empty side are left out: they have nothing to say to a memory.
    /// </summary>
    public required ImmutableArray<AlignedUnit> Units { get; init; }

    /// <summary>The closed chain over all languages, covering each without a gap.</summary>
    public required ImmutableArray<ChainLink> Chain { get; init; }

    /// <summary>Beads of pairs that contradict one another, for a reviewer to look at first; in order of their pairs.</summary>
    public required ImmutableArray<Disagreement> Disagreements { get; init; }

    /// <summary>Texts that read like another language than the one stated, such as two texts in the wrong order.</summary>
    public ImmutableArray<LanguageDoubt> Doubts { get; init; } = [];

    /// <summary>Pairs of texts that do not look like translations of each other; none of a text in <see cref="Doubts"/>, which is reason enough.</summary>
    public ImmutableArray<TranslationDoubt> Mismatches { get; init; } = [];

    /// <summary>Beginnings and ends of texts that another text lacks; none of a pair in <see cref="Mismatches"/>.</summary>
    public ImmutableArray<MissingPart> MissingParts { get; init; } = [];
}

/// <summary>A bead of three pairs that cannot all be right, and not the surest of them; it may have an empty side. See <see cref="TriangleCheck"/>.</summary>
/// <param name="Pair">Index into <see cref="MultilingualAlignment.Pairs"/>.</param>
/// <param name="Bead">Index into the pair's beads.</param>
public readonly record struct Disagreement(int Pair, int Bead);
