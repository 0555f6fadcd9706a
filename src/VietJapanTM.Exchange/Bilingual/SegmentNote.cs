namespace VietJapanTM.Exchange.Bilingual;

/// <summary>What somebody wrote beside a segment for other people: a note of XLIFF or TMX, a comment of PO, RESX, JSON or YAML.</summary>
/// <param name="Text">The words.</param>
/// <param name="Line">1-based line at which they begin.</param>
/// <param name="Column">1-based column, in UTF-16 units.</param>
/// <param name="File">The file as the user named it.</param>
public sealed record SegmentNote(string Text, int Line, int Column, string File);
