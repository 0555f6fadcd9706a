using System.Collections.Immutable;

namespace VietJapanTM.Model;

/// <summary>The text of a unit in one language (TMX <c>tuv</c>). Immutable.</summary>
public sealed record Variant
{
    /// <summary>The language.</summary>
    public required LanguageTag Language { get; init; }

    /// <summary>The text without inline tags, byte for byte as it came; never normalised.</summary>
    public required string Text { get; init; }

    /// <summary>Inline tags, in order of position.</summary>
    public ImmutableArray<InlineTag> Tags { get; init; } = [];

    /// <summary>How far the variant has been checked.</summary>
    public VariantStatus Status { get; init; }

    /// <summary>Where the variant came from.</summary>
    public VariantOrigin Origin { get; init; }

    /// <summary>Who wrote or imported it; empty where unknown.</summary>
    public string Author { get; init; } = "";

    /// <summary>When it was written, as the source says; the store fills in the time of its change set where absent.</summary>
    public DateTimeOffset? CreateTime { get; init; }

    /// <summary>When it was last changed, likewise.</summary>
    public DateTimeOffset? UpdateTime { get; init; }

    /// <summary>Index of the segment within its document and language, or null.</summary>
    public int? Position { get; init; }

    /// <summary>Hash of the text before it (<see cref="ContextHash"/>), or null where unknown.</summary>
    public ContextHash? Previous { get; init; }

    /// <summary>Hash of the text after it, or null where unknown.</summary>
    public ContextHash? Next { get; init; }
}

/// <summary>How far a variant has been checked. A machine's output starts as a draft.</summary>
public enum VariantStatus
{
    /// <summary>Not looked at.</summary>
    Draft,

    /// <summary>Read by someone.</summary>
    Reviewed,

    /// <summary>Signed off.</summary>
    Approved,

    /// <summary>Kept for history; never offered.</summary>
    Rejected,
}

/// <summary>Where a variant came from.</summary>
public enum VariantOrigin
{
    /// <summary>Typed by a translator.</summary>
    Typed,

    /// <summary>Made by the aligner from a document.</summary>
    Aligned,

    /// <summary>Read from an exchange file.</summary>
    Imported,

    /// <summary>Made or edited by a machine.</summary>
    Machine,
}
