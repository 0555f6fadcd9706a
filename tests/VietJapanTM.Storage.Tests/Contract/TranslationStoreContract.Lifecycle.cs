using VietJapanTM.Errors;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Contract;

public abstract partial class TranslationStoreContract
{
    [Fact]
    public async Task PutConcept_CreateOnly_RefusesATakenIdAndShowsItsHolder()
    {
        var store = NewStore();
        var create = new ChangeOperation.PutConcept(Rich.Concept, CreateOnly: true);
        await store.CommitAsync(Samples.Change(create));

        var failure = await Expect.FailsAsync(ErrorCode.AlreadyExists, () => store.CommitAsync(Samples.Change(create)));

        Expect.Same(Rich.Concept with { Revision = 1 }, failure.Details);
    }

    [Fact]
    public async Task PutConcept_Stale_ShowsTheCurrentVersion()
    {
        var store = NewStore();
        await store.CommitAsync(Samples.Change(new ChangeOperation.PutConcept(Rich.Concept)));
        await store.CommitAsync(Samples.Change(new ChangeOperation.PutConcept(Rich.Concept with { Note = "2" })));

        var failure = await Expect.FailsAsync(
            ErrorCode.RevisionStale, () => store.CommitAsync(Samples.Change(new ChangeOperation.PutConcept(Rich.Concept with { Note = "3" }, 1))));

        Expect.Same(Rich.Concept with { Note = "2", Revision = 2 }, failure.Details);
    }

