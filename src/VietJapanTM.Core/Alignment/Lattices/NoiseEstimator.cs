using VietJapanTM.Alignment.Scoring;

namespace VietJapanTM.Alignment.Lattices;

/// <summary>
/// Estimates λ of a direction from the beads of a first pass: the share of tokens that chance explains better than the given
/// segment, by expectation maximisation with a prior of 40 tokens at 0.4.
/// </summary>
internal static class NoiseEstimator
{
    private const int Iterations = 15;
    private const int LeastTokens = 30;
    private const int MostTokens = 10_000;
    private const double PriorTokens = 40;
    private const double PriorNoise = 0.4;
    private const double Least = 0.05;
    private const double Most = 0.9;

    /// <summary>The estimate, or the model's own λ where the beads hold too few known tokens.</summary>
    /// <param name="model">The direction.</param>
    /// <param name="steps">The beads of the first pass.</param>
    /// <param name="givenIsSource">True where the source side is the given one.</param>
    public static double Estimate(DirectionModel model, IReadOnlyList<Step> steps, bool givenIsSource)
    {
        var ratios = Ratios(model, steps, givenIsSource);
        if (ratios.Count < LeastTokens)
        {
            return model.Noise;
        }

        var noise = model.Noise;
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var chance = PriorNoise * PriorTokens;
            foreach (var ratio in ratios)
            {
                chance += noise / (((1 - noise) * ratio) + noise);
            }

            noise = chance / (ratios.Count + PriorTokens);
        }

        return Math.Clamp(noise, Least, Most);
    }

    private static List<double> Ratios(DirectionModel model, IReadOnlyList<Step> steps, bool givenIsSource)
    {
        var ratios = new List<double>();
        using var window = WindowLinks.Of(model);
        var sums = new float[64];

        // A long document is sampled evenly; its first chapters need not be like its last.
        var stride = Math.Max(1, model.Told.Tokens.Length / MostTokens);
        for (var k = 0; k < steps.Count; k += stride)
        {
            var step = steps[k];
            var (given, givenCount, told, toldCount) = givenIsSource
                ? (step.Source, step.A, step.Target, step.B)
                : (step.Target, step.B, step.Source, step.A);
            if (givenCount == 1 && toldCount > 0)
            {
                model.AddRatios(given, new SegmentSpan(told, toldCount), window, ref sums, ratios);
            }
        }

        return ratios;
    }
}
