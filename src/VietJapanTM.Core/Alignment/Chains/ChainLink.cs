using System.Collections.Immutable;

namespace VietJapanTM.Alignment.Chains;

/// <summary>
/// A link of the closed chain: the smallest spans, one in each language, that no bead of the first language's pairs crosses. A bead between two others may,
/// where the first language stands between.
/// </summary>
/// <param name="Spans">One a language, in the order of the request; empty where a language says nothing.</param>
/// <param name="Confidence">The least confidence of the beads within, 0 to 1, and at most what a bead that reaches out of the link leaves to 1.</param>
/// <param name="IsComposite">True where a pair has more than one bead within, so that the link is coarser than the pair, or one that reaches out of it.</param>
public sealed record ChainLink(ImmutableArray<SegmentSpan> Spans, double Confidence, bool IsComposite);
