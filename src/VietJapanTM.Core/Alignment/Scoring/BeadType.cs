namespace VietJapanTM.Alignment.Scoring;

/// <summary>A shape of bead: how many segments stand on each side.</summary>
/// <param name="A">Source segments.</param>
/// <param name="B">Target segments.</param>
internal readonly record struct BeadType(int A, int B)
{
    /// <summary>Most segments on one side.</summary>
    public const int MaxSide = 4;

    /// <summary>Most segments on one side of a bead that <see cref="Lattices.LargeBeads"/> joins.</summary>
    public const int MostJoined = 8;

    /// <summary>Most segments on both sides together.</summary>
    public const int MaxSum = 6;

    /// <summary>Index of 0:1 in <see cref="All"/>.</summary>
    public const int Insertion = 0;

    /// <summary>Index of 1:0 in <see cref="All"/>.</summary>
    public const int Deletion = 1;

    /// <summary>Every shape, 0:1 and 1:0 first.</summary>
    public static BeadType[] All { get; } = Build();

    /// <summary>True where a side is empty.</summary>
    public bool IsOneSided => A == 0 || B == 0;

    /// <summary>Index of a shape in <see cref="All"/>.</summary>
    public static int IndexOf(int a, int b) => Array.IndexOf(All, new BeadType(a, b));

    private static BeadType[] Build()
    {
        var types = new List<BeadType> { new(0, 1), new(1, 0) };
        for (var a = 1; a <= MaxSide; a++)
        {
            for (var b = 1; b <= Math.Min(MaxSide, MaxSum - a); b++)
            {
                types.Add(new BeadType(a, b));
            }
        }

        return [.. types];
    }
}
