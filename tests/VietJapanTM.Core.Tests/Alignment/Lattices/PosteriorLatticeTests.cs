using VietJapanTM.Alignment;
using VietJapanTM.Alignment.Lattices;
using VietJapanTM.Alignment.Scoring;

namespace VietJapanTM.Core.Tests.Alignment.Lattices;

public sealed class PosteriorLatticeTests
{
    [Fact]
    public void Rate_SmallDocuments_IsTheShareOfTheAlignmentsThatHoldTheBead() => Seeded.Run(60, random =>
    {
        var (x, y, forward, backward) = PathFinderTests.Documents(random, 5);
        if (x.Segments[^1] != x.Count || y.Segments[^1] != y.Count || x.Count + y.Count == 0)
        {
            // Segments of several sentences may be parted inside, which the naive count knows nothing of.
            return;
        }

        var options = AlignmentOptions.Default with { UseFreeTranslations = false, UseLargeBeads = false };
        using var scorer = new PairScorer(x, y, forward, backward, new LengthModel(x, y), options);
        var grid = new SegmentGrid(x, y);
        var corridor = Corridor.Full(x.Count, y.Count);
        using var posterior = new PosteriorLattice(corridor, grid, scorer, options);
        PathFinder.Find(scorer, corridor, grid, posterior, default);
        var (total, beads) = Count(scorer, x.Count, y.Count);
        foreach (var (bead, probability, _) in posterior.Segments)
        {
            Assert.Equal(beads[Key(bead)] / total, probability, 1e-4);
        }
    });

    /// <summary>The weights of all alignments, and of those that hold each bead: in whatever order it is listed what stands alone, it is one alignment.</summary>
    private static (double Total, Dictionary<(int, int, int, int), double> Beads) Count(PairScorer scorer, int sources, int targets)
    {
        PathFinderTests.PrepareAll(scorer, sources, targets);
        var alignments = new HashSet<string>(StringComparer.Ordinal);
        var beads = new Dictionary<(int, int, int, int), double>();
        var total = 0.0;
        Go(0, 0, 0, []);
        return (total, beads);

        void Go(int i, int j, double score, List<Step> path)
        {
            if (i == sources && j == targets)
            {
                if (alignments.Add(string.Join(' ', path.Select(Key).Order())))
                {
                    total += Math.Exp(score);
                    path.ForEach(bead => beads[Key(bead)] = beads.GetValueOrDefault(Key(bead)) + Math.Exp(score));
                }

                return;
            }

            foreach (var type in BeadType.All.Where(type => i + type.A <= sources && j + type.B <= targets))
            {
                var bead = new Step(i, type.A, j, type.B);
                Go(bead.SourceEnd, bead.TargetEnd, score + PathFinderTests.Score(scorer, bead), [.. path, bead]);
            }
        }
    }

    private static (int, int, int, int) Key(Step bead) => (bead.A == 0 ? -1 : bead.Source, bead.A, bead.B == 0 ? -1 : bead.Target, bead.B);
}
