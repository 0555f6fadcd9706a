using VietJapanTM.Alignment.Lattices;

namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// How common each shape of bead is. A document has habits: help pages keep their sentences apart, news drops some, an old text is
/// cut at every colon; so after a first pass the families of beads (0:1, 1:0, 1:1, and larger ones by how many sentences end on one
/// side more than on the other) are weighed by what that pass found.
/// </summary>
internal sealed class BeadPriors
{
    private const double OneSided = 0.0035;
    private const double PseudoBeads = 50;

    /// <summary>How many sentences must stand alone until what each side has shown counts as much as what both have.</summary>
    private const double PseudoSides = 12;

    /// <summary>Of what stands alone in a row no more count: a passage that one side lacks is one habit, not fifty.</summary>
    private const int MostInRow = 3;

    /// <summary>Unless it makes such a part of a document, and more than the pseudo-beads: where that much is missing, more may be.</summary>
    private const double LargePart = 0.2;

    /// <summary>
    /// What the families weigh before a document is known; the weights of their shapes add up to about this. First 0:1 and 1:0, then 1:1, then
    /// the larger ones by the difference.
    /// </summary>
    private static readonly double[] Shares = [0.003, 0.003, 0.824, 0.1, 0.05, 0.02];

    /// <summary>The log-likelihood ratio by the difference of the sentences that end on both sides: 0, 1, 2, and 3 or more.</summary>
    private static readonly float[] Ratios = [0.5f, -1.5f, -2.5f, -3f];
    private readonly float[] _logs;
    private readonly float[] _larger;

    private BeadPriors(double[] habits)
    {
        _logs = Array.ConvertAll(BeadType.All, type => (float)Math.Log(Prior(type) * (IsLarger(type) ? 1 : habits[Family(type, 0)])));
        _larger = [.. Ratios.Select((ratio, difference) => ratio + (float)Math.Log(habits[Family(new BeadType(1, 2), difference)]))];
    }

    /// <summary>The priors of a first pass.</summary>
    public static BeadPriors Default { get; } = new([1, 1, 1, 1, 1, 1]);

    /// <summary>Natural logarithm of the prior weight of a shape, by its index in <see cref="BeadType.All"/>.</summary>
    public float this[int type] => _logs[type];

    /// <summary>The same of a larger bead, whose shape no step of a search has.</summary>
    public static float Large(BeadType type) => (float)Math.Log(Prior(type));

    /// <summary>For two-sided beads of a shape the log-likelihood ratio by <see cref="SentenceCountModel.Difference"/>.</summary>
    public float[] Differences(BeadType type) => IsLarger(type) ? _larger : Ratios;

    /// <summary>The priors after a first pass.</summary>
    public static BeadPriors Estimate(IReadOnlyList<Step> steps, SentenceCountModel sentences)
    {
        var counts = new double[Shares.Length];
        for (int start = 0, end; start < steps.Count; start = end)
        {
            var family = FamilyOf(steps[start]);
            for (end = start + 1; end < steps.Count && FamilyOf(steps[end]) == family; end++)
            {
            }

            var isPassage = IsOneSided(family) && end - start <= Math.Max(PseudoBeads, LargePart * steps.Count);
            counts[family] += isPassage ? Math.Min(MostInRow, end - start) : end - start;
        }

        return new BeadPriors(Habits(counts));

        int FamilyOf(Step step) => Family(new BeadType(step.A, step.B), sentences.Difference(step));
    }

    /// <summary>How much more often than usual each family is; the families of one side between what both and what each has shown.</summary>
    private static double[] Habits(double[] counts)
    {
        var total = counts.Sum() + PseudoBeads;
        var habits = counts.Zip(Shares, (count, share) => (count + (PseudoBeads * share)) / (total * share)).ToArray();
        var both = counts[0] + counts[1];
        var mean = (habits[0] + habits[1]) / 2;
        for (var side = 0; side < 2; side++)
        {
            habits[side] = mean * (counts[side] + (PseudoSides / 2)) / ((both + PseudoSides) / 2);
        }

        return habits;
    }

    private static bool IsOneSided(int family) => family < 2;

    private static bool IsLarger(BeadType type) => !type.IsOneSided && type.A + type.B > 2;

    private static int Family(BeadType type, int difference) => type.A == 0 ? 0 : type.B == 0 ? 1 : !IsLarger(type) ? 2 : 3 + Math.Min(difference, 2);

    private static double Prior(BeadType type) => (Math.Min(type.A, type.B), Math.Max(type.A, type.B)) switch
    {
        (0, _) => OneSided,
        (1, 1) => 0.80,
        (1, 2) => 0.06,
        (1, var many) => 0.008 * Math.Pow(0.3, many - 3),
        var (few, many) => 0.02 * Math.Pow(0.25, few + many - 4),
    };
}
