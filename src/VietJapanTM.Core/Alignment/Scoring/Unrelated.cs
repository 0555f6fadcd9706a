namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// How probable it is of each bead that its sides have nothing to do with each other. The posteriors compare ways through two texts that are taken to be
/// translations: where one holds another sentence in its place, or is another text altogether, they are sure of whatever runs side by side. Here the words
/// alone are asked, by Bayes' rule, and the share of unrelated beads in the document is estimated by expectation maximisation.
/// </summary>
internal static class Unrelated
{
    /// <summary>The share of unrelated beads before a document is known.</summary>
    private const double Share = 0.01;

    /// <summary>How many beads that counts as.</summary>
    private const double PseudoBeads = 10;

    /// <summary>The most that a document can be thought to hold.</summary>
    private const double MostShare = 0.98;

    private const int Iterations = 15;

    /// <summary>The probability of each bead that its sides are related.</summary>
    /// <param name="words">What the words of each bead say, related against unrelated: <see cref="PairScorer.Relate"/>.</param>
    public static double[] Related(IReadOnlyList<float> words)
    {
        var share = Share;
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var unrelated = Share * PseudoBeads;
            foreach (var ratio in words)
            {
                unrelated += 1 - Probability(ratio, share);
            }

            share = Math.Min(MostShare, unrelated / (words.Count + PseudoBeads));
        }

        return [.. words.Select(ratio => Probability(ratio, share))];
    }

    private static double Probability(double ratio, double share) => (1 - share) / (1 - share + (share * Math.Exp(-ratio)));
}
