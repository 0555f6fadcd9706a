using System.Collections.Immutable;
using VietJapanTM.Alignment.Documents;
using VietJapanTM.Alignment.Review;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Core.Tests.Alignment.Review;

public sealed class BeadReviewTests
{
    private static readonly ImmutableArray<Bead> Three =
        [new(0, 1, 0, 1, 0.9), new(1, 2, 1, 1, 0.4), new(3, 1, 2, 2, 0.7)];

    [Fact]
    public void Merge_JoinsABeadWithTheNext() => Assert.Equal(
        [Three[0], new Bead(1, 3, 1, 3, 1, BeadStatus.Confirmed)], Apply(Three, [new ReviewAction.Merge(1)]));

    [Fact]
    public void Split_MakesTwo() => Assert.Equal(
        [Three[0], new Bead(1, 1, 1, 1, 1, BeadStatus.Confirmed), new Bead(2, 1, 2, 0, 1, BeadStatus.Confirmed), Three[2]],
        Apply(Three, [new ReviewAction.Split(1, 1, 1)]));

    [Fact]
    public void Move_ShiftsTheBorderAndDropsWhatBecomesEmpty()
    {
        Assert.Equal(
            [Three[0], new Bead(1, 1, 1, 1, 1, BeadStatus.Confirmed), new Bead(2, 2, 2, 2, 1, BeadStatus.Confirmed)],
            Apply(Three, [new ReviewAction.Move(1, -1, 0)]));
        Assert.Equal(
            [Three[0], new Bead(1, 3, 1, 3, 1, BeadStatus.Confirmed)], Apply(Three, [new ReviewAction.Move(1, 1, 2)]));
        Assert.Equal(
            [new Bead(0, 3, 0, 2, 1, BeadStatus.Confirmed), Three[2]], Apply(Three, [new ReviewAction.Move(0, -1, -1)]));
    }

    [Fact]
    public void Messages_CountAsTheCallerDoes()
    {
        Assert.Contains("no bead 3; the pair has 3, counted from 0", Assert.Throws<DomainException>(() => BeadReview.Apply(Three, [new ReviewAction.Confirm(3)])).Message);
        Assert.Contains("no bead 4; the pair has 3, counted from 1", Assert.Throws<DomainException>(() => BeadReview.Apply(Three, [new ReviewAction.Confirm(3)], countedFrom: 1)).Message);
    }

    [Fact]
    public void ConfirmRejectReset_SetTheStatusAlone()
    {
        var reviewed = Apply(
            Three, [new ReviewAction.Confirm(0), new ReviewAction.Reject(1), new ReviewAction.Reject(2), new ReviewAction.Reset(2)]);
        Assert.Equal(
            [Three[0] with { Confidence = 1, Status = BeadStatus.Confirmed }, Three[1] with { Status = BeadStatus.Rejected }, Three[2]], reviewed);
    }

