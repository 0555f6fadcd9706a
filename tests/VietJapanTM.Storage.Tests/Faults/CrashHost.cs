using System.Diagnostics;
using System.Globalization;

namespace VietJapanTM.Storage.Tests.Faults;

/// <summary>A process that imports units, to be killed.</summary>
internal sealed class CrashHost : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private CrashHost(Process process) => _process = process;

    public int ProcessId => _process.Id;

    public static CrashHost Start(string folder, int units, string request) =>
        Start([folder, units.ToString(CultureInfo.InvariantCulture), request]);

    /// <summary>A process that brings the store of a folder to a newer schema.</summary>
    public static CrashHost StartMigration(string folder) => Start(["migrate", folder]);

    private static CrashHost Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        var assembly = Path.Combine(AppContext.BaseDirectory, "VietJapanTM.Storage.CrashHost.dll");
        foreach (var argument in (string[])["exec", assembly, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return new CrashHost(Process.Start(start)!);
    }

    /// <summary>Waits until the process has said this. Where the line never comes, because there was nothing left to do, the last line will do.</summary>
    public async Task WaitForLine(string line)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var said = await _process.StandardOutput.ReadLineAsync(patience.Token);
            if (said == line || said == "committed")
            {
                return;
            }

            Assert.NotNull(said);
        }
    }

    /// <summary>kill -9, and waits for the end.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
