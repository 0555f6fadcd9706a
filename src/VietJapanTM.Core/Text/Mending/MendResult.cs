namespace VietJapanTM.Text.Mending;

/// <summary>A mended text and what was changed.</summary>
/// <param name="Text">The text after all edits; the very string that came where there are none.</param>
/// <param name="Edits">The changes, in the order of the text; they do not overlap.</param>
public sealed record MendResult(string Text, IReadOnlyList<MendEdit> Edits);
