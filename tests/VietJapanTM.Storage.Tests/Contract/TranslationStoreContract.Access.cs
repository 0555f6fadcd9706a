using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Contract;

public abstract partial class TranslationStoreContract
{
    private static ChangeOperation SetAccess(MemoryAccess access) =>
        new ChangeOperation.EditMemory("news", memory => memory with { Access = access });

    [Fact]
    public async Task ReadOnlyMemory_AnyWriteInIt_IsRefusedWhole()
    {
        var store = await NewStoreWithMemory();
        var unit = (await store.CommitAsync(Samples.Change(Samples.Put("a", "b")))).UnitIds[0];
        var document = Rich.Document with { MemoryId = "news" };
        var written = await store.CommitAsync(Samples.Change(new ChangeOperation.PutDocument(document), Samples.PutMemory("other")));
        await store.CommitAsync(Samples.Change(SetAccess(MemoryAccess.ReadOnly)));
        var revision = store.GetRevision(Tenant);

        foreach (var operation in (ChangeOperation[])
        [
            Samples.Put("c", "d"),
            new ChangeOperation.DeleteUnit(unit),
            new ChangeOperation.PutDocument(document with { DisplayName = "another" }),
            new ChangeOperation.DeleteDocument(document.Id),
            new ChangeOperation.Revert(written.ChangeSet.Revision),
        ])
        {
            var failure = await Expect.FailsAsync(
                ErrorCode.MemoryReadOnly, () => store.CommitAsync(Samples.Change(Samples.Put(Samples.Unit("e", "f", "other")), operation)));
            Assert.Contains("'news'", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal((revision, 1), (store.GetRevision(Tenant), (int)store.Count(Tenant).Units));
        Assert.Equal(MemoryAccess.ReadOnly, store.FindMemory(Tenant, "news")!.Access);
    }

    [Fact]
    public async Task ReadOnlyMemory_WhatChangesNothingOrAnotherMemory_IsTaken()
    {
        var store = await NewStoreWithMemory();
        await store.CommitAsync(Samples.Change(Samples.Put("a", "b"), Samples.PutMemory("other")));
        await store.CommitAsync(Samples.Change(SetAccess(MemoryAccess.ReadOnly)));

        Assert.Equal(0, (await store.CommitAsync(Samples.Change(Samples.Put("a", "b")))).Written);
        Assert.Equal(1, (await store.CommitAsync(Samples.Change(Samples.Put(Samples.Unit("a", "b", "other"))))).Written);
        await store.CommitAsync(Samples.Change(SetAccess(MemoryAccess.ReadWrite), Samples.Put("c", "d")));
        Assert.Equal(3, store.Count(Tenant).Units);
    }

    [Fact]
    public async Task EditMemory_Unknown_IsRefused() => await Expect.FailsAsync(
        ErrorCode.MemoryNotFound, () => NewStore().CommitAsync(Samples.Change(SetAccess(MemoryAccess.ReadOnly))));
}
