using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Alignment.Chains;

/// <summary>
/// The beads of several pairs that say the same of their spans: one meaning in two or more languages. A language that one of the others has
/// elsewhere is absent, so that it coarsens nobody.
/// </summary>
/// <param name="Spans">One a language, in the order of the request; null where the language takes no part.</param>
/// <param name="Confidences">The confidence of each pair of the languages that take part.</param>
public sealed record AlignedUnit(ImmutableArray<SegmentSpan?> Spans, ImmutableArray<PairConfidence> Confidences);
