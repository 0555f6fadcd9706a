using System.Runtime.InteropServices;

namespace VietJapanTM.Alignment.Learning;

/// <summary>Composes the tables of two pairs through the language that they share.</summary>
internal static class PivotTables
{
    private const double LeastStep = 0.01;
    private const double LeastProduct = 0.0005;

    /// <summary>t(b|a) = Σ t(p|a) · t(b|p) and t(a|b) likewise, over pivots p that each step believes in.</summary>
    public static Dictionary<(string First, string Second), (double Forward, double Backward)> Compose(
        TranslationTables toPivot, TranslationTables fromPivot)
    {
        var steps = fromPivot.Links
            .GroupBy(link => link.Key.First, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        var composed = new Dictionary<(string, string), (double Forward, double Backward)>();
        foreach (var ((first, pivot), (forward, backward)) in toPivot.Links)
        {
            if (!steps.TryGetValue(pivot, out var links))
            {
                continue;
            }

            foreach (var ((_, second), step) in links)
            {
                var there = Product(forward, step.Forward);
                var back = Product(backward, step.Backward);
                if (there > 0 || back > 0)
                {
                    ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(composed, (first, second), out _);
                    sum.Forward += there;
                    sum.Backward += back;
                }
            }
        }

        return composed;
    }

    private static double Product(double one, double other) =>
        one >= LeastStep && other >= LeastStep && one * other >= LeastProduct ? one * other : 0;
}
