namespace VietJapanTM.Terminology.Extraction;

/// <summary>Dunning's log-likelihood ratios ("Accurate methods for the statistics of surprise and coincidence", 1993).</summary>
internal static class LogLikelihood
{
    /// <summary>How surprising it is that <paramref name="count"/> of <paramref name="total"/> draws hit, where a share was expected.</summary>
    public static double OfShare(double count, double total, double expected) =>
        2 * (Term(count, total * expected) + Term(total - count, total * (1 - expected)));

    /// <summary>How surprising it is that two things occur together so often.</summary>
    /// <param name="both">Units with both.</param>
    /// <param name="one">Units with the one.</param>
    /// <param name="other">Units with the other.</param>
    /// <param name="all">All units.</param>
    public static double OfPair(double both, double one, double other, double all) => both * all <= one * other
        ? 0
        : 2 * (Term(both, one * other / all)
            + Term(one - both, one * (all - other) / all)
            + Term(other - both, other * (all - one) / all)
            + Term(all - one - other + both, (all - one) * (all - other) / all));

    private static double Term(double observed, double expected) => observed <= 0 || expected <= 0 ? 0 : observed * Math.Log(observed / expected);
}
