using System.Collections.Immutable;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Adaptation;
using VietJapanTM.Matching.Tags;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>What is done with a match's translation, on the wire.</summary>
internal static class AdaptationMapping
{
    /// <summary>Adds the edited translation and the mapped tags to a match.</summary>
    /// <param name="wire">The match on the wire.</param>
    /// <param name="match">The match.</param>
    /// <param name="adapted">The edited translation, or null.</param>
    /// <param name="tags">The query's tags.</param>
    public static void Dress(this Wire.Match wire, LookupMatch match, AdaptedTarget? adapted, ImmutableArray<InlineTag> tags)
    {
        if (match.Target is not { } target)
        {
            return;
        }

        var mapped = tags.IsEmpty && target.Tags.IsEmpty ? null : TagMapping.Map(tags, match.Source.Tags, target.Tags, target.Text.Length);
        wire.MappedTags = mapped?.ToWire();
        wire.AdaptedTarget = adapted?.ToWire(TagMapping.Map(tags, match.Source.Tags, adapted.Tags, adapted.Text.Length).Tags);
    }

    private static Wire.MappedTags ToWire(this MappedTags tags) => new()
    {
        Tags = { tags.Tags.Select(UnitMapping.ToWire) },
        Dropped = { tags.Dropped.Select(UnitMapping.ToWire) },
        Appended = { tags.Appended.Select(UnitMapping.ToWire) },
    };

    private static Wire.AdaptedTarget ToWire(this AdaptedTarget adapted, ImmutableArray<InlineTag> tags) => new()
    {
        Text = adapted.Text,
        Tags = { tags.Select(UnitMapping.ToWire) },
        Edits = { adapted.Edits.Select(ToWire) },
        NeedsReview = adapted.NeedsReview,
        Origin = Wire.Variant.Types.Origin.Machine,
    };

    private static Wire.TargetEdit ToWire(TargetEdit edit) => new()
    {
        Kind = Words.Kebab(edit.Kind),
        OldText = edit.OldText,
        NewText = edit.NewText,
        QuerySpan = edit.Query.ToWire(),
        SourceSpan = edit.Source.ToWire(),
        TargetSpan = edit.Target.ToWire(),
        AdaptedSpan = edit.Adapted.ToWire(),
        Concept = edit.ConceptId is null ? "" : ResourceName.Concept(edit.ConceptId),
        ReplacedConcept = edit.ReplacedConceptId is null ? "" : ResourceName.Concept(edit.ReplacedConceptId),
        NeedsReview = edit.NeedsReview,
    };
}
