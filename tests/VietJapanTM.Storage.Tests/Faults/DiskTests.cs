using VietJapanTM.Errors;
using VietJapanTM.Storage.Tests.Contract;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Faults;

/// <summary>A disk that is full, or read-only: on mounts of their own, which only root can make.</summary>
public class DiskTests
{
    [SkippableFact]
    public async Task FullDisk_Import_IsRolledBackAndReadsAndLaterWritesGoOn()
    {
        using var folder = new TemporaryFolder();
        using var mount = Mount.SmallDisk(folder.Root, 3 << 20);
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });
        await store.CommitAsync(Samples.Change(Samples.PutMemory(), Samples.Put("a", "b")));
        File.WriteAllBytes(folder["ballast"], new byte[1 << 20]);

        for (var attempt = 0; attempt < 2; attempt++)
        {
            await Expect.FailsAsync(ErrorCode.DiskFull, () => store.CommitAsync(new Change { Operations = Samples.Import(50_000) }));
            Assert.Equal("a", Assert.Single(store.ReadUnits(Tenants.Default, "news")).Variants[0].Text);
            Assert.Equal(1, store.GetRevision(Tenants.Default));
        }

        File.Delete(folder["ballast"]);
        var result = await store.CommitAsync(new Change { Operations = Samples.Import(500) });
        Assert.Equal(2, result.ChangeSet.Revision);
        Assert.Equal(501, store.Count(Tenants.Default).Units);
        Assert.Empty(store.Verify());
    }

    /// <summary>The log fits on the disk, and what it must be carried over into does not.</summary>
    [SkippableFact]
    public async Task FullDisk_CarryingTheLogOver_LosesNothingAndWritesGoOnLater()
    {
        const int Units = 1_500;
        using var folder = new TemporaryFolder();
        using var mount = Mount.SmallDisk(folder.Root, 16 << 20);
        var options = new SqliteStoreOptions { DataFolder = folder.Root };
        using (var store = SqliteStore.Open(options))
        {
            await store.CommitAsync(new Change { Operations = Samples.Import(Units) });
            FillUp(folder["ballast"]);
            await Expect.FailsAsync(ErrorCode.DiskFull, () => store.CommitAsync(new Change { Operations = Samples.Import(20_000) }));
            Assert.Equal(Units, store.ReadUnits(Tenants.Default, "news").Count());
        }

        // Closing carries the log over, where it can.
        Assert.NotEqual(0, new FileInfo(folder["vjtm.db-wal"]).Length);
        using (var full = SqliteStore.Open(options))
        {
            Assert.Equal(Units, full.ReadUnits(Tenants.Default, "news").Count());
            await Expect.FailsAsync(ErrorCode.DiskFull, () => full.CommitAsync(new Change { Operations = Samples.Import(20_000) }));
        }

        File.Delete(folder["ballast"]);
        using var again = SqliteStore.Open(options);
        Assert.Equal(Units, again.Count(Tenants.Default).Units);
        await again.CommitAsync(Samples.Change(Samples.Put("a", "b")));
        Assert.Empty(again.Verify());
    }

    [SkippableFact]
    public async Task FullDisk_BackUp_KeepsTheOldBackup()
    {
        using var folder = new TemporaryFolder();
        using var small = new TemporaryFolder();
        using var mount = Mount.SmallDisk(small.Root, 256 << 10);
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });
        store.BackUp(small["copy.db"]);
        var first = File.ReadAllBytes(small["copy.db"]);
        await store.CommitAsync(new Change { Operations = Samples.Import(3_000) });

        Expect.Fails(ErrorCode.DiskFull, () => store.BackUp(small["copy.db"]));

        Assert.Equal(first, File.ReadAllBytes(small["copy.db"]));
        Assert.Equal(["copy.db"], new DirectoryInfo(small.Root).GetFiles().Select(f => f.Name));
    }

    [SkippableFact]
    public void ReadOnlyFolder_Open_IsRefusedInOneLine()
    {
        using var folder = new TemporaryFolder();
        SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root }).Dispose();
        using var readOnly = Mount.ReadOnly(folder.Root);

        var failure = Expect.Fails(ErrorCode.StoreReadOnly, () => SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root }));

        Assert.Contains(folder.Root, failure.Message);
        Assert.Equal(["vjtm.db", "vjtm.db.lock"], new DirectoryInfo(folder.Root).GetFiles().Select(f => f.Name).Order());
        Expect.Fails(ErrorCode.StoreReadOnly, () => SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder["new"] }));
    }

    private static void FillUp(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }
}
