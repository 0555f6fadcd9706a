using System.Diagnostics;
using VietJapanTM.EndToEnd.Tests.Serving;
using VietJapanTM.Storage;

namespace VietJapanTM.EndToEnd.Tests.Importing;

/// <summary>An import of a hundred thousand units that is killed, or asked to stop, at any moment: all of it or nothing.</summary>
public sealed class ImportCrashTests
{
    private const int Units = 100_000;

    /// <summary>What the command ends with after SIGTERM or Ctrl-C.</summary>
    private const int Stopped = 130;

    [Fact]
    public async Task Import_KilledAtAnyMoment_LeavesAllOrNothingAndIsRepeatedWithoutDuplicates()
    {
        using var folder = new TemporaryFolder();
        var tmx = GeneratedTmx.Write(folder["big.tmx"], Units);
        var data = folder["data"];
        string[] import = ["import", tmx, "--memory", "news", "--data", data];
        var random = new Random(17);
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, (await CommandProcess.RunAsync("import", tmx, "--memory", "news", "--data", folder["whole"])).Code);
        var duration = watch.Elapsed.TotalMilliseconds;

        var kills = Effort.Of(6, 20);
        for (var kill = 0; kill < kills; kill++)
        {
            using var process = CommandProcess.Start(import);

            // One moment in each part of the time that the whole takes.
            await Task.Delay((int)(duration * (kill + random.NextDouble()) / kills));
            if (process.HasExited)
            {
                break;
            }

            await process.KillAsync();
            if (File.Exists(Path.Combine(data, SqliteStore.DatabaseName)))
            {
                Assert.Contains(StoreState.Read(data).Units, new long[] { 0, Units });
            }
        }

        Assert.Equal(0, (await CommandProcess.RunAsync(import)).Code);
        var counts = StoreState.Read(data);
        Assert.Equal((Units, 2 * Units, 1), (counts.Units, counts.Variants, counts.Memories));
    }

    [Fact]
    public async Task Import_AskedToStop_EndsSoonAndLeavesNothing()
    {
        using var folder = new TemporaryFolder();
        var tmx = GeneratedTmx.Write(folder["big.tmx"], 3 * Units);
        using var process = CommandProcess.Start("import", tmx, "--memory", "news", "--data", folder["data"]);
        await WaitForAsync(folder["data", SqliteStore.DatabaseName + ".holder"]);
        await Task.Delay(300);

        var exit = await process.TerminateAsync(TimeSpan.FromSeconds(10));

        Assert.Empty(exit.Complaints);
        Assert.Equal(Stopped, exit.Code);
        Assert.Equal(0, StoreState.Read(folder["data"]).Units);
    }

    [Fact]
    public async Task ImportThroughAServer_ServerAskedToStop_KeepsWholePartsAndTheCommandSaysSo()
    {
        using var folder = new TemporaryFolder();
        var tmx = GeneratedTmx.Write(folder["big.tmx"], Units);
        await using var server = await ServerProcess.StartAsync(folder["data"], "--no-samples");
        using var process = CommandProcess.Start("import", tmx, "--memory", "news", "--server", server.Url);
        await WaitForAsync(folder["data", SqliteStore.DatabaseName + "-wal"], bytes: 1 << 20);

        var exit = await server.TerminateAsync(TimeSpan.FromSeconds(10));
        var command = await process.EndAsync();

        Assert.Equal((0, ""), (exit.Code, exit.Error));
        Assert.Equal(2, command.Code);
        Assert.StartsWith("error: ", Assert.Single(command.Complaints), StringComparison.Ordinal);
        var counts = StoreState.Read(folder["data"]);
        Assert.Equal(counts.Units * 2, counts.Variants);
        Assert.Equal(0, counts.Units % 10_000);
    }

    private static async Task WaitForAsync(string path, long bytes = 0)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (new FileInfo(path) is not { Exists: true } file || file.Length < bytes)
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
