using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using VietJapanTM.Errors;
using VietJapanTM.Storage.Tests.Contract;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Writing;

public class ChangeWriterTests
{
    [Fact]
    public async Task Commit_ManyWaiting_ShareTransactionsAndAFailureStaysItsOwn()
    {
        using var folder = new TemporaryFolder();
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });
        await store.CommitAsync(Samples.Change(Samples.PutMemory()));
        using var gate = new Gate();
        var before = Commits(folder);
        var first = store.CommitAsync(new Change { Operations = gate.Operations() });

        var waiting = Enumerable.Range(0, 40)
            .Select(i => store.CommitAsync(Samples.Change(Samples.Put("a" + i, "b"), i == 20 ? new ChangeOperation.DeleteUnit("none") : Samples.Put("c" + i, "d"))))
            .ToList();
        gate.Open();
        await first;
        foreach (var (task, i) in waiting.Select((task, i) => (task, i)))
        {
            if (i == 20)
            {
                await Expect.FailsAsync(ErrorCode.UnitNotFound, () => task);
                continue;
            }

            Assert.Equal(i < 20 ? i + 3 : i + 2, (await task).ChangeSet.Revision);
        }

        Assert.Equal(2, Commits(folder) - before);
        Assert.Equal(2 * 39, store.Count(Tenants.Default).Units);
    }

    /// <summary>A long document is a hundred megabytes, and the next change may come tomorrow.</summary>
    [Fact]
    public async Task Commit_Done_HoldsNothingOfTheChange()
    {
        using var folder = new TemporaryFolder();
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });
        var change = await CommitAsync(store);
        for (var i = 0; i < 50 && change.IsAlive; i++)
        {
            // The writer's thread answers before it waits again.
            await Task.Delay(20);
            GC.Collect();
        }

        Assert.False(change.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static async Task<WeakReference> CommitAsync(SqliteTranslationStore store)
        {
            var change = Samples.Change(Samples.PutMemory(), Samples.Put("a", "b"));
            await store.CommitAsync(change);
            return new WeakReference(change);
        }
    }

    [Fact]
    public async Task Commit_QueueFull_IsBusyAndNothingIsLost()
    {
        using var folder = new TemporaryFolder();
        using var store = SqliteStore.Open(new SqliteStoreOptions
        {
            DataFolder = folder.Root,
            QueueCapacity = 2,
            BusyTimeout = TimeSpan.FromMilliseconds(50),
        });
        await store.CommitAsync(Samples.Change(Samples.PutMemory()));
        using var gate = new Gate();
        var first = store.CommitAsync(new Change { Operations = gate.Operations() });
        gate.WaitUntilTaken();
        var queued = Enumerable.Range(0, 2).Select(i => store.CommitAsync(Samples.Change(Samples.Put("a" + i, "b")))).ToList();

        await Expect.FailsAsync(ErrorCode.StoreBusy, () => store.CommitAsync(Samples.Change(Samples.Put("x", "y"))));

        Assert.Equal(1, store.GetRevision(Tenants.Default));
        gate.Open();
        await Task.WhenAll([first, .. queued]);
        Assert.Equal(2, store.Count(Tenants.Default).Units);
    }

    [Fact]
    public async Task Commit_CancelledWhileWaiting_IsNeverApplied()
    {
        using var folder = new TemporaryFolder();
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });
        await store.CommitAsync(Samples.Change(Samples.PutMemory()));
        using var gate = new Gate();
        using var cancel = new CancellationTokenSource();
        var first = store.CommitAsync(new Change { Operations = gate.Operations() });
        gate.WaitUntilTaken();
        var waiting = store.CommitAsync(Samples.Change(Samples.Put("a", "b")), cancel.Token);

        cancel.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        gate.Open();
        await first;
        await store.CommitAsync(Samples.Change(Samples.Put("c", "d")));
        Assert.Equal("c", Assert.Single(store.ReadUnits(Tenants.Default, "news")).Variants[0].Text);
    }

    [Fact]
    public async Task Dispose_DuringAnImport_RollsItBackAndRefusesTheRest()
    {
        using var folder = new TemporaryFolder();
        Task<ChangeResult> running;
        Task<ChangeResult> waiting;
        using (var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root }))
        {
            running = store.CommitAsync(new Change { Operations = Samples.Import(int.MaxValue) });
            waiting = store.CommitAsync(Samples.Change(Samples.PutMemory("late")));
        }

        await Expect.FailsAsync(ErrorCode.StoreBusy, () => running);
        await Expect.FailsAsync(ErrorCode.StoreBusy, () => waiting);
        using var again = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });
        Assert.Equal(0, again.GetRevision(Tenants.Default));
        Assert.Empty(again.Verify());
    }

    [Fact]
    public async Task Use_AfterDispose_IsTheCallersBug()
    {
        using var folder = new TemporaryFolder();
        var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });
        store.Dispose();
        store.Dispose();

        Assert.Throws<ObjectDisposedException>(() => store.GetRevision(Tenants.Default));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.CommitAsync(Samples.Change(Samples.PutMemory())));
    }

    [Fact]
    public async Task SixteenWritersAndSlowReaders_AllSucceedAndTheLogStaysBounded()
    {
        using var folder = new TemporaryFolder();
        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root, LogLimitBytes = 1 << 20 });
        await store.CommitAsync(new Change { Operations = Samples.Import(3_000) });
        var slow = Enumerable.Range(0, 12).Select(_ => store.ReadUnits(Tenants.Default, "news", 1).GetEnumerator()).ToList();
        slow.ForEach(reader => Assert.True(reader.MoveNext()));

        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                var operations = Enumerable.Range(0, 10).Select(n => Samples.Put($"{writer}-{i}-{n}", new string('x', 500)));
                var result = await store.CommitAsync(new Change { Operations = operations.ToList() });
                Assert.NotNull(store.FindUnit(Tenants.Default, result.UnitIds[^1]));
            }
        })));

        foreach (var reader in slow)
        {
            var rest = 1;
            while (reader.MoveNext())
            {
                rest++;
            }

            Assert.Equal(3_000, rest);
            reader.Dispose();
        }

        Assert.Equal(3_000 + (16 * 200), store.Count(Tenants.Default).Units);
        Assert.Equal(321, store.GetRevision(Tenants.Default));
        Assert.Equal(Enumerable.Range(1, 321).Select(r => (long)r).Reverse(), store.ListChangeSets(Tenants.Default).Select(c => c.Revision));

        // About 25 MB were written; the engine carries the log over every 4 MB.
        Assert.InRange(new FileInfo(folder["vjtm.db-wal"]).Length, 0, 12 << 20);
    }

    /// <summary>Counts commit frames, which carry the size of the database: sqlite.org/fileformat2.html#walformat.</summary>
    private static int Commits(TemporaryFolder folder)
    {
        using var file = new FileStream(folder["vjtm.db-wal"], FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var log = new byte[file.Length];
        file.ReadExactly(log);
        var pageSize = BinaryPrimitives.ReadInt32BigEndian(log.AsSpan(8));
        var salt = log.AsSpan(16, 8).ToArray();
        var commits = 0;
        for (var frame = 32; frame + 24 + pageSize <= log.Length; frame += 24 + pageSize)
        {
            var isCurrent = log.AsSpan(frame + 8, 8).SequenceEqual(salt);
            commits += isCurrent && BinaryPrimitives.ReadInt32BigEndian(log.AsSpan(frame + 4)) != 0 ? 1 : 0;
        }

        return commits;
    }

    /// <summary>A change that holds the writer until it is let go.</summary>
    private sealed class Gate : IDisposable
    {
        private readonly ManualResetEventSlim _taken = new();
        private readonly ManualResetEventSlim _open = new();

        public IEnumerable<ChangeOperation> Operations()
        {
            _taken.Set();
            Assert.True(_open.Wait(TimeSpan.FromMinutes(2)));
            yield return new ChangeOperation.PutMemory(Samples.Memory("gate"));
        }

        public void WaitUntilTaken() => Assert.True(_taken.Wait(TimeSpan.FromMinutes(2)));

        public void Open() => _open.Set();

        public void Dispose()
        {
            _taken.Dispose();
            _open.Dispose();
        }
    }
}