    [Fact]
    public async Task EditConcept_ManyAtOnce_NoneIsLost()
    {
        var store = NewStore();
        await store.CommitAsync(Samples.Change(new ChangeOperation.PutConcept(Rich.Concept with { Related = [] })));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => store.CommitAsync(Samples.Change(
            new ChangeOperation.EditConcept(Rich.Concept.Id, concept => concept with { Related = concept.Related.Add("editor-" + i) })))));

        var related = store.FindConcept(Tenant, Rich.Concept.Id)!.Related;
        Assert.Equal(Enumerable.Range(0, 200).Select(i => "editor-" + i).Order(), related.Order());
    }

    [Fact]
    public async Task EditConcept_RelationToWhatSomebodyDeletes_IsRefusedOrCameFirst()
    {
        var store = NewStore();
        for (var round = 0; round < 20; round++)
        {
            var (from, to) = (Rich.Concept with { Id = $"from{round}", Related = [] }, Rich.Concept with { Id = $"to{round}", Related = [] });
            await store.CommitAsync(Samples.Change(new ChangeOperation.PutConcept(from), new ChangeOperation.PutConcept(to)));
            var relating = Record.ExceptionAsync(() => store.CommitAsync(Samples.Change(
                new ChangeOperation.EditConcept(from.Id, concept => concept with { Related = [to.Id] }, RelatedExist: true))));
            var deleting = store.CommitAsync(Samples.Change(new ChangeOperation.DeleteConcept(to.Id)));
            var (refusal, deletion) = (await relating, await deleting);

            var related = store.FindConcept(Tenant, from.Id)!;
            Assert.Equal(refusal is null, related.Related.Contains(to.Id));
            Assert.True(refusal is DomainException { Code: ErrorCode.ArgumentInvalid, Field: "concept.related[0]" } || related.Revision < deletion.ChangeSet.Revision);
        }

        // What dangles already hinders nobody, and what is new must exist, in the first version too.
        await store.CommitAsync(Samples.Change(new ChangeOperation.PutConcept(Rich.Concept with { Id = "old", Related = ["gone"] })));
        await store.CommitAsync(Samples.Change(new ChangeOperation.EditConcept("old", concept => concept with { Note = "edited" }, RelatedExist: true)));
        await Expect.FailsAsync(ErrorCode.ArgumentInvalid, () => store.CommitAsync(Samples.Change(
            new ChangeOperation.PutConcept(Rich.Concept with { Id = "new", Related = ["old", "gone"] }, RelatedExist: true))));
    }

    [Fact]
    public async Task EditConcept_Unknown_IsRefused() => await Expect.FailsAsync(
        ErrorCode.ConceptNotFound, () => NewStore().CommitAsync(Samples.Change(new ChangeOperation.EditConcept("nobody", concept => concept))));

    [Fact]
    public async Task Commit_SameRequestIdForAnotherRequest_IsRefused()
    {
        var store = await NewStoreWithMemory();
        var change = Samples.Change(Samples.Put("a", "b")) with { RequestId = "r", RequestDigest = new byte[] { 1, 2 } };
        var first = await store.CommitAsync(change);

        var failure = await Expect.FailsAsync(ErrorCode.RequestIdReused, () => store.CommitAsync(change with { RequestDigest = new byte[] { 1, 3 } }));

        Assert.Equal("request_id", failure.Field);
        Expect.Same(first with { Replayed = true }, await store.CommitAsync(change));
        Assert.Equal(2, store.GetRevision(Tenant));
    }

    [Fact]
    public async Task ListConceptSteps_LifeOfAConcept_IsToldNewestFirst()
    {
        var store = await NewStoreWithMemory();
        var concept = Rich.Concept;
        await store.CommitAsync(Samples.Change(new ChangeOperation.PutConcept(concept)) with { Author = "An", Reason = "new" });
        await store.CommitAsync(Samples.Change(new ChangeOperation.PutConcept(concept with { Note = "2" })) with { Author = "Bình" });
        await store.CommitAsync(Samples.Change(new ChangeOperation.DeleteConcept(concept.Id)));
        await store.CommitAsync(Samples.Change(new ChangeOperation.PutConcept(concept)));

        var steps = store.ListConceptSteps(Tenant, concept.Id);

        Assert.Equal([5L, 4L, 3L, 2L], steps.Select(s => s.ChangeSet.Revision));
        Assert.Equal(["", "", "Bình", "An"], steps.Select(s => s.ChangeSet.Author));
        Assert.Equal([null, 3L, 2L, null], steps.Select(s => s.Before?.Revision));
        Assert.Equal([5L, null, 3L, 2L], steps.Select(s => s.After?.Revision));
        Assert.Equal([4L, 3L], store.ListConceptSteps(Tenant, concept.Id, beforeRevision: 5, limit: 2).Select(s => s.ChangeSet.Revision));
        Assert.Empty(store.ListConceptSteps(Tenant, "nobody"));
    }

    [Fact]
    public async Task ReadConceptChanges_Future_IsRefused()
    {
        var store = await NewStoreWithMemory();

        Expect.Fails(ErrorCode.RevisionOutOfRange, () => store.ReadConceptChanges(Tenant, 0, upTo: 2).ToList());
        Assert.Empty(store.ReadConceptChanges(Tenant, 7));
    }

    [Fact]
    public async Task ReadConceptChanges_ManyPages_AreWholeAndInOrder()
    {
        var store = NewStore();
        await store.CommitAsync(new Change { Operations = Enumerable.Range(0, 450).Select(i => new ChangeOperation.PutConcept(Rich.Concept with { Id = $"c{i:000}" })) });
        await store.CommitAsync(Samples.Change(new ChangeOperation.DeleteConcept("c007")));

        var changes = store.ReadConceptChanges(Tenant, 0).ToList();

        Assert.Equal(451, changes.Count);
        Assert.Equal(Enumerable.Range(0, 450).Select(i => $"c{i:000}"), changes.Take(450).Select(c => c.ConceptId));
        Assert.Equal(new ConceptChange(2, "c007", null), changes[^1]);
        Assert.Equal(450, store.ReadConceptChanges(Tenant, 0, upTo: 1).Count());
    }

    [Fact]
    public async Task CountChanges_OneOfEach_AreTold()
    {
        var store = await NewStoreWithMemory();
        var ids = (await store.CommitAsync(Samples.Change(
            Samples.Put("a", "b"), Samples.Put("c", "d"), new ChangeOperation.PutDocument(Rich.Document), new ChangeOperation.PutConcept(Rich.Concept)))).UnitIds;
        await store.CommitAsync(Samples.Change(
            new ChangeOperation.DeleteUnit(ids[0]),
            Samples.Put(Samples.Unit("c", "dd") with { Id = ids[1] }),
            Samples.Put("e", "f"),
            new ChangeOperation.PutConcept(Rich.Concept with { Note = "2" })));

        Assert.Equal(new ChangeCounts(new(2, 0, 0), new(1, 0, 0), new(1, 0, 0)), store.CountChanges(Tenant, 2));
        Assert.Equal(new ChangeCounts(new(1, 1, 1), new(0, 0, 0), new(0, 1, 0)), store.CountChanges(Tenant, 3));
        Assert.Equal("", store.FindChangeSet(Tenant, 3)!.Author);
        Assert.Null(store.FindChangeSet(Tenant, 4));
    }

    [Fact]
    public async Task Revert_ImportOfUnits_LeavesTheStateBefore()
    {
        var store = await NewStoreWithMemory();
        var kept = (await store.CommitAsync(Samples.Change(Samples.Put(Samples.Unit("a", "b") with { Key = "k" })))).UnitIds[0];
        await store.CommitAsync(Samples.Change(
            Samples.Put(Samples.Unit("a", "changed") with { Key = "k" }), Samples.Put("c", "d"), new ChangeOperation.PutConcept(Rich.Concept)));

        var result = await store.CommitAsync(Samples.Change(new ChangeOperation.Revert(3)) with { Author = "An" });

        Assert.Equal((3, 4L), (result.Written, result.ChangeSet.Revision));
        var unit = Assert.Single(store.ReadUnits(Tenant, "news"));
        Assert.Equal((kept, "b", 4L), (unit.Id, unit.Variants[1].Text, unit.Revision));
        Assert.Empty(store.ListConcepts(Tenant));
        Assert.Equal(0, (await store.CommitAsync(Samples.Change(new ChangeOperation.Revert(3)))).Written);
    }

    [Fact]
    public async Task Revert_OfADeletion_BringsBackTheSameId()
    {
        var store = await NewStoreWithMemory();
        var id = (await store.CommitAsync(Samples.Change(Samples.Put(Rich.Unit), new ChangeOperation.PutDocument(Rich.Document)))).UnitIds[0];
        await store.CommitAsync(Samples.Change(new ChangeOperation.DeleteDocument(Rich.Document.Id)));

        await store.CommitAsync(Samples.Change(new ChangeOperation.Revert(3)));

        Expect.Same(store.FindUnit(Tenant, id, 2)! with { Revision = 4 }, store.FindUnit(Tenant, id));
        Expect.Same(Rich.Document with { Revision = 4 }, store.FindDocument(Tenant, Rich.Document.Id));
        Assert.Equal(id, (await store.CommitAsync(Samples.Change(Samples.Put(Rich.Unit)))).UnitIds[0]);
        Assert.Empty(store.Verify());
    }

    [Fact]
    public async Task Revert_TouchedSince_IsRefusedOrSkippedAndSaid()
    {
        var store = await NewStoreWithMemory();
        var ids = (await store.CommitAsync(Samples.Change(Samples.Put("a", "b"), Samples.Put("c", "d")))).UnitIds;
        await store.CommitAsync(Samples.Change(Samples.Put(Samples.Unit("a", "mended") with { Id = ids[0] })));

        var failure = await Expect.FailsAsync(ErrorCode.RevertConflict, () => store.CommitAsync(Samples.Change(new ChangeOperation.Revert(2))));
        Assert.Contains(ids[0], failure.Message);
        Assert.Equal(3, store.GetRevision(Tenant));
        var change = Samples.Change(new ChangeOperation.Revert(2, SkipConflicts: true)) with { RequestId = "undo" };
        var result = await store.CommitAsync(change);

        Assert.Equal([new RevertConflict(RevertedKind.Unit, ids[0], 3)], result.Conflicts);
        Assert.Equal("mended", Assert.Single(store.ReadUnits(Tenant, "news")).Variants[1].Text);
        Assert.Equal(result.Conflicts, (await store.CommitAsync(change)).Conflicts);
    }

    [Fact]
    public async Task Revert_Tried_NamesWhatItWouldDoAndWritesNothing()
    {
        var store = await NewStoreWithMemory();
        var ids = (await store.CommitAsync(Samples.Change(Samples.Put("a", "b"), Samples.Put("c", "d"), Samples.Put("e", "f")))).UnitIds;
        await store.CommitAsync(Samples.Change(
            Samples.Put(Samples.Unit("a", "changed") with { Id = ids[0] }), new ChangeOperation.DeleteUnit(ids[1]), new ChangeOperation.PutConcept(Rich.Concept),
            Samples.Put(Samples.Unit("e", "changed") with { Id = ids[2] })));
        await store.CommitAsync(Samples.Change(Samples.Put(Samples.Unit("e", "again") with { Id = ids[2] })));

        var result = await store.CommitAsync(Samples.Change(new ChangeOperation.Revert(3, DryRun: true)));

        Assert.Equal((0, 4L), (result.Written, result.ChangeSet.Revision));
        Assert.Equal(
            [new(RevertedKind.Unit, ids[0], true, true), new(RevertedKind.Unit, ids[1], false, true), new Reversion(RevertedKind.Concept, Rich.Concept.Id, true, false)],
            result.Reversions);
        Assert.Equal([new RevertConflict(RevertedKind.Unit, ids[2], 4)], result.Conflicts);
        Assert.Equal(["again", "changed"], store.ReadUnits(Tenant, "news").Select(u => u.Variants[1].Text).Order(StringComparer.Ordinal));
        Assert.Equal(4, store.GetRevision(Tenant));
    }

    [Fact]
    public async Task Revert_KeyThatChangedHands_GoesBack()
    {
        var store = await NewStoreWithMemory();
        var ids = (await store.CommitAsync(Samples.Change(
            Samples.Put(Samples.Unit("a", "b") with { Key = "k" }), Samples.Put(Samples.Unit("c", "d"))))).UnitIds;
        await store.CommitAsync(Samples.Change(
            Samples.Put(Samples.Unit("a", "b") with { Id = ids[0] }), Samples.Put(Samples.Unit("c", "d") with { Id = ids[1], Key = "k" })));

        await store.CommitAsync(Samples.Change(new ChangeOperation.Revert(3)));

        Assert.Equal(["k", null], ids.Select(id => store.FindUnit(Tenant, id)!.Key));
    }

    [Fact]
    public async Task Revert_KeyTakenSince_IsAConflict()
    {
        var store = await NewStoreWithMemory();
        var id = (await store.CommitAsync(Samples.Change(Samples.Put(Samples.Unit("a", "b") with { Key = "k" })))).UnitIds[0];
        await store.CommitAsync(Samples.Change(new ChangeOperation.DeleteUnit(id)));
        await store.CommitAsync(Samples.Change(Samples.Put(Samples.Unit("x", "y") with { Key = "k" })));

        await Expect.FailsAsync(ErrorCode.RevertConflict, () => store.CommitAsync(Samples.Change(new ChangeOperation.Revert(3))));
    }

    [Fact]
    public async Task Revert_UnknownRevision_IsRefused() => await Expect.FailsAsync(
        ErrorCode.ChangeSetNotFound, () => NewStore().CommitAsync(Samples.Change(new ChangeOperation.Revert(1))));
}
