using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Contract;

public abstract partial class TranslationStoreContract
{
    [Fact]
    public async Task DeleteMemory_ThatHoldsSomething_NeedsForceAndCanBeUndone()
    {
        var store = await NewStoreWithMemory();
        var unit = (await store.CommitAsync(Samples.Change(Samples.Put("a", "b"), new ChangeOperation.PutDocument(Rich.Document with { MemoryId = "news" })))).UnitIds[0];
        await Expect.FailsAsync(ErrorCode.MemoryNotEmpty, () => store.CommitAsync(Samples.Change(new ChangeOperation.DeleteMemory("news"))));

        var deleted = await store.CommitAsync(Samples.Change(new ChangeOperation.DeleteMemory("news", Force: true)));

        Assert.Equal(3, deleted.Written);
        Assert.Null(store.FindMemory(Tenant, "news"));
        Assert.Empty(store.ListMemories(Tenant));
        Assert.Equal((0, 0, 0), (store.Count(Tenant).Memories, store.Count(Tenant).Units, store.Count(Tenant).Documents));
        Assert.NotNull(store.FindUnit(Tenant, unit, deleted.ChangeSet.Revision - 1));
        await Expect.FailsAsync(ErrorCode.MemoryNotFound, () => store.CommitAsync(Samples.Change(Samples.Put("c", "d"))));

        await store.CommitAsync(Samples.Change(new ChangeOperation.Revert(deleted.ChangeSet.Revision)));
        Assert.NotNull(store.FindMemory(Tenant, "news"));
        Assert.Equal("a", store.FindUnit(Tenant, unit)!.Variants[0].Text);
        Assert.NotNull(store.FindDocument(Tenant, Rich.Document.Id));
        Assert.Empty(store.Verify());
    }

    [Fact]
    public async Task DeleteMemory_Unknown_ReadOnlyOrAgain_IsRefused()
    {
        var store = await NewStoreWithMemory();
        await Expect.FailsAsync(ErrorCode.MemoryNotFound, () => store.CommitAsync(Samples.Change(new ChangeOperation.DeleteMemory("none", Force: true))));
        await store.CommitAsync(Samples.Change(SetAccess(MemoryAccess.ReadOnly)));
        await Expect.FailsAsync(ErrorCode.MemoryReadOnly, () => store.CommitAsync(Samples.Change(new ChangeOperation.DeleteMemory("news"))));
        await store.CommitAsync(Samples.Change(SetAccess(MemoryAccess.ReadWrite), new ChangeOperation.DeleteMemory("news")));
        await Expect.FailsAsync(ErrorCode.MemoryNotFound, () => store.CommitAsync(Samples.Change(new ChangeOperation.DeleteMemory("news"))));
    }

    [Fact]
    public async Task PutMemory_OfADeletedId_ContinuesItsHistory()
    {
        var store = await NewStoreWithMemory();
        var unit = (await store.CommitAsync(Samples.Change(Samples.Put("a", "b")))).UnitIds[0];
        var gone = await store.CommitAsync(Samples.Change(new ChangeOperation.DeleteUnit(unit)));
        var deleted = await store.CommitAsync(Samples.Change(new ChangeOperation.DeleteMemory("news")));
        await Expect.FailsAsync(ErrorCode.MemoryNotFound, () => store.CommitAsync(Samples.Change(new ChangeOperation.Revert(gone.ChangeSet.Revision))));

        await store.CommitAsync(Samples.Change(new ChangeOperation.PutMemory(Samples.Memory(), CreateOnly: true)));
        Assert.Equal(0, (await store.CommitAsync(Samples.Change(new ChangeOperation.Revert(deleted.ChangeSet.Revision)))).Written);
        await store.CommitAsync(Samples.Change(new ChangeOperation.Revert(gone.ChangeSet.Revision)));
        Assert.Single(store.ReadUnits(Tenant, "news"));
    }
}
