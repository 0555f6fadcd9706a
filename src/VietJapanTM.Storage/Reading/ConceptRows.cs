using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Storage.Encoding;

namespace VietJapanTM.Storage.Reading;

// The rows of a concept. Filled by Dapper.
internal sealed class ConceptRow
{
    public string Id { get; init; } = "";

    public long Revision { get; init; }

    public string SubjectField { get; init; } = "";

    public string? Definition { get; init; }

    public string? DefinitionSource { get; init; }

    public string? Note { get; init; }

    public string? Source { get; init; }

    public string? Related { get; init; }

    public string? Examples { get; init; }

    public long Approval { get; init; }

    public string? ExternalReferences { get; init; }

    public string? Transactions { get; init; }

    public long Checksum { get; init; }

    public Concept ToConcept() => new()
    {
        Id = Id,
        SubjectField = SubjectField,
        Definition = Definition,
        DefinitionSource = DefinitionSource,
        Note = Note,
        Source = Source,
        Related = StoredJson.ToStrings(Related),
        Examples = StoredJson.ToExamples(Examples),
        Approval = (ApprovalState)Approval,
        ExternalReferences = StoredJson.ToReferences(ExternalReferences),
        Transactions = StoredJson.ToTransactions(Transactions),
        Languages = [],
        Revision = Revision,
    };
}

internal sealed class SectionRow
{
    public string Concept { get; init; } = "";

    public long FromRevision { get; init; }

    public long Section { get; init; }

    public string Language { get; init; } = "";

    public string? Definition { get; init; }

    public string? DefinitionSource { get; init; }

    public string? Note { get; init; }

    public LanguageSection ToSection(ImmutableArray<Term> terms) => new()
    {
        Language = StoredLanguage.Read(Language),
        Definition = Definition,
        DefinitionSource = DefinitionSource,
        Note = Note,
        Terms = terms,
    };
}

internal sealed class TermRow
{
    public string Concept { get; init; } = "";

    public long FromRevision { get; init; }

    public long Section { get; init; }

    public string Text { get; init; } = "";

    public string? Id { get; init; }

    public long Status { get; init; }

    public long PartOfSpeech { get; init; }

    public long Gender { get; init; }

    public long Number { get; init; }

    public long Type { get; init; }

    public long CaseRule { get; init; }

    public string? FullForm { get; init; }

    public string? Forms { get; init; }

    public string? Context { get; init; }

    public string? ContextSource { get; init; }

    public string? Source { get; init; }

    public long? Reliability { get; init; }

    public string? GeographicalUsage { get; init; }

    public string? Note { get; init; }

    public long Approval { get; init; }

    public string? Customer { get; init; }

    public string? Project { get; init; }

    public string? Location { get; init; }

    public string? Related { get; init; }

    public string? ExternalReferences { get; init; }

    public string? Transactions { get; init; }

    public bool NeedsNeighbour { get; init; }

    public Term ToTerm() => new()
    {
        Text = Text,
        Id = Id,
        Status = (AdministrativeStatus)Status,
        PartOfSpeech = (PartOfSpeech)PartOfSpeech,
        Gender = (GrammaticalGender)Gender,
        Number = (GrammaticalNumber)Number,
        Type = (TermType)Type,
        CaseRule = (CaseRule)CaseRule,
        FullForm = FullForm,
        Forms = StoredJson.ToStrings(Forms),
        Context = Context,
        ContextSource = ContextSource,
        Source = Source,
        Reliability = (int?)Reliability,
        GeographicalUsage = GeographicalUsage,
        Note = Note,
        Approval = (ApprovalState)Approval,
        Customer = Customer,
        Project = Project,
        Location = Location,
        NeedsNeighbour = NeedsNeighbour,
        Related = StoredJson.ToStrings(Related),
        ExternalReferences = StoredJson.ToReferences(ExternalReferences),
        Transactions = StoredJson.ToTransactions(Transactions),
    };
}
