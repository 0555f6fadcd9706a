using System.Collections.Immutable;
using VietJapanTM.Alignment.Anchors;
using VietJapanTM.Alignment.Evidence;
using VietJapanTM.Alignment.Lattices;
using VietJapanTM.Alignment.Lexicons;
using VietJapanTM.Alignment.Scoring;
using VietJapanTM.Alignment.Tokens;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment;

/// <summary>
/// Aligns the sentences of a text in two languages, of any languages; a shipped lexicon makes it better. Thread-safe;
/// deterministic. DESIGN.md explains it, naive first.
/// </summary>
public sealed class SentenceAligner
{
    private const int SecondPassRadius = 12;
    private const int SecondPassReach = 4;
    private const double FirstNoise = 0.6;

    private readonly LexiconShelf _shelf;

    /// <summary>Makes an aligner.</summary>
    /// <param name="options">What to weigh; null for the defaults.</param>
    public SentenceAligner(AlignmentOptions? options = null)
        : this(options, ShippedLexicons.Shelf)
    {
    }

    /// <summary>Makes an aligner with other lexicons than the shipped ones.</summary>
    internal SentenceAligner(AlignmentOptions? options, LexiconShelf shelf)
    {
        Options = options ?? AlignmentOptions.Default;
        _shelf = shelf;
    }

    /// <summary>What the alignment weighs.</summary>
    public AlignmentOptions Options { get; }

    /// <summary>Aligns two texts.</summary>
    /// <param name="source">One side; may have no segments.</param>
    /// <param name="target">The other side.</param>
    /// <param name="evidence">Texts known to say the same, such as glossary terms and approved units; null for none.</param>
    /// <param name="cancellationToken">Stops the work within some hundred segments.</param>
    /// <returns>
    /// Beads of 0:1 to 4:4 in order, larger where sentences interlock or one segment holds many, covering both sides without a gap;
    /// confidences are calibrated.
    /// </returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<Bead> Align(
        AlignmentSide source,
        AlignmentSide target,
        AlignmentEvidence? evidence = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        var x = TokenizedSide.Of(source.Segments, Options.UseSentences, cancellationToken);
        var y = TokenizedSide.Of(target.Segments, Options.UseSentences, cancellationToken);
        if (Route(target.Language, source.Language) is { Direct: not null } swapped)
        {
            // The lexicon's rows are the target's words.
            var taught = EvidenceLexicon.Of(evidence, target.Language, source.Language);
            var links = new LinkTable(y, x, swapped, taught, Options);
            return Align(x, y, links.Backward(), links.Forward(), cancellationToken);
        }
        else
        {
            var taught = EvidenceLexicon.Of(evidence, source.Language, target.Language);
            var links = new LinkTable(x, y, Route(source.Language, target.Language), taught, Options);
            return Align(x, y, links.Forward(), links.Backward(), cancellationToken);
        }
    }

    private LexiconRoute? Route(LanguageTag first, LanguageTag second) =>
        Options.UseShippedLexicon ? _shelf.Route(first.Primary, second.Primary, Options.UsePivot) : null;

    private ImmutableArray<Bead> Align(
        TokenizedSide source, TokenizedSide target, DirectionModel forward, DirectionModel backward, CancellationToken cancellationToken)
    {
        var lengths = new LengthModel(source, target);
        var scorer = new PairScorer(source, target, forward, backward, lengths, Options);
        forward.SetNoise(FirstNoise);
        backward.SetNoise(FirstNoise);
        var corridor = AnchoredCorridor.Of(forward);
        var grid = new SegmentGrid(source, target);
        var first = PathFinder.Find(scorer, corridor, grid, null, cancellationToken);
        if (Options.EstimateDocument)
        {
            forward.SetNoise(NoiseEstimator.Estimate(forward, first, givenIsSource: true));
            backward.SetNoise(NoiseEstimator.Estimate(backward, first, givenIsSource: false));
            scorer.Priors = BeadPriors.Estimate(first);
        }

        var narrow = Corridor.Around(first, source.Count, target.Count, SecondPassRadius, SecondPassReach);
        var posterior = new PosteriorLattice(scorer, narrow, grid, Options.UseFreeTranslations);
        PathFinder.Find(scorer, narrow, grid, posterior, cancellationToken);
        var beads = ImmutableArray.CreateBuilder<Bead>(posterior.Segments.Count);
        foreach (var (sentences, probability) in posterior.Segments)
        {
            var (i, a, j, b) = grid.Segments(sentences);
            beads.Add(new Bead(i, a, j, b, probability));
        }

        return beads.MoveToImmutable();
    }
}
