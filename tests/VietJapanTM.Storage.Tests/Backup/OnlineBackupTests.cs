using VietJapanTM.Errors;
using VietJapanTM.Storage.Tests.Contract;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Backup;

public class OnlineBackupTests
{
    [Fact]
    public async Task BackUp_WhileOthersWrite_IsOneWholeState()
    {
        using var folder = new TemporaryFolder();
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder["data"] });
        await store.CommitAsync(new Change { Operations = Samples.Import(2_000) });
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await store.CommitAsync(Samples.Change(Samples.Put("a" + i, "b")));
            }
        });

        Directory.CreateDirectory(folder["copy"]);
        store.BackUp(folder["copy", "vjtm.db"]);
        stop.Cancel();
        await writing;

        Assert.Equal(["vjtm.db"], new DirectoryInfo(folder["copy"]).GetFiles().Select(f => f.Name));
        using var copy = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder["copy"] });
        Assert.Empty(copy.Verify());
        Assert.Equal(2_000 + copy.GetRevision(Tenants.Default) - 1, copy.Count(Tenants.Default).Units);
    }

    [Fact]
    public void BackUp_OntoTheStoreItself_IsRefused()
    {
        using var folder = new TemporaryFolder();
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });

        Expect.Fails(ErrorCode.ArgumentInvalid, () => store.BackUp(folder["vjtm.db"]));
        Expect.Fails(ErrorCode.ArgumentInvalid, () => store.BackUp(folder["vjtm.db-wal"]));
    }

    [Fact]
    public void BackUp_FolderThatIsAbsent_IsRefused()
    {
        using var folder = new TemporaryFolder();
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder["data"] });

        Expect.Fails(ErrorCode.FileUnreadable, () => store.BackUp(folder["absent", "copy.db"]));
    }
}
