namespace VietJapanTM.EndToEnd.Tests.Serving;

public sealed class CrashTests
{
    [Fact]
    public async Task FirstStart_KilledAtAnyMoment_NextStartHasEverythingExactlyOnce()
    {
        var random = new Random(20231127);
        using var folder = new TemporaryFolder();
        for (var crash = 0; crash < 6; crash++)
        {
            var data = folder[$"data{crash}"];
            await using (var killed = ServerProcess.Launch(["--data", data, "--urls", "http://127.0.0.1:0"]))
            {
                await WaitForMoment(data, crash);
                await Task.Delay(random.Next(60));
                await killed.KillAsync();
            }

            await using var server = await ServerProcess.StartAsync(data);
            await server.TerminateAsync();
            StoreState.AssertSamples(StoreState.Read(data));
        }
    }

    /// <summary>Moments that leave their mark on the disk: the lock is taken, the database made, the log begun, the log grown.</summary>
    private static async Task WaitForMoment(string data, int moment)
    {
        Func<bool> come = (moment % 4) switch
        {
            0 => () => File.Exists(Path.Combine(data, "vjtm.db.lock")),
            1 => () => Length(data, "vjtm.db") > 0,
            2 => () => File.Exists(Path.Combine(data, "vjtm.db.holder")),
            _ => () => Length(data, "vjtm.db-wal") > 0,
        };
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!come())
        {
            await Task.Delay(1, patience.Token);
        }
    }

    private static long Length(string data, string name) => new FileInfo(Path.Combine(data, name)) is { Exists: true } file ? file.Length : 0;
}
