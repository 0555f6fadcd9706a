using System.Diagnostics;
using VietJapanTM.Errors;
using VietJapanTM.Storage.Tests.Contract;
using VietJapanTM.Storage.Tests.Faults;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Tests.Locking;

public class StoreLockTests
{
    [Fact]
    public void Open_Twice_RefusesTheSecondAndNamesTheFirst()
    {
        using var folder = new TemporaryFolder();
        using (var store = Open(folder.Root))
        {
            Assert.Contains($"process {Environment.ProcessId}", Expect.Fails(ErrorCode.StoreLocked, () => Open(folder.Root)).Message);
            store.PublishAddress("http://localhost:5280");
            Assert.Contains("http://localhost:5280", Expect.Fails(ErrorCode.StoreLocked, () => Open(folder.Root)).Message);
            Assert.Equal((Environment.ProcessId, "http://localhost:5280"), Named(folder.Root));
        }

        Assert.Null(SqliteStore.FindHolder(folder.Root));
        Assert.False(File.Exists(folder["vjtm.db.holder"]));
        Open(folder.Root).Dispose();
    }

    [Fact]
    public async Task Open_HeldByAnotherProcess_IsRefusedUntilItIsKilled()
    {
        using var folder = new TemporaryFolder();
        using var host = CrashHost.Start(folder.Root, 1, "r");
        await host.WaitForLine("committed");

        Assert.Contains($"process {host.ProcessId}", Expect.Fails(ErrorCode.StoreLocked, () => Open(folder.Root)).Message);
        Assert.Equal((host.ProcessId, "http://localhost:5280"), Named(folder.Root));

        host.Kill();
        Assert.Null(SqliteStore.FindHolder(folder.Root));
        using var store = Open(folder.Root);
        Assert.Equal(1, store.Count(Tenants.Default).Units);
    }

    [SkippableFact]
    public void Open_BySymbolicLink_IsRefused()
    {
        Skip.If(OperatingSystem.IsWindows(), "Symbolic links need a privilege on Windows.");
        using var folder = new TemporaryFolder();
        using var store = Open(folder["data"]);
        Directory.CreateSymbolicLink(folder["folder-link"], folder["data"]);
        Directory.CreateDirectory(folder["other"]);
        File.CreateSymbolicLink(folder["other", "vjtm.db"], folder["data", "vjtm.db"]);

        Expect.Fails(ErrorCode.StoreLocked, () => Open(folder["folder-link"]));
        Expect.Fails(ErrorCode.StoreLocked, () => Open(folder["other"]));
        Assert.Empty(store.Verify());
    }

    [SkippableFact]
    public void Open_ByHardLink_IsRefusedEvenWhereNobodyHoldsIt()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Hard links are counted on Linux only.");
        using var folder = new TemporaryFolder();
        Open(folder["data"]).Dispose();
        Directory.CreateDirectory(folder["other"]);
        using (var link = Process.Start("ln", [folder["data", "vjtm.db"], folder["other", "vjtm.db"]]))
        {
            link.WaitForExit();
            Skip.IfNot(link.ExitCode == 0, "The file system has no hard links.");
        }

        Assert.Contains("hard link", Expect.Fails(ErrorCode.StoreLocked, () => Open(folder["other"])).Message);
        File.Delete(folder["other", "vjtm.db"]);
        Open(folder["data"]).Dispose();
    }

    private static (int Process, string? Address) Named(string folder)
    {
        var holder = SqliteStore.FindHolder(folder);
        Assert.NotNull(holder);
        return (holder.ProcessId, holder.Address);
    }

    private static SqliteTranslationStore Open(string folder) => SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder });
}
