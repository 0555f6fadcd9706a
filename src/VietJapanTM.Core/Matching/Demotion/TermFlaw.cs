using System.Collections.Immutable;
using VietJapanTM.Text;

namespace VietJapanTM.Matching.Demotion;

/// <summary>A forbidden or deprecated term in a translation that the memory offers.</summary>
/// <param name="RuleId">The rule of the terminology check that it breaks, such as <c>VJT001</c>.</param>
/// <param name="ConceptId">The concept.</param>
/// <param name="Text">The words, as they stand there.</param>
/// <param name="Span">Where, in the translation.</param>
/// <param name="Replacements">Approved terms that may stand there instead, the preferred one first; may be empty.</param>
public sealed record TermFlaw(string RuleId, string ConceptId, string Text, TextSpan Span, ImmutableArray<string> Replacements);
