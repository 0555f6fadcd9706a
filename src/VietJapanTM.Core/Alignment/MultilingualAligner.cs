using System.Collections.Immutable;
using VietJapanTM.Alignment.Chains;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment;

/// <summary>Aligns one text in two, three or four languages. Thread-safe; deterministic.</summary>
public sealed class MultilingualAligner
{
    /// <summary>The most languages that one alignment takes.</summary>
    public const int MaxLanguages = 4;

    private readonly SentenceAligner _pairs;

    /// <summary>Makes an aligner.</summary>
    /// <param name="options">What to weigh; null for the defaults.</param>
    public MultilingualAligner(AlignmentOptions? options = null) => _pairs = new SentenceAligner(options);

    /// <summary>Aligns the sides.</summary>
    /// <param name="sides">Two to four sides in different languages; a side may have no segments.</param>
    /// <param name="evidence">Texts known to say the same; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">Fewer than two or more than four sides, or a language twice.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public MultilingualAlignment Align(
        ImmutableArray<AlignmentSide> sides,
        AlignmentEvidence? evidence = null,
        CancellationToken cancellationToken = default)
    {
        if (sides.IsDefault || sides.Length is < 2 or > MaxLanguages)
        {
            throw new ArgumentException($"An alignment takes 2 to {MaxLanguages} sides.", nameof(sides));
        }

        if (sides.Select(side => side.Language).Distinct().Count() < sides.Length)
        {
            throw new ArgumentException("Each side needs a language of its own.", nameof(sides));
        }

        var pairs = ImmutableArray.CreateBuilder<PairBeads>();
        foreach (var (first, second) in LanguagePairs.Of(sides.Length))
        {
            var beads = _pairs.Align(sides[first], sides[second], evidence, cancellationToken);
            pairs.Add(new PairBeads(sides[first].Language, sides[second].Language, beads));
        }

        return Assemble([.. sides.Select(side => side.Segments.Length)], pairs.ToImmutable()) with { Doubts = LanguageCheck.Find(sides) };
    }

    private static MultilingualAlignment Assemble(ImmutableArray<int> lengths, ImmutableArray<PairBeads> pairs) => new()
    {
        Pairs = pairs,
        Units = UnitJoiner.Join(lengths.Length, pairs),
        Chain = ClosedChain.Close(lengths, pairs),
        Disagreements = TriangleCheck.Find(lengths, pairs),
    };
}
