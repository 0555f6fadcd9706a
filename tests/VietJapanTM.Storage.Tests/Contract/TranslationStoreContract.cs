using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Contract;

/// <summary>
/// What every engine must do. A class a storage engine derives from this one, says how a fresh store is made, and inherits the tests.
/// </summary>
public abstract partial class TranslationStoreContract : IDisposable
{
    private protected const string Tenant = Tenants.Default;

    private readonly List<ITranslationStore> _opened = [];

    private protected SettableTime Time { get; } = new(Samples.Noon);

    /// <summary>A store that holds nothing.</summary>
    protected abstract ITranslationStore MakeStore(TimeProvider time);

    public void Dispose()
    {
        _opened.ForEach(store => store.Dispose());
        CleanUp();
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes away what the stores leave behind.</summary>
    protected abstract void CleanUp();

    private ITranslationStore NewStore()
    {
        var store = MakeStore(Time);
        _opened.Add(store);
        return store;
    }

    private async Task<ITranslationStore> NewStoreWithMemory()
    {
        var store = NewStore();
        await store.CommitAsync(Samples.Change(Samples.PutMemory()));
        return store;
    }

    [Fact]
    public async Task Commit_FirstChange_IsRevisionOne()
    {
        var store = NewStore();
        Assert.Equal(0, store.GetRevision(Tenant));
        var change = Samples.Change(Samples.PutMemory()) with { Author = "An", Reason = "start", SourceFile = "a.tmx", RequestId = "r1" };

        var result = await store.CommitAsync(change);

        Assert.Equal(new ChangeSet(1, "An", Samples.Noon, "start", "a.tmx", "r1"), result.ChangeSet);
        Assert.Equal(1, result.Written);
        Assert.False(result.Replayed);
        Assert.Equal(1, store.GetRevision(Tenant));
        Assert.Equal([result.ChangeSet], store.ListChangeSets(Tenant));
    }

    [Fact]
    public async Task ListChangeSets_Several_NewestFirstInPages()
    {
        var store = await NewStoreWithMemory();
        for (var i = 0; i < 4; i++)
        {
            await store.CommitAsync(Samples.Change(Samples.Put("a" + i, "b")));
        }

        Assert.Equal([5L, 4L], store.ListChangeSets(Tenant, limit: 2).Select(c => c.Revision));
        Assert.Equal([3L, 2L, 1L], store.ListChangeSets(Tenant, beforeRevision: 4).Select(c => c.Revision));
    }

    [Fact]
    public async Task Commit_FailureInTheMiddle_LeavesNothing()
    {
        var store = await NewStoreWithMemory();

        await Expect.FailsAsync(ErrorCode.UnitNotFound, () => store.CommitAsync(
            Samples.Change(Samples.Put("a", "b"), new ChangeOperation.DeleteUnit("u0000000zzz"))));

        Assert.Equal(1, store.GetRevision(Tenant));
        Assert.Empty(store.ReadUnits(Tenant, "news"));
    }

    [Fact]
    public async Task Commit_OperationsThrow_PassesItOnAndLeavesNothing()
    {
        var store = await NewStoreWithMemory();
        static IEnumerable<ChangeOperation> Broken()
        {
            yield return Samples.Put("a", "b");
            throw new InvalidDataException("line 7");
        }

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => store.CommitAsync(new Change { Operations = Broken() }));

        Assert.Equal("line 7", failure.Message);
        Assert.Equal(1, store.GetRevision(Tenant));
        Assert.Empty(store.ReadUnits(Tenant, "news"));
    }

    [Fact]
    public async Task Commit_CancelledBetweenOperations_LeavesNothing()
    {
        var store = await NewStoreWithMemory();
        using var cancel = new CancellationTokenSource();
        IEnumerable<ChangeOperation> Cancelling()
        {
            yield return Samples.Put("a", "b");
            cancel.Cancel();
            yield return Samples.Put("c", "d");
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.CommitAsync(new Change { Operations = Cancelling() }, cancel.Token));

        Assert.Equal(1, store.GetRevision(Tenant));
        await store.CommitAsync(Samples.Change(Samples.Put("e", "f")));
        Assert.Single(store.ReadUnits(Tenant, "news"));
    }

    [Fact]
    public async Task Commit_SameRequestAgain_AnswersAlikeAndWritesNothing()
    {
        var store = await NewStoreWithMemory();
        var change = Samples.Change(Samples.Put("a", "b"), Samples.Put("c", "d"), Samples.Put("a", "b")) with { RequestId = "import-7" };
        var first = await store.CommitAsync(change);
        Time.Now += TimeSpan.FromDays(1);
        await store.CommitAsync(Samples.Change(Samples.Put("e", "f")));

        var second = await store.CommitAsync(new Change { Operations = Samples.NotToBeEnumerated(), RequestId = "import-7" });

        Assert.True(second.Replayed);
        Expect.Same(first with { Replayed = true }, second);
        Assert.Equal(3, store.GetRevision(Tenant));
    }

    [Fact]
    public async Task Commit_RequestsOlderThanThirtyDays_AreForgottenByAndBy()
    {
        var store = await NewStoreWithMemory();
        var change = Samples.Change(Samples.Put("a", "b"));
        await store.CommitAsync(change with { RequestId = "old" });
        Time.Now += TimeSpan.FromDays(29);
        await store.CommitAsync(change with { RequestId = "younger" });
        Assert.True((await store.CommitAsync(change with { RequestId = "old" })).Replayed);

        Time.Now += TimeSpan.FromDays(2);
        await store.CommitAsync(change with { RequestId = "new" });

        Assert.False((await store.CommitAsync(change with { RequestId = "old" })).Replayed);
        Assert.True((await store.CommitAsync(change with { RequestId = "younger" })).Replayed);
        Assert.True((await store.CommitAsync(change with { RequestId = "new" })).Replayed);
    }

