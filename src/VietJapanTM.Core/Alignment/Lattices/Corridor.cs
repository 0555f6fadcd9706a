namespace VietJapanTM.Alignment.Lattices;

/// <summary>
/// The part of the plane of (source, target) boundaries that the dynamic programming looks at: for each boundary of the source
/// the first and the last boundary of the target. Both never decrease, neighbouring rows overlap, and both corners are inside.
/// </summary>
internal sealed class Corridor
{
    private readonly int[] _low;
    private readonly int[] _high;

    private Corridor(int[] low, int[] high)
    {
        _low = low;
        _high = high;
    }

    /// <summary>Number of source segments.</summary>
    public int SourceCount => _low.Length - 1;

    /// <summary>Number of target segments.</summary>
    public int TargetCount => _high[^1];

    /// <summary>First target boundary of a source boundary.</summary>
    public int Low(int row) => _low[row];

    /// <summary>Last target boundary of a source boundary.</summary>
    public int High(int row) => _high[row];

    /// <summary>The whole plane.</summary>
    public static Corridor Full(int sources, int targets)
    {
        var high = new int[sources + 1];
        Array.Fill(high, targets);
        return new Corridor(new int[sources + 1], high);
    }

    /// <summary>
    /// Everything within <paramref name="radius"/> target segments of a path, each row widened to what its neighbours within
    /// <paramref name="reach"/> rows touch, so that the path may turn either way.
    /// </summary>
    /// <param name="steps">The path's beads, in order, from corner to corner.</param>
    /// <param name="sources">Number of source segments.</param>
    /// <param name="targets">Number of target segments.</param>
    /// <param name="radius">Target segments on either side, 1 or more.</param>
    /// <param name="reach">Source segments before and after, 0 or more.</param>
    public static Corridor Around(IReadOnlyList<Step> steps, int sources, int targets, int radius, int reach)
    {
        var low = new int[sources + 1];
        var high = new int[sources + 1];
        Array.Fill(low, int.MaxValue);
        Array.Fill(high, 0);
        low[0] = 0;
        high[sources] = targets;
        foreach (var step in steps)
        {
            for (var row = step.Source; row <= step.Source + step.A; row++)
            {
                low[row] = Math.Min(low[row], step.Target);
                high[row] = Math.Max(high[row], step.Target + step.B);
            }
        }

        var wideLow = new int[sources + 1];
        var wideHigh = new int[sources + 1];
        for (var row = 0; row <= sources; row++)
        {
            wideLow[row] = Math.Max(0, low[Math.Max(0, row - reach)] - radius);
            wideHigh[row] = Math.Min(targets, high[Math.Min(sources, row + reach)] + radius);
        }

        return new Corridor(wideLow, wideHigh);
    }
}
