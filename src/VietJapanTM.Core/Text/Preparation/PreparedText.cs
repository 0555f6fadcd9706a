using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Text.Mending;
using VietJapanTM.Text.Segmentation;

namespace VietJapanTM.Text.Preparation;

/// <summary>A text after mending and segmentation. Immutable.</summary>
/// <param name="Language">The language.</param>
/// <param name="Raw">The text as it came.</param>
/// <param name="Text">The text after mending; the same as <paramref name="Raw"/> where nothing was mended.</param>
/// <param name="Edits">What the mender changed, placed in <paramref name="Raw"/>.</param>
/// <param name="Segments">Slices of <paramref name="Text"/>, in order.</param>
public sealed record PreparedText(
    LanguageTag Language,
    string Raw,
    string Text,
    IReadOnlyList<MendEdit> Edits,
    IReadOnlyList<TextSegment> Segments)
{
    /// <summary>The text of a segment.</summary>
    public string this[TextSegment segment] => Text.Substring(segment.Start, segment.Length);

    /// <summary>The text as a document holds it.</summary>
    public DocumentText ToDocumentText()
    {
        ImmutableArray<DocumentSegment> segments = [.. Segments.Select(s => new DocumentSegment(this[s], s.Paragraph))];
        return new DocumentText(Language, Raw, segments);
    }
}
