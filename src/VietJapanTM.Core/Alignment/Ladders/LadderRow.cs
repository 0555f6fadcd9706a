using System.Collections.Immutable;

namespace VietJapanTM.Alignment.Ladders;

/// <summary>One line of a ladder file.</summary>
/// <param name="Spans">One span a column; at least two. An empty span says nothing about its place.</param>
/// <param name="Confidence">0 to 1, or null where the line has none.</param>
public sealed record LadderRow(ImmutableArray<SegmentSpan> Spans, double? Confidence);
