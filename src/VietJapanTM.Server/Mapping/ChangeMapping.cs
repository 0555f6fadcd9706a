using Google.Protobuf.WellKnownTypes;
using VietJapanTM.Model;
using VietJapanTM.Store;
using VietJapanTM.Terminology.Changes;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Change sets and what they changed on the wire.</summary>
internal static class ChangeMapping
{
    public static Wire.ChangeSet ToWire(this ChangeSet changeSet, ChangeCounts? counts = null) => new()
    {
        Name = ResourceName.ChangeSet(changeSet.Revision),
        Revision = changeSet.Revision,
        Author = changeSet.Author,
        Reason = changeSet.Reason,
        CreateTime = Timestamp.FromDateTimeOffset(changeSet.Time),
        SourceFile = changeSet.SourceFile ?? "",
        Units = counts?.Units.ToWire(),
        Documents = counts?.Documents.ToWire(),
        Concepts = counts?.Concepts.ToWire(),
    };

    public static Wire.ConceptChange ToWire(this ConceptChange change) => new()
    {
        Name = ResourceName.Concept(change.ConceptId),
        Revision = change.Revision,
        Concept = change.Concept?.ToWire(),
    };

    public static Wire.ConceptStep ToWire(this ConceptStep step) => new()
    {
        ChangeSet = step.ChangeSet.ToWire(),
        Concept = step.After?.ToWire(step.ChangeSet),
        Changes = { ConceptDifference.Compare(step.Before, step.After).Select(ToWire) },
        Kind = KindOf(step.Before, step.After),
    };

    public static Wire.ConceptDifference ToWire(this ConceptDifference difference) => new()
    {
        Name = ResourceName.Concept(difference.Id),
        Kind = KindOf(difference.Before, difference.After),
        Changes = { difference.Fields.Select(ToWire) },
    };

    public static Wire.RevertConflict ToWire(this RevertConflict conflict) => new()
    {
        Name = ResourceName.Reverted(conflict),
        Revision = conflict.Revision,
    };

    public static Wire.BrokenUnit ToWire(this BrokenUnit broken) => new()
    {
        Unit = ResourceName.Unit(broken.Unit.MemoryId, broken.Unit.Id),
        SourceLanguageCode = broken.Source.Language.Value,
        SourceText = broken.Source.Text,
        TargetLanguageCode = broken.Target.Language.Value,
        TargetText = broken.Target.Text,
        Finding = broken.Finding.ToWire(),
    };

    private static Wire.FieldChange ToWire(FieldChange change) => new() { Path = change.Path, Before = change.Before, After = change.After };

    private static Wire.ChangeCounts ToWire(this KindCounts counts) =>
        new() { Created = counts.Created, Updated = counts.Updated, Deleted = counts.Deleted };

    private static Wire.ConceptDifference.Types.Kind KindOf(Concept? before, Concept? after) =>
        before is null ? Wire.ConceptDifference.Types.Kind.Created
        : after is null ? Wire.ConceptDifference.Types.Kind.Deleted
        : Wire.ConceptDifference.Types.Kind.Updated;
}
