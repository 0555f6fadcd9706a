using VietJapanTM.Model;

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

    /// <summary>Mend the texts first, where their language can be mended?</summary>
    public bool Mend { get; init; }
}
