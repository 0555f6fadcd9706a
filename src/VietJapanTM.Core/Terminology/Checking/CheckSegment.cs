using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Checking;

/// <summary>A segment to check. Immutable.</summary>
public sealed record CheckSegment
{
    /// <summary>The source text, or null where a text is checked on its own.</summary>
    public string? Source { get; init; }

    /// <summary>The source's language; of no meaning without a source.</summary>
    public LanguageTag SourceLanguage { get; init; }

    /// <summary>The target text, or the only one; an empty one fails no rule.</summary>
    public required string Target { get; init; }

    /// <summary>The target's language.</summary>
    public required LanguageTag TargetLanguage { get; init; }

    /// <summary>
    /// Names the document that the segment belongs to; segments of one document stand in its order. A first mention is the first of
    /// its document.
    /// </summary>
    public string Document { get; init; } = "";

    /// <summary><c>es: … → en: …</c>, or <c>es: …</c> for a text on its own.</summary>
    public override string ToString() =>
        Source is null ? $"{TargetLanguage}: {Target}" : $"{SourceLanguage}: {Source} → {TargetLanguage}: {Target}";
}
