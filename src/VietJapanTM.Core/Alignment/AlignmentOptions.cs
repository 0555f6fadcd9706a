namespace VietJapanTM.Alignment;

/// <summary>What an alignment weighs, and how much. The defaults are tuned on open development sets; see DESIGN.md.</summary>
public sealed record AlignmentOptions
{
    /// <summary>The defaults.</summary>
    public static AlignmentOptions Default { get; } = new();

    /// <summary>Use the shipped lexicon of the pair, where there is one. Default true.</summary>
    public bool UseShippedLexicon { get; init; } = true;

    /// <summary>Treat paragraph boundaries as soft boundaries of beads. Default true.</summary>
    public bool UseParagraphs { get; init; } = true;
}
