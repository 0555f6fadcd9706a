using VietJapanTM.Model;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Segmentation;

namespace VietJapanTM.Server.Workspace;

/// <summary>A text in several languages that shall become a document.</summary>
public sealed record DocumentRequest
{
    /// <summary>The document's id.</summary>
    public required string Id { get; init; }

    /// <summary>The memory that receives the units.</summary>
    public required string MemoryId { get; init; }

    /// <summary>What people call it.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Two to four texts in different languages.</summary>
    public required IReadOnlyList<(LanguageTag Language, string Text)> Texts { get; init; }

    /// <summary>What to mend in the texts first, where their language can be mended. Default: nothing.</summary>
    public MendKind Mend { get; init; }

    /// <summary>What to segment by; null (the default) for the shipped rules.</summary>
    public SegmentationRules? Rules { get; init; }
}
