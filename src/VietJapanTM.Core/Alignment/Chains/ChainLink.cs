using System.Collections.Immutable;

namespace VietJapanTM.Alignment.Chains;

/// <summary>A link of the closed chain: the smallest spans, one in each language, that no bead crosses.</summary>
/// <param name="Spans">One a language, in the order of the request; empty where a language says nothing.</param>
/// <param name="Confidence">The least confidence of the beads within, 0 to 1.</param>
/// <param name="IsComposite">True where a pair has more than one bead within, so that the link is coarser than the pair.</param>
public sealed record ChainLink(ImmutableArray<SegmentSpan> Spans, double Confidence, bool IsComposite);
