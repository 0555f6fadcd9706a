using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment;

/// <summary>One language's text, segmented, as the aligner reads it. Immutable.</summary>
/// <param name="Language">The language.</param>
/// <param name="Segments">The segments in order; may be empty, never the default array. Paragraph indices never decrease.</param>
public sealed record AlignmentSide(LanguageTag Language, ImmutableArray<DocumentSegment> Segments)
{
    /// <summary>The side of a document.</summary>
    public static AlignmentSide Of(DocumentText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new AlignmentSide(text.Language, text.Segments);
    }

    /// <summary>A side whose segments are all in one paragraph.</summary>
    public static AlignmentSide OfLines(LanguageTag language, IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return new AlignmentSide(language, [.. lines.Select(line => new DocumentSegment(line, 0))]);
    }
}
