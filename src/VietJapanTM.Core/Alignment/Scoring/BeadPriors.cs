using VietJapanTM.Alignment.Lattices;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// How common each shape of bead is. A document has habits: help pages keep their sentences apart, news merges them; so after
/// a first pass the four families of shapes (one-sided, 1:1, 1:n, n:m) are weighed by what that pass found.
/// </summary>
internal sealed class BeadPriors
{
    private const double OneSided = 0.003;
    private const double PseudoBeads = 60;
    private readonly float[] _logs;

    private BeadPriors(Func<BeadType, double> weight) => _logs = Array.ConvertAll(BeadType.All, type => (float)Math.Log(weight(type)));

    /// <summary>The priors of a first pass.</summary>
    public static BeadPriors Default { get; } = new(Prior);

    /// <summary>Natural logarithm of the prior weight of a shape, by its index in <see cref="BeadType.All"/>.</summary>
    public float this[int type] => _logs[type];

    /// <summary>The priors after a first pass.</summary>
    public static BeadPriors Estimate(IReadOnlyList<Step> steps)
    {
        var shares = new double[4];
        foreach (var type in BeadType.All)
        {
            shares[Family(type)] += Prior(type);
        }

        var total = shares.Sum();
        var counts = new double[4];
        foreach (var step in steps)
        {
            counts[Family(new BeadType(step.A, step.B))]++;
        }

        return new BeadPriors(type =>
        {
            var share = shares[Family(type)] / total;
            var estimate = (counts[Family(type)] + (PseudoBeads * share)) / (steps.Count + PseudoBeads);
            return Prior(type) * estimate / share;
        });
    }

    private static int Family(BeadType type) =>
        type.IsOneSided ? 0 : type is { A: 1, B: 1 } ? 1 : Math.Min(type.A, type.B) == 1 ? 2 : 3;

    private static double Prior(BeadType type) => (Math.Min(type.A, type.B), Math.Max(type.A, type.B)) switch
    {
        (0, _) => OneSided,
        (1, 1) => 0.80,
        (1, 2) => 0.06,
        (1, var many) => 0.008 * Math.Pow(0.3, many - 3),
        var (few, many) => 0.02 * Math.Pow(0.25, few + many - 4),
    };
}
