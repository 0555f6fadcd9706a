namespace VietJapanTM.Alignment.Chains;

/// <summary>The order in which the pairs of several languages stand: (0,1), (0,2), … (1,2), ….</summary>
public static class LanguagePairs
{
    /// <summary>All pairs of <paramref name="count"/> languages.</summary>
    public static IEnumerable<(int First, int Second)> Of(int count)
    {
        for (var first = 0; first < count; first++)
        {
            for (var second = first + 1; second < count; second++)
            {
                yield return (first, second);
            }
        }
    }

    /// <summary>Index of the pair (<paramref name="first"/>, <paramref name="second"/>), the smaller first, among all pairs.</summary>
    public static int IndexOf(int first, int second, int count) => (first * (2 * count - first - 1) / 2) + second - first - 1;
}
