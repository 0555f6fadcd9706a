using System.Collections.Immutable;
using VietJapanTM.Alignment.Anchors;
using VietJapanTM.Alignment.Lattices;
using VietJapanTM.Alignment.Scoring;
using VietJapanTM.Alignment.Support;
using VietJapanTM.Alignment.Tokens;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment;

/// <summary>The alignment of one pair under way. After a first search it can search again, knowing what other pairs found.</summary>
internal sealed class PairAlignment : IDisposable
{
    private const int SecondPassRadius = 12;
    private const int SecondPassReach = 4;
    private const double FirstNoise = 0.6;
    private readonly AlignmentOptions _options;
    private readonly WordLinks _links;
    private readonly PairScorer _scorer;
    private readonly Corridor _corridor;
    private readonly SegmentGrid _grid;

    public PairAlignment(
        TokenizedSide source,
        TokenizedSide target,
        DirectionModel forward,
        DirectionModel backward,
        AlignmentOptions options,
        CancellationToken cancellationToken)
    {
        _options = options;
        _links = forward.Links;
        _grid = new SegmentGrid(source, target);
        _scorer = new PairScorer(source, target, forward, backward, new LengthModel(source, target), options);
        forward.SetNoise(FirstNoise);
        backward.SetNoise(FirstNoise);
        var first = PathFinder.Find(_scorer, AnchoredCorridor.Of(forward), _grid, null, cancellationToken);
        if (options.EstimateDocument)
        {
            forward.SetNoise(NoiseEstimator.Estimate(forward, first, givenIsSource: true));
            backward.SetNoise(NoiseEstimator.Estimate(backward, first, givenIsSource: false));
            _scorer.EstimatePriors(first);
        }

        _corridor = Corridor.Around(first, source.Count, target.Count, SecondPassRadius, SecondPassReach);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _scorer.Dispose();
        _links.Dispose();
    }

    /// <summary>Finds the best path.</summary>
    /// <param name="wayRound">What the other pairs say, or null.</param>
    /// <param name="cancellationToken">Stops the work between two windows.</param>
    public PairPath Search(WayRound? wayRound, CancellationToken cancellationToken)
    {
        _scorer.WayRound = wayRound;
        using var posterior = new PosteriorLattice(_corridor, _grid, _scorer, _options);
        PathFinder.Find(_scorer, _corridor, _grid, posterior, cancellationToken);
        return new PairPath(Rated(posterior.Segments), posterior.Sentences);
    }

    /// <summary>The beads, as sure as they are the best way and related at all. Of a bead with an empty side the words say nothing.</summary>
    private ImmutableArray<Bead> Rated(List<(Step Bead, double Posterior, float? Words)> segments)
    {
        var related = _options.UseRelation ? Unrelated.Related([.. segments.Where(segment => segment.Words.HasValue).Select(segment => segment.Words!.Value)]) : [];
        var next = 0;
        var beads = ImmutableArray.CreateBuilder<Bead>(segments.Count);
        foreach (var (sentences, posterior, words) in segments)
        {
            var (i, a, j, b) = _grid.Segments(sentences);
            beads.Add(new Bead(i, a, j, b, words.HasValue && _options.UseRelation ? posterior * related[next++] : posterior));
        }

        return beads.MoveToImmutable();
    }
}

/// <summary>What a pair found.</summary>
/// <param name="Beads">Its beads of segments in order, covering both sides without a gap.</param>
/// <param name="Sentences">The beads of sentences that those are made of, with their posteriors.</param>
internal readonly record struct PairPath(ImmutableArray<Bead> Beads, IReadOnlyList<(Step Bead, double Posterior)> Sentences);
