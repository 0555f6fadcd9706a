using System.Diagnostics;
using System.Text.RegularExpressions;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>The server's own program as a child process; killed, where it still runs, when the test ends.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private const string AnyPort = "http://127.0.0.1:0";
    private const string LastLineOfGreeting = "Ctrl-C stops the server.";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _error;
    private readonly List<string> _output = [];

    private ServerProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    public int ProcessId => _process.Id;

    /// <summary>What the server has said on the standard output.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>The address that it says it listens on.</summary>
    public string Url => AddressLine().Match(Output).Groups[1].Value;

    /// <summary>Starts a server on a port that the system chooses, and waits until it is ready.</summary>
    public static Task<ServerProcess> StartAsync(string dataFolder, params string[] more) => StartAsync(dataFolder, AnyPort, more);

    /// <summary>Starts a server on these addresses, and waits until it is ready.</summary>
    public static async Task<ServerProcess> StartAsync(string dataFolder, string urls, string[] more)
    {
        var server = Launch(["--data", dataFolder, "--urls", urls, .. more]);
        await server.ReadOutputAsync(LastLineOfGreeting);
        if (server._output is [.., LastLineOfGreeting])
        {
            return server;
        }

        var exit = await server.WaitForExitAsync();
        throw new InvalidOperationException($"The server ended with {exit.Code} instead of greeting: {exit.Error}");
    }

    /// <summary>Starts a server under another program, such as strace, and waits until it is ready.</summary>
    public static async Task<ServerProcess> StartUnderAsync(IReadOnlyList<string> prefix, string dataFolder)
    {
        var server = Launch(["--data", dataFolder, "--urls", AnyPort], prefix);
        await server.ReadOutputAsync(LastLineOfGreeting);
        return server;
    }

    /// <summary>Starts a server that is expected to end by itself.</summary>
    public static Task<ServerExit> RunAsync(string dataFolder, string urls = AnyPort) => RunUnderAsync([], dataFolder, urls);

    /// <summary>Starts a server that is expected to end by itself, under another program.</summary>
    public static async Task<ServerExit> RunUnderAsync(IReadOnlyList<string> prefix, string dataFolder, string urls = AnyPort)
    {
        await using var server = Launch(["--data", dataFolder, "--urls", urls], prefix);
        return await server.WaitForExitAsync();
    }

    /// <summary>Starts a server and does not wait for anything.</summary>
    public static ServerProcess Launch(IEnumerable<string> arguments, IReadOnlyList<string>? prefix = null)
    {
        string[] line = [.. prefix ?? [], "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "VietJapanTM.Server.dll"), .. arguments];
        return new ServerProcess(Process.Start(new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    /// <summary>Waits until the server ends by itself.</summary>
    public Task<ServerExit> EndAsync() => WaitForExitAsync();

    /// <summary>Ctrl-C.</summary>
    public Task<ServerExit> InterruptAsync(TimeSpan? within = null) => SignalAsync(ProcessSignal.Interrupt, within);

    /// <summary>SIGTERM, as a service manager stops it.</summary>
    public Task<ServerExit> TerminateAsync(TimeSpan? within = null) => SignalAsync(ProcessSignal.Terminate, within);

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task<ServerExit> SignalAsync(int signal, TimeSpan? within)
    {
        ProcessSignal.Send(_process, signal);
        return await WaitForExitAsync(within);
    }

    private async Task<ServerExit> WaitForExitAsync(TimeSpan? within = null)
    {
        using var patience = new CancellationTokenSource(within ?? Patience);
        await ReadOutputAsync(until: null);
        await _process.WaitForExitAsync(patience.Token);
        return new ServerExit(_process.ExitCode, Output, await _error);
    }

    private async Task ReadOutputAsync(string? until)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            _output.Add(line);
            if (line == until)
            {
                return;
            }
        }
    }

    [GeneratedRegex(@"^gRPC .* on (http\S+)$", RegexOptions.Multiline)]
    private static partial Regex AddressLine();
}

/// <summary>How a server ended.</summary>
internal sealed record ServerExit(int Code, string Output, string Error)
{
    /// <summary>Asserts that it could not run and says why in one line, with these words.</summary>
    public void AssertRefused(params string[] words)
    {
        var line = Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, line, StringComparison.Ordinal));
        Assert.Equal("", Output);
        Assert.Equal(2, Code);
    }
}
