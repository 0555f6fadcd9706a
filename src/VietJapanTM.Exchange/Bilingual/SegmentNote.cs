namespace VietJapanTM.Exchange.Bilingual;

/// <summary>What somebody wrote beside a segment for other people: a note of XLIFF or TMX, a comment of PO, RESX, JSON, YAML or Markdown. Immutable.</summary>
/// <param name="Text">The words.</param>
/// <param name="Line">1-based line at which they begin.</param>
/// <param name="Column">1-based column, in UTF-16 units.</param>
/// <param name="File">The file as the user named it.</param>
public sealed record SegmentNote(string Text, int Line, int Column, string File)
{
    /// <summary>The part of <see cref="File"/> that the words are about, where the segment holds more than that; null for all of it.</summary>
    public NoteScope? Scope { get; init; }

    /// <summary>The words between two offsets of a file, without the white space around them.</summary>
    internal static SegmentNote Of(RawText raw, int start, int end, string file)
    {
        var words = raw.Value.AsSpan(start..end);
        var (line, column) = raw.PlaceOf(start + words.Length - words.TrimStart().Length);
        return new SegmentNote(words.Trim().ToString(), line, column, file);
    }
}
