using System.Numerics;
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
    private readonly double[] _source;
    private readonly double[] _target;
    private readonly float _ratio;
    private readonly Marginal _sourceMarginal;
    private readonly Marginal _targetMarginal;

    public LengthModel(TokenizedSide source, TokenizedSide target)
    {
        _source = Cumulate(source.Lengths);
        _target = Cumulate(target.Lengths);
        _ratio = (float)Math.Clamp(_target[^1] / Math.Max(1, _source[^1]), 0.05, 20);
        _sourceMarginal = Marginal.Of(source.Lengths);
        _targetMarginal = Marginal.Of(target.Lengths);
    }

    /// <summary>Expected target characters for one source character.</summary>
    public double Ratio => _ratio;

    /// <summary>Source characters before each segment.</summary>
    public double[] SourcePositions => _source;

    /// <summary>Target characters before each segment.</summary>
    public double[] TargetPositions => _target;

    /// <summary>Adds <paramref name="weight"/> times the ratio for the beads (i, a, j, b), j from <paramref name="first"/> on.</summary>
    public void AddRow(int i, int a, int first, int b, float weight, Span<float> scores)
    {
        var x = new Vector<float>((float)(_source[i + a] - _source[i]));
        var marginalX = _sourceMarginal.LogDensity(x, a);
        Span<float> lengths = stackalloc float[Vector<float>.Count];
        for (var k = 0; k < scores.Length; k += Vector<float>.Count)
        {
            var live = Math.Min(Vector<float>.Count, scores.Length - k);
            for (var lane = 0; lane < lengths.Length; lane++)
            {
                var j = first + k + Math.Min(lane, live - 1);
                lengths[lane] = (float)(_target[j + b] - _target[j]);
            }

            var y = new Vector<float>(lengths);
            var ratio = Ratios(x, y, marginalX, _targetMarginal.LogDensity(y, b)) * weight;
            for (var lane = 0; lane < live; lane++)
            {
                scores[k + lane] += ratio[lane];
            }
        }
    }

    private Vector<float> Ratios(Vector<float> x, Vector<float> y, Vector<float> marginalX, Vector<float> marginalY)
    {
        var difference = y - x * _ratio;
        var forward = ((x * _ratio + y) * (Variance / 2)) + new Vector<float>(Slack);

        // The same difference and variance, measured in source characters.
        var scale = 1 / _ratio;
        var backward = ((x + y * scale) * (Variance / 2)) + new Vector<float>(Slack);
        var one = Log(difference, forward) - marginalY;
        var other = Log(difference * scale, backward) - marginalX;
        return Vector.Min(Vector.Max((one + other) * 0.5f, new Vector<float>(Floor)), new Vector<float>(Ceiling));
    }

    private static Vector<float> Log(Vector<float> difference, Vector<float> variance) =>
        ((difference * difference / variance) + Vector.Log(variance)) * -0.5f;

    private static double[] Cumulate(int[] lengths)
    {
        var sums = new double[lengths.Length + 1];
        for (var i = 0; i < lengths.Length; i++)
        {
            sums[i + 1] = sums[i] + lengths[i];
        }

        return sums;
    }

    private readonly record struct Marginal(float Mean, float Variance)
    {
        public static Marginal Of(int[] lengths)
        {
            if (lengths.Length == 0)
            {
                return new Marginal(1, 1);
            }

            var mean = lengths.Average();
            return new Marginal((float)mean, (float)Math.Max(1, lengths.Average(length => (length - mean) * (length - mean))));
        }

        public Vector<float> LogDensity(Vector<float> length, int segments)
        {
            var difference = length - new Vector<float>(segments * Mean);
            return (difference * difference * (1 / (segments * Variance)) + new Vector<float>(MathF.Log(segments * Variance))) * -0.5f;
        }
    }
}
