using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Model;

public sealed class ApprovalSetTests
{
    private static readonly ApprovalSet Open = ApprovalSet.Of([ApprovalState.Approved, ApprovalState.Proposed]);

    [Theory]
    [InlineData(ApprovalState.Approved, ApprovalState.Approved, true)]
    [InlineData(ApprovalState.Approved, ApprovalState.Proposed, false)]
    [InlineData(ApprovalState.Proposed, ApprovalState.Approved, false)]
    [InlineData(ApprovalState.Retired, ApprovalState.Approved, false)]
    public void Approved_TermCounts_OnlyInAnApprovedConcept(ApprovalState concept, ApprovalState term, bool counts) =>
        Assert.Equal(counts, ApprovalSet.Approved.Of(Concept(concept, term)) is not null);

    [Fact]
    public void Of_EverythingTakesPart_IsTheSameInstance()
    {
        var concept = Concept(ApprovalState.Approved, ApprovalState.Approved, ApprovalState.Proposed);

        Assert.Same(concept, Open.Of(concept));
        Assert.Same(concept, ApprovalSet.All.Of(concept));
        Assert.Equal(["term 0"], ApprovalSet.Approved.Of(concept)!.Languages[0].Terms.Select(term => term.Text));
    }

    [Fact]
    public void Of_SectionWithoutATermLeft_IsLeftOut()
    {
        var concept = Concept(ApprovalState.Approved, ApprovalState.Rejected) with { };
        var both = concept with { Languages = [.. concept.Languages, new LanguageSection { Language = LanguageTag.English, Terms = [new Term { Text = "one" }] }] };

        Assert.Equal([LanguageTag.English], ApprovalSet.Approved.Of(both)!.Languages.Select(section => section.Language));
        Assert.Null(default(ApprovalSet).Of(both));
    }

    [Fact]
    public void Of_ProposedConcept_IsWholeWhereProposalsAreAskedFor() =>
        Assert.Equal(2, Open.Of(Concept(ApprovalState.Proposed, ApprovalState.Approved, ApprovalState.Rejected))!.Languages[0].Terms.Length);

    private static Concept Concept(ApprovalState state, params ApprovalState[] terms) => new()
    {
        Id = "one",
        Approval = state,
        Languages =
        [
            new LanguageSection
            {
                Language = LanguageTag.Spanish,
                Terms = [.. terms.Select((term, i) => new Term { Text = $"term {i}", Approval = term })],
            },
        ],
    };
}
