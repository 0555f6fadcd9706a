namespace VietJapanTM.Alignment.Scoring;

/// <summary>
/// What a word says that its sentence holds several times: the second says less than the first, because a word that has occurred is far likelier to occur
/// again, whatever stands on the other side. The n-th counts 1/√n. Source of the observation: Church and Gale, Poisson mixtures, 1995.
/// </summary>
internal static class Repetition
{
    private static readonly float[] Weights = [.. Enumerable.Range(1, byte.MaxValue + 1).Select(n => 1 / MathF.Sqrt(n))];

    /// <summary>The weight of a word that stands so often before.</summary>
    public static float Weight(byte repeats) => Weights[repeats];
}
