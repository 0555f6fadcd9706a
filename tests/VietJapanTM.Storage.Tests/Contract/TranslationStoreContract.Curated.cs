using VietJapanTM.Errors;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Contract;

public abstract partial class TranslationStoreContract
{
    [Fact]
    public async Task PutDocument_EveryProperty_ComesBackAsItWas()
    {
        var store = await NewStoreWithMemory();

        await store.CommitAsync(Samples.Change(new ChangeOperation.PutDocument(Rich.Document)));
        var idle = await store.CommitAsync(Samples.Change(new ChangeOperation.PutDocument(Rich.Document)));

        var expected = Rich.Document with { Revision = 2 };
        Assert.Equal(0, idle.Written);
        Expect.Same(expected, store.FindDocument(Tenant, "article-1"));
        Expect.Same(new[] { expected with { Texts = [] } }, store.ListDocuments(Tenant));
        Assert.Single(store.ListDocuments(Tenant, memoryId: expected.MemoryId));
        Assert.Empty(store.ListDocuments(Tenant, afterId: "article-1"));
        Assert.Empty(store.ListDocuments(Tenant, memoryId: "none"));
    }

    [Fact]
    public async Task PutDocument_Again_ReplacesItAndKeepsItsPast()
    {
        var store = await NewStoreWithMemory();
        var document = Rich.Document with { CreateTime = default };
        await store.CommitAsync(Samples.Change(new ChangeOperation.PutDocument(document)));
        Time.Now += TimeSpan.FromDays(1);

        await store.CommitAsync(Samples.Change(new ChangeOperation.PutDocument(document with { Pairs = [] })));

        Assert.Equal(2, store.FindDocument(Tenant, "article-1", 2)!.Pairs.Length);
        Assert.Empty(store.FindDocument(Tenant, "article-1")!.Pairs);
        Assert.Equal(Samples.Noon, store.FindDocument(Tenant, "article-1")!.CreateTime);
    }

    [Fact]
    public async Task PutDocument_ExpectedRevision_RefusesAStaleOne()
    {
        var store = await NewStoreWithMemory();
        await store.CommitAsync(Samples.Change(new ChangeOperation.PutDocument(Rich.Document)));
        var changed = new ChangeOperation.PutDocument(Rich.Document with { Pairs = [] }, ExpectedRevision: 2);

        await store.CommitAsync(Samples.Change(changed));
        await Expect.FailsAsync(ErrorCode.RevisionStale, () => store.CommitAsync(Samples.Change(changed)));
        await Expect.FailsAsync(
            ErrorCode.RevisionStale,
            () => store.CommitAsync(Samples.Change(new ChangeOperation.PutDocument(Rich.Document with { Id = "none" }, ExpectedRevision: 2))));
    }

    [Fact]
    public async Task ListUnitsOfDocument_GivesItsLiveUnits()
    {
        var store = await NewStoreWithMemory();
        var ids = (await store.CommitAsync(Samples.Change(
            new ChangeOperation.PutDocument(Rich.Document),
            Samples.Put(Rich.Unit with { DocumentId = Rich.Document.Id, Key = null }),
            Samples.Put("a", "b"),
            Samples.Put(Rich.Unit with { DocumentId = Rich.Document.Id, Key = "second" })))).UnitIds;
        await store.CommitAsync(Samples.Change(new ChangeOperation.DeleteUnit(ids[0])));

        Assert.Equal([ids[2]], store.ListUnitsOfDocument(Tenant, Rich.Document.Id).Select(u => u.Id));
        Expect.Same(store.FindUnit(Tenant, ids[2]), store.ListUnitsOfDocument(Tenant, Rich.Document.Id)[0]);
        Assert.Empty(store.ListUnitsOfDocument(Tenant, "none"));
    }

    [Fact]
    public async Task PutDocument_CreateOnly_RefusesATakenId()
    {
        var store = await NewStoreWithMemory();
        var create = new ChangeOperation.PutDocument(Rich.Document, CreateOnly: true);
        await store.CommitAsync(Samples.Change(create));

        await Expect.FailsAsync(ErrorCode.AlreadyExists, () => store.CommitAsync(Samples.Change(create)));

        await store.CommitAsync(Samples.Change(new ChangeOperation.DeleteDocument(Rich.Document.Id)));
        await store.CommitAsync(Samples.Change(create));
        Assert.Equal(4, store.FindDocument(Tenant, Rich.Document.Id)!.Revision);
    }

