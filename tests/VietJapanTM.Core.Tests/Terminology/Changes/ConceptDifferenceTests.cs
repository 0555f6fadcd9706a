using VietJapanTM.Model;
using VietJapanTM.Terminology.Changes;

namespace VietJapanTM.Core.Tests.Terminology.Changes;

public sealed class ConceptDifferenceTests
{
    private static readonly Concept One = new()
    {
        Id = "asean",
        Definition = "Organisation.",
        Languages =
        [
            new LanguageSection
            {
                Language = LanguageTag.Spanish,
                Terms = [new Term { Text = "ASEAN", Type = TermType.Acronym, Status = AdministrativeStatus.Preferred }, new Term { Text = "Asean" }],
            },
        ],
    };

    [Fact]
    public void Compare_StatusOfATerm_NamesTheTermAndBothValues()
    {
        var section = One.Languages[0];
        var now = One with { Languages = [section with { Terms = [section.Terms[0], section.Terms[1] with { Status = AdministrativeStatus.Deprecated }] }] };

        Assert.Equal([new FieldChange("languages[es].terms[Asean].status", "admitted", "deprecated")], ConceptDifference.Compare(One, now).AsEnumerable());
    }

    [Fact]
    public void Compare_Fields_TellsWhatCameAndWhatWent()
    {
        var now = One with { Definition = null, Note = "Grew.", Languages = [.. One.Languages, new LanguageSection { Language = LanguageTag.English, Terms = [] }] };

        Assert.Equal(
            [new FieldChange("note", "", "Grew."), new FieldChange("languages", "es", "es | en"), new FieldChange("definition", "Organisation.", "")],
            ConceptDifference.Compare(One, now).AsEnumerable());
    }

    [Fact]
    public void Compare_WithNothing_TellsEveryField()
    {
        var created = ConceptDifference.Compare(null, One);
        Assert.All(created, change => Assert.Equal("", change.Before));
        Assert.Equal(created.Select(change => (change.Path, change.After)), ConceptDifference.Compare(One, null).Select(change => (change.Path, change.Before)));
        Assert.Empty(ConceptDifference.Compare(One, One with { Revision = 7 }));
    }

    [Fact]
    public void Compare_TermThatStandsTwice_HasTwoPaths()
    {
        var section = One.Languages[0];
        var twice = One with { Languages = [section with { Terms = [section.Terms[1], section.Terms[1] with { Note = "again" }] }] };

        var paths = ConceptDifference.Compare(null, twice).Select(change => change.Path).ToList();

        Assert.Equal(paths.Distinct(), paths);
        Assert.Contains("languages[es].terms[Asean].status#2", paths);
    }

    [Fact]
    public void Plan_Prune_DeletesApprovedAloneAndKeepsTheRest()
    {
        Concept[] present = [One, One with { Id = "old" }, One with { Id = "idea", Approval = ApprovalState.Proposed }];
        Concept[] imported = [One with { Note = "new" }, One with { Id = "young" }];

        var merge = GlossaryMerge.Plan(present, imported, prune: true);

        Assert.Equal([("asean", true, true), ("old", true, false), ("young", false, true)], merge.Changes.Select(c => (c.Id, c.Before is not null, c.After is not null)));
        Assert.Equal(1, merge.Kept);
        Assert.Equal(["asean", "young"], GlossaryMerge.Plan(present, imported, prune: false).Changes.Select(c => c.Id));
    }
}
