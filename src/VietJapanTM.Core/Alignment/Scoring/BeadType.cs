namespace VietJapanTM.Alignment.Scoring;

/// <summary>A shape of bead: how many segments stand on each side, and how common that is.</summary>
/// <param name="A">Source segments.</param>
/// <param name="B">Target segments.</param>
/// <param name="LogPrior">Natural logarithm of its prior weight.</param>
internal readonly record struct BeadType(int A, int B, float LogPrior)
{
    /// <summary>Most segments on one side.</summary>
    public const int MaxSide = 4;

    /// <summary>Most segments on both sides together.</summary>
    public const int MaxSum = 6;

    /// <summary>Index of 0:1 in <see cref="All"/>.</summary>
    public const int Insertion = 0;

    /// <summary>Index of 1:0 in <see cref="All"/>.</summary>
    public const int Deletion = 1;

    /// <summary>Every shape, 0:1 and 1:0 first.</summary>
    public static BeadType[] All { get; } = Build();

    private static BeadType[] Build()
    {
        const double oneSided = 0.003;
        var types = new List<BeadType> { new(0, 1, (float)Math.Log(oneSided)), new(1, 0, (float)Math.Log(oneSided)) };
        for (var a = 1; a <= MaxSide; a++)
        {
            for (var b = 1; b <= Math.Min(MaxSide, MaxSum - a); b++)
            {
                types.Add(new BeadType(a, b, (float)Math.Log(Prior(a, b))));
            }
        }

        return [.. types];
    }

    private static double Prior(int a, int b) => (Math.Min(a, b), Math.Max(a, b)) switch
    {
        (1, 1) => 0.80,
        (1, 2) => 0.06,
        (1, var many) => 0.008 * Math.Pow(0.3, many - 3),
        var (few, many) => 0.03 * Math.Pow(0.25, few + many - 4),
    };
}
