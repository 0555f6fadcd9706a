using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VietJapanTM.Alignment.Tokens;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// How well the lengths of two spans fit: the log-likelihood ratio of the target's characters given the source's against the
/// document's own distribution, taken both ways and averaged, so that swapping the sides changes nothing. Source of the model:
/// Gale and Church, A program for aligning sentences in bilingual corpora, 1993: the variance grows with the length.
/// </summary>
internal sealed class LengthModel
{
    private const float Variance = 4f;
    private const float Slack = 4f;
    private const float Floor = -5f;
    private const float Ceiling = 4f;
    private readonly RunningSums _source;
    private readonly RunningSums _target;
    private readonly float _ratio;
    private readonly Marginal _sourceMarginal;
    private readonly Marginal _targetMarginal;

    public LengthModel(TokenizedSide source, TokenizedSide target)
    {
        _source = new RunningSums(source.Lengths);
        _target = new RunningSums(target.Lengths);
        _ratio = (float)Math.Clamp(_target.Total / (double)Math.Max(1, _source.Total), 0.05, 20);
        _sourceMarginal = Marginal.Of(source.Lengths);
        _targetMarginal = Marginal.Of(target.Lengths);
    }

    /// <summary>What the ratios of the beads need that hold the source segments from <paramref name="i"/> on.</summary>
    public Source At(int i, int a)
    {
        var x = Vector512.Create((float)_source.Sum(i, a));
        return new Source(x, _sourceMarginal.LogDensity(x, a));
    }

    /// <summary>The ratios of the beads (i, a, j, b) and of the fifteen that begin at the next targets; beyond the last target anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Ratios(in Source source, int j, int b)
    {
        var x = source.Length;
        var y = Vector512.ConvertToSingle(_target.Sums(j, b));
        var difference = y - x * _ratio;
        var forward = ((x * _ratio + y) * (Variance / 2)) + Vector512.Create(Slack);

        // The same difference and variance, measured in source characters.
        var scale = 1 / _ratio;
        var backward = ((x + y * scale) * (Variance / 2)) + Vector512.Create(Slack);
        var one = Log(difference, forward) - _targetMarginal.LogDensity(y, b);
        var other = Log(difference * scale, backward) - source.Marginal;
        return Vector512.Min(Vector512.Max((one + other) * 0.5f, Vector512.Create(Floor)), Vector512.Create(Ceiling));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Log(Vector512<float> difference, Vector512<float> variance) =>
        ((difference * difference / variance) + Vector512.Log(variance)) * -0.5f;

    /// <summary>The characters of some source segments in every lane, and how likely they are by themselves.</summary>
    public readonly record struct Source(Vector512<float> Length, Vector512<float> Marginal);

    private readonly struct Marginal
    {
        // By the number of segments, 0 to MostJoined.
        private readonly float[] _means;
        private readonly float[] _inverses;
        private readonly float[] _logs;

        private Marginal(float mean, float variance)
        {
            var segments = Enumerable.Range(0, BeadType.MostJoined + 1).ToArray();
            _means = Array.ConvertAll(segments, n => n * mean);
            _inverses = Array.ConvertAll(segments, n => 1 / (n * variance));
            _logs = Array.ConvertAll(segments, n => MathF.Log(n * variance));
        }

        public static Marginal Of(int[] lengths)
        {
            if (lengths.Length == 0)
            {
                return new Marginal(1, 1);
            }

            var mean = lengths.Average();
            return new Marginal((float)mean, (float)Math.Max(1, lengths.Average(length => (length - mean) * (length - mean))));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<float> LogDensity(Vector512<float> length, int segments)
        {
            var difference = length - Vector512.Create(_means[segments]);
            return (difference * difference * _inverses[segments] + Vector512.Create(_logs[segments])) * -0.5f;
        }
    }
}
