using VietJapanTM.Errors;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Terms as clients write them.</summary>
internal static class TermInput
{
    private const int MaxTermLength = 1_000;
    private const int MaxIdLength = 255;

    /// <summary>The term, without its link to a full form.</summary>
    /// <exception cref="DomainException">ArgumentInvalid, TextEmpty, TextTooLong, TextMalformed, naming the field.</exception>
    public static Term ToModel(Wire.Term term, string field) => new()
    {
        Text = ConceptText.Require(term.Text, field + ".text", MaxTermLength),
        Id = Id(term.Id, field + ".id"),
        Status = Status(term.Status, field + ".status"),
        Approval = Approvals.Read(term.ApprovalState, ApprovalState.Approved, field + ".approval_state"),
        PartOfSpeech = WordInput.Read(term.PartOfSpeech, PartOfSpeech.Noun, field + ".part_of_speech"),
        Gender = WordInput.Read(term.Gender, GrammaticalGender.None, field + ".gender"),
        Number = WordInput.Read(term.Number, GrammaticalNumber.None, field + ".number"),
        Type = term.Type == "phraseologicalUnit" ? TermType.Phrase : WordInput.Read(term.Type, TermType.FullForm, field + ".type"),
        CaseRule = term.CaseSensitive ? CaseRule.Sensitive : CaseRule.Insensitive,
        NeedsNeighbour = term.NeedsNeighbour,
        Forms = [.. term.Forms.Select((form, i) => ConceptText.Require(form, $"{field}.forms[{i}]", MaxTermLength))],
        Context = ConceptText.Optional(term.Context, field + ".context"),
        ContextSource = ConceptText.Optional(term.ContextSource, field + ".context_source"),
        Source = ConceptText.Optional(term.Source, field + ".source"),
        Reliability = Reliability(term.Reliability, field + ".reliability"),
        GeographicalUsage = ConceptText.Optional(term.GeographicalUsage, field + ".geographical_usage"),
        Customer = ConceptText.Optional(term.Customer, field + ".customer"),
        Project = ConceptText.Optional(term.Project, field + ".project"),
        Location = ConceptText.Optional(term.Location, field + ".location"),
        Related = [.. term.Related.Select((related, i) => ConceptText.Require(related, $"{field}.related[{i}]"))],
        ExternalReferences = ConceptInput.References(term.ExternalReferences, field + ".external_references"),
        Transactions = ConceptInput.Transactions(term.Transactions, field + ".transactions"),
        Note = ConceptText.Optional(term.Note, field + ".note"),
    };

    private static string? Id(string id, string field) => id.Length == 0 ? null
        : id.Length <= MaxIdLength && char.IsAsciiLetter(id[0]) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? id
        : throw new DomainException(
            ErrorCode.ArgumentInvalid, $"{field} must be 1 to {MaxIdLength} letters, digits, '-', '_' and '.', a letter first.", field);

    private static AdministrativeStatus Status(Wire.Term.Types.AdministrativeStatus status, string field) => status switch
    {
        Wire.Term.Types.AdministrativeStatus.Preferred => AdministrativeStatus.Preferred,
        Wire.Term.Types.AdministrativeStatus.Admitted => AdministrativeStatus.Admitted,
        Wire.Term.Types.AdministrativeStatus.Deprecated => AdministrativeStatus.Deprecated,
        Wire.Term.Types.AdministrativeStatus.Superseded => AdministrativeStatus.Superseded,
        _ => throw new DomainException(
            ErrorCode.ArgumentInvalid, $"{field} is missing or unknown. Send PREFERRED, ADMITTED, DEPRECATED or SUPERSEDED.", field),
    };

    private static int? Reliability(int reliability, string field) => reliability switch
    {
        0 => null,
        >= 1 and <= 10 => reliability,
        _ => throw new DomainException(ErrorCode.ArgumentInvalid, $"{field} is {reliability}. Send 1 to 10, or 0 for none.", field),
    };
}