    public static TheoryData<ReviewAction> Refused =>
    [
        new ReviewAction.Confirm(3), new ReviewAction.Confirm(-1), new ReviewAction.Merge(2), new ReviewAction.Split(0, 1, 1), new ReviewAction.Split(1, 0, 0),
        new ReviewAction.Split(1, 3, 0), new ReviewAction.Split(1, -1, 1), new ReviewAction.Move(2, 1, 0), new ReviewAction.Move(0, 0, 0),
        new ReviewAction.Move(0, 3, 0), new ReviewAction.Move(0, 0, -2),
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Apply_WhatCannotBe_IsRefusedAndNamed(ReviewAction action)
    {
        var failure = Assert.Throws<DomainException>(() => BeadReview.Apply(Three, [new ReviewAction.Confirm(0), action]));
        Assert.Equal((ErrorCode.ArgumentInvalid, "actions[1]"), (failure.Code, failure.Field));
    }

    [Fact]
    public void Apply_AnyActions_LeaveNoGapAndNoEmptyBead() => Seeded.Run(300, random =>
    {
        var beads = Three;
        for (var i = 0; i < 30; i++)
        {
            var bead = random.Next(-1, beads.Length + 1);
            ReviewAction action = random.Next(6) switch
            {
                0 => new ReviewAction.Confirm(bead),
                1 => new ReviewAction.Reject(bead),
                2 => new ReviewAction.Reset(bead),
                3 => new ReviewAction.Merge(bead),
                4 => new ReviewAction.Split(bead, random.Next(-1, 4), random.Next(-1, 4)),
                _ => new ReviewAction.Move(bead, random.Next(-3, 4), random.Next(-3, 4)),
            };
            try
            {
                beads = BeadReview.Apply(beads, [action]);
            }
            catch (DomainException)
            {
                continue;
            }

            var (source, target) = (0, 0);
            foreach (var b in beads)
            {
                Assert.Equal((source, target), (b.SourceStart, b.TargetStart));
                Assert.True(b.SourceCount >= 0 && b.TargetCount >= 0 && b.SourceCount + b.TargetCount > 0);
                (source, target) = (source + b.SourceCount, target + b.TargetCount);
            }

            Assert.Equal((4, 4), (source, target));
        }
    });

    [Fact]
    public void Review_CarriesOverToUnits()
    {
        var document = Document();
        var stored = DocumentUnits.Of(document).Select((u, i) => u with { Id = "u" + i }).ToList();
        stored.Add(stored[2] with { Id = "typed", Variants = [.. stored[2].Variants.Select(v => v with { Text = v.Text + "!", Origin = VariantOrigin.Typed })] });

        var reviewed = DocumentReview.Apply(
            document, LanguageTag.Spanish, LanguageTag.English, [new ReviewAction.Confirm(0), new ReviewAction.Reject(1), new ReviewAction.Split(2, 1, 1)]);
        var operations = DocumentReview.ToOperations(document, reviewed, stored).ToList();

        Assert.Equal(7, Assert.IsType<ChangeOperation.PutDocument>(operations[0]).ExpectedRevision);
        var puts = operations.OfType<ChangeOperation.PutUnit>().Select(p => p.Unit).ToList();
        Assert.Equal(("u0", VariantStatus.Approved), (puts[0].Id, puts[0].Variants[1].Status));
        Assert.Equal(("", "d", "D", VariantStatus.Approved), (puts[1].Id, puts[1].Variants[0].Text, puts[1].Variants[1].Text, puts[1].Variants[0].Status));
        Assert.Equal(["u1", "u2"], operations.OfType<ChangeOperation.DeleteUnit>().Select(d => d.UnitId));
        Assert.Equal(2, puts.Count);
    }

    [Fact]
    public void Review_ThatChangesNothing_WritesTheDocumentAlone()
    {
        var document = Document();
        var stored = DocumentUnits.Of(document).Select((u, i) => u with { Id = "u" + i });
        Assert.Single(DocumentReview.ToOperations(document, document, stored));
    }

    [Fact]
    public void Review_RejectedBeadOfAJointUnit_SeparatesItsLanguages()
    {
        var document = Document(LanguageTag.Vietnamese);
        var stored = DocumentUnits.Of(document).Select((u, i) => u with { Id = "u" + i, Key = "k" + i }).ToList();
        Assert.Equal([3, 3], stored.Select(u => u.Variants.Length));
        stored[1] = stored[1] with { Variants = stored[1].Variants.SetItem(2, stored[1].Variants[2] with { Text = "typed" }) };

        var reviewed = DocumentReview.Apply(document, LanguageTag.Spanish, LanguageTag.English, [new ReviewAction.Reject(1)]);
        var operations = DocumentReview.ToOperations(document, reviewed, stored).Skip(1).ToList();

        var units = operations.ConvertAll(o => Assert.IsType<ChangeOperation.PutUnit>(o).Unit);
        Assert.Equal(["u1 k1 b typed", "  B typed"], units.Select(u => $"{u.Id} {u.Key} {string.Join(' ', u.Variants.Select(v => v.Text))}"));
    }

    [Fact]
    public void Review_MergedBeadsOfAJointUnit_LeavesTheOldPairsNowhere()
    {
        var document = Document(LanguageTag.Vietnamese);
        var stored = DocumentUnits.Of(document).Select((u, i) => u with { Id = "u" + i }).ToList();

        var reviewed = DocumentReview.Apply(document, LanguageTag.Spanish, LanguageTag.English, [new ReviewAction.Merge(0)]);
        var operations = DocumentReview.ToOperations(document, reviewed, stored).Skip(1).ToList();

        var texts = operations.OfType<ChangeOperation.PutUnit>().Select(o => string.Join(' ', o.Unit.Variants.Select(v => v.Text))).ToList();
        Assert.Equal(["A x", "B y", "a b A B", "a x", "b y"], texts.Order(StringComparer.Ordinal));
        Assert.Equal(5, operations.Count);
    }

    [Fact]
    public void Review_ConfirmedBeadWhoseUnitWasTypedInto_LeavesTheTypedText()
    {
        var document = Document();
        var stored = DocumentUnits.Of(document).Select((u, i) => u with { Id = "u" + i }).ToList();
        stored[0] = stored[0] with { Variants = [stored[0].Variants[0], stored[0].Variants[1] with { Text = "typed", Status = VariantStatus.Reviewed }] };
        stored.RemoveAt(1);

        var reviewed = DocumentReview.Apply(document, LanguageTag.Spanish, LanguageTag.English, [new ReviewAction.Confirm(0)]);
        var put = Assert.IsType<ChangeOperation.PutUnit>(Assert.Single(DocumentReview.ToOperations(document, reviewed, stored).Skip(1))).Unit;

        Assert.Equal(("u0", "typed"), (put.Id, put.Variants[1].Text));
        Assert.Equal([VariantStatus.Approved, VariantStatus.Reviewed], put.Variants.Select(v => v.Status));
    }

    [Fact]
    public void Review_OfAPairThatIsNot_NamesThoseThatAre()
    {
        var failure = Assert.Throws<DomainException>(
            () => DocumentReview.Apply(Document(), LanguageTag.English, LanguageTag.Spanish, [new ReviewAction.Confirm(0)]));
        Assert.Contains("es-en", failure.Message);
    }

    private static Bead[] Apply(ImmutableArray<Bead> beads, ReviewAction[] actions) => [.. BeadReview.Apply(beads, actions)];

    private static Document Document() => new()
    {
        Id = "d",
        MemoryId = "m",
        Texts = [Text(LanguageTag.Spanish, "a", "b", "c", "d"), Text(LanguageTag.English, "A", "B", "D", "E")],
        Pairs = [new PairBeads(LanguageTag.Spanish, LanguageTag.English, Three)],
        Revision = 7,
    };

    /// <summary>Two segments in three languages, one beside one.</summary>
    private static Document Document(LanguageTag third)
    {
        ImmutableArray<Bead> beads = [new(0, 1, 0, 1, 0.9), new(1, 1, 1, 1, 0.8)];
        return new Document
        {
            Id = "d",
            MemoryId = "m",
            Texts = [Text(LanguageTag.Spanish, "a", "b"), Text(LanguageTag.English, "A", "B"), Text(third, "x", "y")],
            Pairs =
            [
                new PairBeads(LanguageTag.Spanish, LanguageTag.English, beads),
                new PairBeads(LanguageTag.Spanish, third, beads),
                new PairBeads(LanguageTag.English, third, beads),
            ],
            Revision = 7,
        };
    }

    private static DocumentText Text(LanguageTag language, params string[] segments) =>
        new(language, string.Join(' ', segments), [.. segments.Select(s => new DocumentSegment(s, 0))]);
}
