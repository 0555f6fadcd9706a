using Google.Protobuf.WellKnownTypes;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Terminology.Changes;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Tests.Mapping;

public sealed class ConceptMappingTests
{
    [Fact]
    public void Concept_ToTheWireAndBack_IsTheSame()
    {
        foreach (var concept in GlossaryFiles.Read(RepositoryRoot.Combine("glossary")))
        {
            var rich = concept with
            {
                Approval = ApprovalState.Retired,
                ExternalReferences = [new ExternalReference("https://example.org", "page"), new ExternalReference("a.png", "", IsGraphic: true)],
                Transactions = [new EntryTransaction(TransactionType.Modification, "2024-03-01", null)],
            };
            Assert.Empty(ConceptDifference.Compare(rich, rich.ToWire().ToModel(concept.Id, ApprovalState.Proposed)));
        }
    }

    [Theory]
    [InlineData("update_mask", "name")]
    [InlineData("update_mask", "languages.terms")]
    [InlineData("concept.approval_state", "approval_state")]
    public void Mask_PathThatCannotBeChanged_IsRefused(string field, string path)
    {
        var failure = Assert.Throws<DomainException>(() => ConceptMask.Read(new FieldMask { Paths = { path } }, new Wire.Concept { Note = "n" }));
        Assert.Equal((ErrorCode.ArgumentInvalid, field), (failure.Code, failure.Field));
    }

    [Theory]
    [InlineData("languages.terms", "name 'languages' and send all of it")]
    [InlineData("terms", "name 'languages' and send all of it")]
    [InlineData("examples.source_text", "name 'examples' and send all of it")]
    [InlineData("definitions", "which cannot be changed")]
    public void Mask_PathThatCannotBeChanged_SaysWhatToDo(string path, string advice)
    {
        var concept = new Wire.Concept { Note = "n" };
        Assert.Contains(advice, Assert.Throws<DomainException>(() => ConceptMask.Read(new FieldMask { Paths = { path } }, concept)).Message, StringComparison.Ordinal);
        Assert.Throws<DomainException>(() => ConceptMask.Read(new FieldMask { Paths = { "*", path } }, concept));
    }

    [Fact]
    public void Mask_Absent_StandsForWhatIsSet()
    {
        var concept = new Wire.Concept { Note = "n", Languages = { new Wire.LanguageSection() }, ApprovalState = Wire.Concept.Types.ApprovalState.Rejected };

        Assert.Equal(["approval_state", "languages", "note"], ConceptMask.Read(null, concept).Order(StringComparer.Ordinal));
        Assert.Throws<DomainException>(() => ConceptMask.Read(null, new Wire.Concept()));
    }

    [Fact]
    public void Mask_Star_ClearsWhatIsNotSetButNeverTheState()
    {
        var live = new Concept { Id = "one", Note = "old", Source = "s", Approval = ApprovalState.Retired, Languages = [] };
        var sent = new Wire.Concept { Note = "new" };
        var edited = ConceptMask.ToEdit(ConceptMask.Read(new FieldMask { Paths = { "*" } }, sent), sent.ToModel("one", ApprovalState.Approved))(live);

        Assert.Equal(("new", null, ApprovalState.Retired), (edited.Note, edited.Source, edited.Approval));
    }

    public static TheoryData<string, Wire.Concept> Faults => new()
    {
        { "concept.languages[0].language_code", With(section => section.LanguageCode = "english!") },
        { "concept.languages[0].terms[0].text", With(section => section.Terms[0].Text = " ") },
        { "concept.languages[0].terms[0].status", With(section => section.Terms[0].Status = Wire.Term.Types.AdministrativeStatus.Unspecified) },
        { "concept.languages[0].terms[0].type", With(section => section.Terms[0].Type = "sigla") },
        { "concept.languages[0].terms[0].reliability", With(section => section.Terms[0].Reliability = 11) },
        { "concept.languages[0].terms[0].full_form", With(section => section.Terms[0].FullForm = "nobody") },
        { "concept.languages[0].terms[0].full_form", With(section => section.Terms[0].FullForm = "uno") },
        {
            "concept.languages[0].terms[0].full_form",
            With(section =>
            {
                section.Terms.Add(new Wire.Term { Text = "dos", FullForm = "uno", Status = section.Terms[0].Status });
                section.Terms[0].FullForm = "dos";
            })
        },
        { "concept.languages[0].terms[0].id", With(section => section.Terms[0].Id = "7 a") },
        { "concept.languages[0].note", With(section => section.Note = "a\u0001b") },
        { "concept.languages", new Wire.Concept { Languages = { new Wire.LanguageSection { LanguageCode = "es" }, new Wire.LanguageSection { LanguageCode = "es" } } } },
        { "concept.related[0]", new Wire.Concept { Related = { "asean" } } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Concept_WithAFault_IsRefusedByItsField(string field, Wire.Concept concept) =>
        Assert.Equal(field, Assert.Throws<DomainException>(() => concept.ToModel("one", ApprovalState.Proposed)).Field);

    private static Wire.Concept With(Action<Wire.LanguageSection> damage)
    {
        var section = new Wire.LanguageSection
        {
            LanguageCode = "es",
            Terms = { new Wire.Term { Text = "uno", Status = Wire.Term.Types.AdministrativeStatus.Preferred } },
        };
        damage(section);
        return new Wire.Concept { Languages = { section } };
    }
}
