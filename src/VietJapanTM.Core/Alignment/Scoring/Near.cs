namespace VietJapanTM.Alignment.Scoring;

/// <summary>Segments of the other side that a segment can stand beside, window-relative.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The one after the last.</param>
internal readonly record struct Near(int From, int To);
