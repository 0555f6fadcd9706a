using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Bilingual;

/// <summary>A segment with its translation, and where both stand. Immutable.</summary>
public sealed record BilingualSegment
{
    /// <summary>The file of the translation, as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>The file of the source, where that is another; null where both stand in <see cref="File"/>.</summary>
    public string? SourceFile { get; init; }

    /// <summary>Names the segment within its file, as the file does; may be empty.</summary>
    public required string Id { get; init; }

    /// <summary>Language of <see cref="Source"/>.</summary>
    public required LanguageTag SourceLanguage { get; init; }

    /// <summary>Language of <see cref="Target"/>.</summary>
    public required LanguageTag TargetLanguage { get; init; }

    /// <summary>The source; without text where a catalogue has the translation alone.</summary>
    public required LocatedText Source { get; init; }

    /// <summary>The translation, or null where there is none yet.</summary>
    public LocatedText? Target { get; init; }

    /// <summary>The format's own word for how far the translation is (<c>final</c>, <c>needs-translation</c>), or null.</summary>
    public string? State { get; init; }

    /// <summary>The notes of the segment, in the order of the file; those of a source in another file come first.</summary>
    public ImmutableArray<SegmentNote> Notes { get; init; } = [];
}
