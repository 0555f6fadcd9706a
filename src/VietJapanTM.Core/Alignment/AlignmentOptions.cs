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

    /// <summary>Align the sentences inside segments. The switches from here on exist for the ablation. Default true.</summary>
    internal bool UseSentences { get; init; } = true;

    /// <summary>Weigh lengths. Default true.</summary>
    internal bool UseLength { get; init; } = true;

    /// <summary>Link words that look or sound alike. Default true.</summary>
    internal bool UseCognates { get; init; } = true;

    /// <summary>Link words by way of a third language. Default true.</summary>
    internal bool UsePivot { get; init; } = true;

    /// <summary>Let a word that the lexicon does not hold stand for words that it resembles. Default true.</summary>
    internal bool UseInflections { get; init; } = true;

    /// <summary>Estimate λ and the bead shapes of the document, and search again. Default true.</summary>
    internal bool EstimateDocument { get; init; } = true;

    /// <summary>Check merges against deletions: compare the sentences that end on both sides. Default true.</summary>
    internal bool UseSentenceCounts { get; init; } = true;

    /// <summary>Compare how both sides of a bead end. Default true.</summary>
    internal bool UseEndings { get; init; } = true;

    /// <summary>Weigh that sentences which stand in both texts equally often fall together, the first with the first. Default true.</summary>
    internal bool UseRecurrence { get; init; } = true;

    /// <summary>Check deletions against free translations: floor the words' say, join what stands side by side. Default true.</summary>
    internal bool UseFreeTranslations { get; init; } = true;

    /// <summary>Join beads of more sentences than a step of the search holds. Default true.</summary>
    internal bool UseLargeBeads { get; init; } = true;

    /// <summary>Let a bead be the less sure the less its words speak for related sides. Default true.</summary>
    internal bool UseRelation { get; init; } = true;

    /// <summary>With three or more languages, let the pairs inform one another. Default true.</summary>
    internal bool UseOtherPairs { get; init; } = true;
}
