namespace VietJapanTM.Alignment.Lattices;

/// <summary>A bead on a path before its confidence is known.</summary>
/// <param name="Source">First source segment.</param>
/// <param name="A">Source segments.</param>
/// <param name="Target">First target segment.</param>
/// <param name="B">Target segments.</param>
internal readonly record struct Step(int Source, int A, int Target, int B)
{
    /// <summary>The source boundary after it.</summary>
    public int SourceEnd => Source + A;

    /// <summary>The target boundary after it.</summary>
    public int TargetEnd => Target + B;
}
