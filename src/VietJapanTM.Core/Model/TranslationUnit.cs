using System.Collections.Immutable;

namespace VietJapanTM.Model;

/// <summary>One meaning in two or more languages (TMX <c>tu</c>). Immutable.</summary>
public sealed record TranslationUnit
{
    /// <summary>Identifies the unit within its tenant; empty until the store has given one.</summary>
    public string Id { get; init; } = "";

    /// <summary>The memory that holds the unit.</summary>
    public required string MemoryId { get; init; }

    /// <summary>The client's own key (TMX <c>tuid</c>), unique within a memory, or null. A put with a known key updates.</summary>
    public string? Key { get; init; }

    /// <summary>The document that the unit was aligned from, or null.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The texts, at least one; a language may stand more than once, the preferred variant first.</summary>
    public required ImmutableArray<Variant> Variants { get; init; }

    /// <summary>How sure the aligner was of each pair of languages; empty for units that were typed or imported.</summary>
    public ImmutableArray<PairConfidence> Confidences { get; init; } = [];

    /// <summary>Free properties (TMX <c>prop</c>): domain, client, project.</summary>
    public ImmutableSortedDictionary<string, string> Attributes { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The revision that made this version; 0 until stored.</summary>
    public long Revision { get; init; }

    /// <summary>The first variant that <paramref name="language"/> covers, or null.</summary>
    public Variant? Find(LanguageTag language)
    {
        foreach (var variant in Variants)
        {
            if (language.Covers(variant.Language))
            {
                return variant;
            }
        }

        return null;
    }
}

/// <summary>The aligner's confidence in one pair of variants, 0 to 1, calibrated.</summary>
/// <param name="First">The language that sorts first.</param>
/// <param name="Second">The other language.</param>
/// <param name="Confidence">0 to 1.</param>
public readonly record struct PairConfidence(LanguageTag First, LanguageTag Second, double Confidence)
{
    /// <summary>What is below is worth a reviewer's look, and no exact match before.</summary>
    public const double Doubtful = 0.8;
}
