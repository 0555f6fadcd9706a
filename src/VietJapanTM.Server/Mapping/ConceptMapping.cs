using Google.Protobuf.WellKnownTypes;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Concepts and their terms on the wire.</summary>
internal static class ConceptMapping
{
    public static Wire.Concept ToWire(this Concept concept) => new()
    {
        Name = ResourceName.Concept(concept.Id),
        SubjectField = concept.SubjectField,
        Definition = concept.Definition ?? "",
        Note = concept.Note ?? "",
        Source = concept.Source ?? "",
        Languages = { concept.Languages.Select(ToWire) },
        Related = { concept.Related.Select(ResourceName.Concept) },
        Revision = concept.Revision,
        DefinitionSource = concept.DefinitionSource ?? "",
        Examples = { concept.Examples.Select(ToWire) },
        ApprovalState = concept.Approval.ToWire(),
        Etag = Etags.Of(concept.Revision),
        ExternalReferences = { concept.ExternalReferences.Select(ToWire) },
        Transactions = { concept.Transactions.Select(ToWire) },
    };

    /// <summary>The concept with the change set that made its version.</summary>
    public static Wire.Concept ToWire(this Concept concept, ChangeSet? changeSet)
    {
        var wire = concept.ToWire();
        if (changeSet is not null)
        {
            wire.Author = changeSet.Author;
            wire.Reason = changeSet.Reason;
            wire.UpdateTime = Timestamp.FromDateTimeOffset(changeSet.Time);
        }

        return wire;
    }

    /// <summary>The state on the wire.</summary>
    public static Wire.Concept.Types.ApprovalState ToWire(this ApprovalState state) => state switch
    {
        ApprovalState.Approved => Wire.Concept.Types.ApprovalState.Approved,
        ApprovalState.Rejected => Wire.Concept.Types.ApprovalState.Rejected,
        ApprovalState.Retired => Wire.Concept.Types.ApprovalState.Retired,
        _ => Wire.Concept.Types.ApprovalState.Proposed,
    };

    /// <summary>A concept as seen from one of its terms, with the equivalents in the languages wanted (all where none is named).</summary>
    public static Wire.TermEntry ToEntry(this Concept concept, LanguageSection section, Term term, IReadOnlyList<LanguageTag> targets) => new()
    {
        Concept = ResourceName.Concept(concept.Id),
        SubjectField = concept.SubjectField,
        Definition = section.Definition ?? concept.Definition ?? "",
        Term = term.ToWire(section),
        Equivalents =
        {
            concept.Languages
                .Where(l => l.Language != section.Language && (targets.Count == 0 || targets.Any(t => t.Covers(l.Language))))
                .Select(ToWire),
        },
    };

    private static Wire.LanguageSection ToWire(LanguageSection section) => new()
    {
        LanguageCode = section.Language.Value,
        Definition = section.Definition ?? "",
        DefinitionSource = section.DefinitionSource ?? "",
        Note = section.Note ?? "",
        Terms = { section.Terms.Select(t => t.ToWire(section)) },
    };

    private static Wire.Term ToWire(this Term term, LanguageSection section) => new()
    {
        Text = term.Text,
        Status = term.Status switch
        {
            AdministrativeStatus.Preferred => Wire.Term.Types.AdministrativeStatus.Preferred,
            AdministrativeStatus.Deprecated => Wire.Term.Types.AdministrativeStatus.Deprecated,
            AdministrativeStatus.Superseded => Wire.Term.Types.AdministrativeStatus.Superseded,
            _ => Wire.Term.Types.AdministrativeStatus.Admitted,
        },
        PartOfSpeech = Words.Camel(term.PartOfSpeech),
        Gender = term.Gender == GrammaticalGender.None ? "" : Words.Camel(term.Gender),
        Number = term.Number == GrammaticalNumber.None ? "" : Words.Camel(term.Number),
        Type = term.Type == TermType.Phrase ? "phraseologicalUnit" : Words.Camel(term.Type),
        FullForm = term.FullForm is null ? "" : section.Terms.FirstOrDefault(t => t.Id == term.FullForm)?.Text ?? "",
        CaseSensitive = term.CaseRule == CaseRule.Sensitive,
        Context = term.Context ?? "",
        Source = term.Source ?? "",
        Reliability = term.Reliability ?? 0,
        Note = term.Note ?? "",
        Id = term.Id ?? "",
        ApprovalState = term.Approval.ToWire(),
        Forms = { term.Forms },
        ContextSource = term.ContextSource ?? "",
        GeographicalUsage = term.GeographicalUsage ?? "",
        Customer = term.Customer ?? "",
        Project = term.Project ?? "",
        Location = term.Location ?? "",
        NeedsNeighbour = term.NeedsNeighbour,
        Related = { term.Related },
        ExternalReferences = { term.ExternalReferences.Select(ToWire) },
        Transactions = { term.Transactions.Select(ToWire) },
    };

    private static Wire.Example ToWire(ConceptExample example) => new()
    {
        Passes = example.Passes,
        SourceLanguageCode = example.SourceLanguage.Value,
        Source = example.Source,
        TargetLanguageCode = example.TargetLanguage.Value,
        Target = example.Target,
    };

    private static Wire.ExternalReference ToWire(ExternalReference reference) =>
        new() { Uri = reference.Target, Text = reference.Text, Graphic = reference.IsGraphic };

    private static Wire.Transaction ToWire(EntryTransaction transaction) => new()
    {
        Type = Words.Camel(transaction.Type),
        Date = transaction.Date ?? "",
        Responsibility = transaction.Responsibility ?? "",
    };
}
