using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace VietJapanTM.Model;

/// <summary>A text and its counterparts, segmented, with the beads of each language pair. Immutable.</summary>
public sealed record Document
{
    /// <summary>Identifies the document within its tenant, in the form of <see cref="Memory.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The memory that holds the units made from it.</summary>
    public required string MemoryId { get; init; }

    /// <summary>What people call it: a headline or a file name.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>One entry a language, in the order of the request.</summary>
    public required ImmutableArray<DocumentText> Texts { get; init; }

    /// <summary>The beads of each pair of languages; a pair stands once, in the order of <see cref="Texts"/>.</summary>
    public ImmutableArray<PairBeads> Pairs { get; init; } = [];

    /// <summary>When the document was stored.</summary>
    public DateTimeOffset CreateTime { get; init; }

    /// <summary>The revision that made this version; 0 until stored.</summary>
    public long Revision { get; init; }
}

/// <summary>A document in one language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Raw">The text as it came, before mending.</param>
/// <param name="Segments">The segments after mending, in order.</param>
public sealed partial record DocumentText(LanguageTag Language, string Raw, ImmutableArray<DocumentSegment> Segments)
{
    private string Separator => Language.Primary == LanguageTag.Japanese.Value ? "" : " ";

    /// <summary>
    /// Consecutive segments as one text: joined by a space, in Japanese by nothing, and so are the lines that a segment was wrapped into.
    /// </summary>
    public string Join(int start, int count)
    {
        var joined = string.Join(Separator, Segments.Skip(start).Take(count).Select(s => s.Text));
        return joined.AsSpan().ContainsAny('\n', '\r') ? LineBreak().Replace(joined, BetweenLines) : joined;
    }

    private string BetweenLines(Match lineBreak) => lineBreak.Groups["latin"].Success ? " " : Separator;

    // Latin words keep their space in Japanese too.
    [GeneratedRegex(@"\s*[\n\r]\s*(?<latin>(?<=[!-~]\s+)(?=[!-~]))?")]
    private static partial Regex LineBreak();
}

/// <summary>A segment of a document.</summary>
/// <param name="Text">The text.</param>
/// <param name="Paragraph">Index of its paragraph, 0 or more, never decreasing.</param>
public readonly record struct DocumentSegment(string Text, int Paragraph);

/// <summary>The beads of one pair of languages over a document.</summary>
/// <param name="Source">One language.</param>
/// <param name="Target">The other.</param>
/// <param name="Beads">All beads, in order, covering both sides without a gap.</param>
public sealed record PairBeads(LanguageTag Source, LanguageTag Target, ImmutableArray<Bead> Beads);
