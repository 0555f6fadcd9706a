using VietJapanTM.Storage.Tests.Contract;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Faults;

/// <summary>kill -9 at any moment: all of a change or nothing, a whole database, and a retry that makes no duplicates.</summary>
public class CrashTests
{
    private const int Units = 20_000;

    [Fact]
    public async Task KillDuringImport_AnyMoment_LeavesAllOrNothingAndTheRetryCompletes()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(7);
        foreach (var kill in new[] { "open", $"at {random.Next(Units / 100) * 100}", $"at {random.Next(Units / 100) * 100}", $"at {Units - 100}" })
        {
            using var host = CrashHost.Start(folder.Root, Units, "import-1");
            await host.WaitForLine(kill);

            // Somewhere between this line and the next; after the last one, between the last insert and the answer.
            await Task.Delay(random.Next(30));
            host.Kill();

            using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });
            Assert.Empty(store.Verify());
            var counts = store.Count(Tenants.Default);
            Assert.Contains(counts.Units, new long[] { 0, Units });
            Assert.Equal(counts.Units == 0 ? 0 : 1, counts.Revision);
        }

        using (var host = CrashHost.Start(folder.Root, Units, "import-1"))
        {
            await host.WaitForLine("committed");
        }

        using var last = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });
        Assert.Equal((Units, 1L), ((int)last.Count(Tenants.Default).Units, last.GetRevision(Tenants.Default)));
    }

    [Fact]
    public async Task KillAfterCommit_SameRequestAgain_IsAnsweredFromTheStore()
    {
        using var folder = new TemporaryFolder();
        using (var host = CrashHost.Start(folder.Root, 300, "r-9"))
        {
            await host.WaitForLine("committed");
            host.Kill();
        }

        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });
        var result = await store.CommitAsync(new Change { Operations = Samples.NotToBeEnumerated(), RequestId = "r-9" });

        Assert.True(result.Replayed);
        Assert.Equal(301, result.Written);
        Assert.Equal(store.ReadUnits(Tenants.Default, "news").Select(u => u.Id), result.UnitIds);
    }

    [Fact]
    public async Task LogLostAfterCrash_Open_SaysSo()
    {
        using var folder = new TemporaryFolder();
        using (var host = CrashHost.Start(folder.Root, 300, "r"))
        {
            await host.WaitForLine("committed");
            host.Kill();
        }

        File.Delete(folder["vjtm.db-wal"]);

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var failure = Expect.Fails(
                Errors.ErrorCode.StoreCorrupt, () => SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root }));
            Assert.Contains("vjtm.db-wal", failure.Message);
        }

        File.Delete(folder["vjtm.db.holder"]);
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });
        Assert.Empty(store.Verify());
    }

    [Fact]
    public async Task SharedMemoryFileLostAfterCrash_Open_LosesNothing()
    {
        using var folder = new TemporaryFolder();
        using (var host = CrashHost.Start(folder.Root, 300, "r"))
        {
            await host.WaitForLine("committed");
            host.Kill();
        }

        File.Delete(folder["vjtm.db-shm"]);

        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });
        Assert.Equal(300, store.Count(Tenants.Default).Units);
    }

    /// <summary>Whoever deletes the file takes nothing away: the processes that hold it go on with it, and the next one makes it anew from the log.</summary>
    [Fact]
    public async Task SharedMemoryFileLostWhileOpen_WritersAndReaders_LoseNothing()
    {
        using var folder = new TemporaryFolder();
        var options = new SqliteStoreOptions { DataFolder = folder.Root, LogLimitBytes = 1 << 20 };
        using (var store = SqliteStore.Open(options))
        {
            await store.CommitAsync(Samples.Change(Samples.PutMemory()));
            File.Delete(folder["vjtm.db-shm"]);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
            {
                for (var i = 0; i < 15; i++)
                {
                    var operations = Enumerable.Range(0, 20).Select(n => Samples.Put($"{writer}-{i}-{n}", new string('x', 600)));
                    var result = await store.CommitAsync(new Change { Operations = operations.ToList() });
                    Assert.NotNull(store.FindUnit(Tenants.Default, result.UnitIds[^1]));
                }
            })));
            Assert.Equal(8 * 15 * 20, store.Count(Tenants.Default).Units);
        }

        using (var host = CrashHost.Start(folder.Root, 300, "r"))
        {
            await host.WaitForLine("open");
            File.Delete(folder["vjtm.db-shm"]);
            await host.WaitForLine("committed");
            host.Kill();
        }

        using var again = SqliteStore.Open(options);
        Assert.Empty(again.Verify());
        Assert.Equal((8 * 15 * 20) + 300, again.Count(Tenants.Default).Units);
    }

    [Fact]
    public async Task Log_CutAnywhere_OpensWithTheLastWholeChange()
    {
        using var folder = new TemporaryFolder();
        var lengths = new List<long>();
        byte[] database;
        byte[] log;
        using (var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder["whole"] }))
        {
            await store.CommitAsync(Samples.Change(Samples.PutMemory()));
            for (var i = 0; i < 12; i++)
            {
                lengths.Add(new FileInfo(folder["whole", "vjtm.db-wal"]).Length);
                await store.CommitAsync(Samples.Change(Samples.Put("a" + i, "b")));
            }

            (database, log) = (Read(folder["whole", "vjtm.db"]), Read(folder["whole", "vjtm.db-wal"]));
        }

        var cuts = new long[] { 0, 1, 31, 32, 33, 32 + 24 + 2048, log.Length / 2, log.Length - 1, log.Length }.Concat(lengths);
        foreach (var cut in cuts)
        {
            var place = folder["cut-" + cut];
            Directory.CreateDirectory(place);
            File.WriteAllBytes(Path.Combine(place, "vjtm.db"), database);
            File.WriteAllBytes(Path.Combine(place, "vjtm.db-wal"), log[..(int)cut]);

            using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = place });
            var whole = lengths.Count(length => length <= cut) + (cut == log.Length ? 1 : 0);
            Assert.Equal(whole, store.GetRevision(Tenants.Default));
            Assert.Equal(Math.Max(0, whole - 1), store.ReadUnits(Tenants.Default, "news").Count());
            Assert.Empty(store.Verify());
        }
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
