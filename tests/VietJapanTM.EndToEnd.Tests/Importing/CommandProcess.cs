using System.Diagnostics;
using VietJapanTM.EndToEnd.Tests.Serving;

namespace VietJapanTM.EndToEnd.Tests.Importing;

/// <summary>The program vjtm as a child process; killed, where it still runs, when the test ends.</summary>
internal sealed class CommandProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private CommandProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public bool HasExited => _process.HasExited;

    public static CommandProcess Start(params string[] arguments) => StartUnder([], arguments);

    /// <summary>Starts the program under another one, such as strace.</summary>
    public static CommandProcess StartUnder(IReadOnlyList<string> prefix, params string[] arguments)
    {
        string[] line = [.. prefix, "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "vjtm.dll"), .. arguments];
        return new CommandProcess(Process.Start(new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<CommandExit> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await process.EndAsync();
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    /// <summary>SIGTERM.</summary>
    public Task<CommandExit> TerminateAsync(TimeSpan within)
    {
        ProcessSignal.Send(_process, ProcessSignal.Terminate);
        return EndAsync(within);
    }

    /// <summary>Waits for the end.</summary>
    public async Task<CommandExit> EndAsync(TimeSpan? within = null)
    {
        using var patience = new CancellationTokenSource(within ?? Patience);
        await _process.WaitForExitAsync(patience.Token);
        return new CommandExit(_process.ExitCode, await _output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}

/// <summary>How a command ended.</summary>
internal sealed record CommandExit(int Code, string Output, string Error)
{
    /// <summary>The lines of the standard error but for those that tell progress, of which there are more on a slow machine.</summary>
    public IReadOnlyList<string> Complaints =>
        [.. Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("imported ", StringComparison.Ordinal))];
}
