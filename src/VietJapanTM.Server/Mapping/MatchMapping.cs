using VietJapanTM.Matching;
using VietJapanTM.Matching.Demotion;
using VietJapanTM.Matching.Fragments;
using VietJapanTM.Matching.Scoring;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Matches on the wire.</summary>
internal static class MatchMapping
{
    /// <summary>A match with its explanation; null where the two texts are too long to be explained.</summary>
    public static Wire.Match ToWire(this LookupMatch match, MatchProfile profile, ScoreExplanation? explanation) => new()
    {
        MatchRate = match.Score,
        BaseScore = match.BaseScore,
        AppliedPenalties = { match.Penalties.Select(p => new Wire.Penalty { Reason = Words.Kebab(p.Kind), Points = p.Points }) },
        Source = match.Source.ToWire(),
        Target = match.Target?.ToWire(),
        Unit = ResourceName.Unit(match.Unit.MemoryId, match.Unit.Id),
        Key = match.Unit.Key ?? "",
        Document = match.Unit.DocumentId is null ? "" : ResourceName.Document(match.Unit.DocumentId),
        PreviousContext = (Wire.Match.Types.Context)match.Previous,
        NextContext = (Wire.Match.Types.Context)match.Next,
        Edits = { explanation?.Edits.Select(ToWire) ?? [] },
        Distance = explanation?.Distance ?? 0,
        Weight = explanation?.Weight ?? 0,
        Difference = { explanation?.Difference.Select(ToWire) ?? [] },
        ScoreVersion = profile.Version,
        Flaws = { match.Flaws.Select(ToWire) },
        Attributes = { match.Unit.Attributes },
        Revision = match.Unit.Revision,
    };

    /// <summary>A piece of a query with its example.</summary>
    public static Wire.Fragment ToWire(this Fragment fragment) => new()
    {
        QuerySpan = fragment.Query.ToWire(),
        Unit = ResourceName.Unit(fragment.Unit.MemoryId, fragment.Unit.Id),
        Source = fragment.Unit.Variants[fragment.Ordinal].ToWire(),
        SourceSpan = fragment.Source.ToWire(),
        Target = fragment.Target?.ToWire(),
        TargetSpans = { fragment.Aligned.Select(s => s.ToWire()) },
    };

    private static Wire.TermFlaw ToWire(TermFlaw flaw) => new()
    {
        Rule = flaw.RuleId,
        Concept = ResourceName.Concept(flaw.ConceptId),
        Text = flaw.Text,
        TargetSpan = flaw.Span.ToWire(),
        Replacements = { flaw.Replacements },
    };

    private static Wire.Edit ToWire(EditOperation edit) => new()
    {
        Action = Words.Kebab(edit.Action),
        Kind = Words.Kebab(edit.Kind),
        Cost = edit.Cost,
        QuerySpan = edit.Query.ToWire(),
        SourceSpan = edit.Source.ToWire(),
    };

    private static Wire.DifferencePart ToWire(DifferencePart part) => new()
    {
        Kind = Words.Kebab(part.Kind),
        QuerySpan = part.Query.ToWire(),
        SourceSpan = part.Source.ToWire(),
    };
}