    [Fact]
    public async Task Commit_SameRequestOfAnIdleChange_AnswersAlike()
    {
        var store = await NewStoreWithMemory();
        await store.CommitAsync(Samples.Change(Samples.Put("a", "b")));
        var change = Samples.Change(Samples.Put("a", "b")) with { RequestId = "again" };
        var first = await store.CommitAsync(change);
        Assert.Equal((0, 2L), (first.Written, first.ChangeSet.Revision));
        await store.CommitAsync(Samples.Change(Samples.Put("c", "d")));

        Expect.Same(first with { Replayed = true }, await store.CommitAsync(change));
    }

    [Fact]
    public async Task Commit_SameRequestOfAFailedChange_IsTriedAgain()
    {
        var store = NewStore();
        var change = Samples.Change(Samples.Put("a", "b")) with { RequestId = "r" };
        await Expect.FailsAsync(ErrorCode.MemoryNotFound, () => store.CommitAsync(change));
        await store.CommitAsync(Samples.Change(Samples.PutMemory()));

        Assert.False((await store.CommitAsync(change)).Replayed);
    }

    [Fact]
    public async Task Commit_TwoTenants_SeeNothingOfEachOther()
    {
        var store = await NewStoreWithMemory();
        var unit = (await store.CommitAsync(Samples.Change(Samples.Put("a", "b")) with { RequestId = "r" })).UnitIds[0];
        var other = Samples.Change(Samples.PutMemory(), Samples.Put("x", "y")) with { Tenant = "other", RequestId = "r" };

        Assert.False((await store.CommitAsync(other)).Replayed);

        Assert.Equal(2, store.GetRevision(Tenant));
        Assert.Equal(1, store.GetRevision("other"));
        Assert.Equal("a", store.FindUnit(Tenant, unit)!.Variants[0].Text);
        Assert.Equal("x", Assert.Single(store.ReadUnits("other", "news")).Variants[0].Text);
        Assert.Null(store.FindMemory("third", "news"));
    }

    [Fact]
    public async Task PutMemory_Again_UpdatesOrRefuses()
    {
        var store = await NewStoreWithMemory();
        var memory = Samples.Memory() with { DisplayName = "Tin tức", Languages = [LanguageTag.Spanish, LanguageTag.Vietnamese], Priority = 2, Penalty = 5 };

        await Expect.FailsAsync(ErrorCode.AlreadyExists, () => store.CommitAsync(Samples.Change(new ChangeOperation.PutMemory(memory, CreateOnly: true))));
        Time.Now += TimeSpan.FromHours(1);
        await store.CommitAsync(Samples.Change(new ChangeOperation.PutMemory(memory)));
        var idle = await store.CommitAsync(Samples.Change(new ChangeOperation.PutMemory(memory)));

        Assert.Equal(0, idle.Written);
        Expect.Same(memory with { CreateTime = Samples.Noon, Revision = 2 }, store.FindMemory(Tenant, "news"));
        await store.CommitAsync(Samples.Change(Samples.PutMemory("archive"), Samples.PutMemory("zoo")));
        Assert.Equal(["news", "zoo"], store.ListMemories(Tenant, afterId: "archive").Select(m => m.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("News")]
    [InlineData("1st")]
    [InlineData("a/b")]
    public async Task PutMemory_MalformedId_IsRefused(string id) => await Expect.FailsAsync(
        ErrorCode.ArgumentInvalid, () => NewStore().CommitAsync(Samples.Change(Samples.PutMemory(id))));

    [Fact]
    public async Task Count_AfterChanges_CountsWhatIsLive()
    {
        var store = await NewStoreWithMemory();
        var ids = (await store.CommitAsync(Samples.Change(
            Samples.Put("a", "b"), Samples.Put("c", "d"), new ChangeOperation.PutDocument(Rich.Document), new ChangeOperation.PutConcept(Rich.Concept)))).UnitIds;
        await store.CommitAsync(Samples.Change(new ChangeOperation.DeleteUnit(ids[0])));

        Assert.Equal(new StoreCounts(1, 1, 1, 2, 1, 3, 3), store.Count(Tenant));
        Assert.Equal(new StoreCounts(0, 0, 0, 0, 0, 0, 0), store.Count("nobody"));
    }

    [Fact]
    public async Task Reads_RevisionThatDoesNotExist_AreRefused()
    {
        var store = await NewStoreWithMemory();

        Expect.Fails(ErrorCode.RevisionOutOfRange, () => store.FindUnit(Tenant, "u0000000001", 2));
        Expect.Fails(ErrorCode.RevisionOutOfRange, () => store.ReadUnits(Tenant, "news", 2).ToList());
        Expect.Fails(ErrorCode.RevisionOutOfRange, () => store.FindConcept(Tenant, "c", -1));
        Assert.Null(store.FindUnit(Tenant, "u0000000001", 0));
    }

    [Fact]
    public async Task Verify_HealthyStore_FindsNothing()
    {
        var store = await NewStoreWithMemory();
        await store.CommitAsync(Samples.Change(
            Samples.Put(Rich.Unit), new ChangeOperation.PutDocument(Rich.Document), new ChangeOperation.PutConcept(Rich.Concept)));

        Assert.Empty(store.Verify());
    }
}
