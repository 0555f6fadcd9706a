namespace VietJapanTM.Text.Mending;

/// <summary>How a text is mended.</summary>
public sealed record MendingOptions
{
    /// <summary>The default kinds, adapting to the document.</summary>
    public static MendingOptions Default { get; } = new();

    /// <summary>The kinds to mend. Default: <see cref="MendKind.Default"/>.</summary>
    public MendKind Kinds { get; init; } = MendKind.Default;

    /// <summary>Edits below this confidence are left out, 0 to 1. Default 0: the mender's own threshold alone decides.</summary>
    public double MinimumConfidence { get; init; }

    /// <summary>
    /// Whether a document in which clear losses are frequent is mended more boldly. Default true. Turn it off for texts that
    /// are joined from many sources.
    /// </summary>
    public bool AdaptToDocument { get; init; } = true;
}