    [Fact]
    public async Task DeleteDocument_Known_EndsItsUnitsToo()
    {
        var store = await NewStoreWithMemory();
        await store.CommitAsync(Samples.Change(
            new ChangeOperation.PutDocument(Rich.Document),
            Samples.Put(Samples.Unit("a", "b") with { DocumentId = "article-1" }),
            Samples.Put(Samples.Unit("c", "d") with { DocumentId = "article-1" }),
            Samples.Put("e", "f")));

        var result = await store.CommitAsync(Samples.Change(new ChangeOperation.DeleteDocument("article-1")));

        Assert.Equal(3, result.Written);
        Assert.Null(store.FindDocument(Tenant, "article-1"));
        Assert.NotNull(store.FindDocument(Tenant, "article-1", 2));
        Assert.Equal("e", Assert.Single(store.ReadUnits(Tenant, "news")).Variants[0].Text);
        await Expect.FailsAsync(ErrorCode.DocumentNotFound, () => store.CommitAsync(Samples.Change(new ChangeOperation.DeleteDocument("article-1"))));
    }

    [Fact]
    public async Task PutConcept_EveryProperty_ComesBackAsItWas()
    {
        var store = NewStore();

        await store.CommitAsync(Samples.Change(new ChangeOperation.PutConcept(Rich.Concept, ExpectedRevision: 0)));
        var idle = await store.CommitAsync(Samples.Change(new ChangeOperation.PutConcept(Rich.Concept)));

        var expected = Rich.Concept with { Revision = 1 };
        Assert.Equal(0, idle.Written);
        Expect.Same(expected, store.FindConcept(Tenant, Rich.Concept.Id));
        Expect.Same(new[] { expected }, store.ListConcepts(Tenant));
    }

    [Fact]
    public async Task PutConcept_StaleRevision_IsRefused()
    {
        var store = NewStore();
        Task<ChangeResult> Put(string note, long? expected) => store.CommitAsync(
            Samples.Change(new ChangeOperation.PutConcept(Rich.Concept with { Note = note }, expected)));
        await Expect.FailsAsync(ErrorCode.RevisionStale, () => Put("0", 1));
        await Put("1", 0);
        await Put("2", 1);

        await Expect.FailsAsync(ErrorCode.RevisionStale, () => Put("3", 1));
        await Expect.FailsAsync(ErrorCode.RevisionStale, () => Put("3", 0));
        await Expect.FailsAsync(
            ErrorCode.RevisionStale, () => store.CommitAsync(Samples.Change(new ChangeOperation.DeleteConcept(Rich.Concept.Id, 1))));
        Assert.Equal("2", store.FindConcept(Tenant, Rich.Concept.Id)!.Note);
    }

    [Fact]
    public async Task PutConcept_ManyEditorsAtOnce_OneWinsAndNoneIsLost()
    {
        var store = NewStore();
        await store.CommitAsync(Samples.Change(new ChangeOperation.PutConcept(Rich.Concept, 0)));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            try
            {
                await store.CommitAsync(Samples.Change(new ChangeOperation.PutConcept(Rich.Concept with { Note = "editor " + i }, 1)));
                return "editor " + i;
            }
            catch (DomainException e) when (e.Code == ErrorCode.RevisionStale)
            {
                return null;
            }
        }));

        Assert.Equal(Assert.Single(outcomes, o => o is not null), store.FindConcept(Tenant, Rich.Concept.Id)!.Note);
    }

    [Fact]
    public async Task DeleteConcept_Known_KeepsItsPast()
    {
        var store = NewStore();
        await store.CommitAsync(Samples.Change(new ChangeOperation.PutConcept(Rich.Concept), new ChangeOperation.PutConcept(Rich.Concept with { Id = "z" })));

        await store.CommitAsync(Samples.Change(new ChangeOperation.DeleteConcept("z")));

        Assert.Equal([Rich.Concept.Id, "z"], store.ListConcepts(Tenant, asOf: 1).Select(c => c.Id));
        Assert.Equal([Rich.Concept.Id], store.ListConcepts(Tenant).Select(c => c.Id));
        Assert.Empty(store.ListConcepts(Tenant, asOf: 0));
        Assert.Equal(["z"], store.ListConcepts(Tenant, afterId: Rich.Concept.Id, asOf: 1).Select(c => c.Id));
        await Expect.FailsAsync(ErrorCode.ConceptNotFound, () => store.CommitAsync(Samples.Change(new ChangeOperation.DeleteConcept("z"))));
    }
}
