using System.Diagnostics;
using Grpc.Net.Client;
using VietJapanTM.Benchmarks.Matching;
using VietJapanTM.Server.Answers;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Testing;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.Benchmarks;

/// <summary>
/// The verb <c>grpc</c>: what a Lookup costs the server's process when many calls are under way, beside what the same answer costs inside a process with as
/// many threads. The server is a process of its own; this one is the client.
/// </summary>
internal sealed class GrpcDriver(VerbOptions options)
{
    private readonly IReadOnlyList<string> _queries = CorpusText.Queries("edited");

    /// <summary>Runs the verb.</summary>
    public static void Run(string[] args)
    {
        using var temporary = new TemporaryFolder();
        var options = new VerbOptions(
            args,
            "Measures the processor time of a Lookup, inside a process and in a server.",
            ("units", "100000", "units in the store"),
            ("data", temporary.Root, "folder with the store; one that is empty is filled"),
            ("calls", "16", "calls under way at once"),
            ("lookups", "100000", "look-ups that are measured, after as many until the code is compiled for good"),
            ("matches", "5", "most matches of a look-up"));
        if (!options.IsHelp)
        {
            new GrpcDriver(options).Run().GetAwaiter().GetResult();
        }
    }

    private async Task Run()
    {
        using (new StoredCorpus(options["data"], options.Number("units")))
        {
            // Filled, and closed for the next.
        }

        using (var workspace = TranslationWorkspace.Open(options["data"], TimeProvider.System))
        {
            var inside = await MeasureAsync(
                () => Environment.CpuUsage.TotalTime,
                request => Task.Run(() => LookupAnswers.Lookup(workspace, request, default))).ConfigureAwait(false);
            Console.WriteLine(FormattableString.Invariant($"inside a process: {inside:0.0} µs of processor a look-up"));
        }

        using var server = Start(options["data"], out var address);
        try
        {
            using var channel = GrpcChannel.ForAddress(address);
            var client = new TranslationMemory.TranslationMemoryClient(channel);
            var served = await MeasureAsync(
                () =>
                {
                    server.Refresh();
                    return server.TotalProcessorTime;
                },
                async request => await client.LookupAsync(request)).ConfigureAwait(false);
            Console.WriteLine(FormattableString.Invariant($"in a server: {served:0.0} µs of processor a Lookup"));
        }
        finally
        {
            server.Kill();
        }
    }

    private static Process Start(string data, out string address)
    {
        var server = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "VietJapanTM.Server.dll"), "--data", data, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        })!;
        while (server.StandardOutput.ReadLine() is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is var at and >= 0)
            {
                address = line[at..].Split(' ')[0].TrimEnd('.', ',', '/');
                _ = server.StandardOutput.ReadToEndAsync();
                return server;
            }
        }

        throw new InvalidOperationException("The server ended before it said where it listens.");
    }

    /// <summary>Microseconds of processor a look-up, so many at once.</summary>
    private async Task<double> MeasureAsync(Func<TimeSpan> spent, Func<LookupRequest, Task> lookup)
    {
        await CallAsync(lookup).ConfigureAwait(false);
        var before = spent();
        await CallAsync(lookup).ConfigureAwait(false);
        return (spent() - before).TotalMicroseconds / options.Number("lookups");
    }

    private Task CallAsync(Func<LookupRequest, Task> lookup)
    {
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, options.Number("calls")).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < options.Number("lookups"); i = Interlocked.Increment(ref next))
            {
                await lookup(new LookupRequest
                {
                    Text = _queries[i % _queries.Count],
                    SourceLanguageCode = "es",
                    TargetLanguageCode = "en",
                    MaxMatches = options.Number("matches"),
                }).ConfigureAwait(false);
            }
        }));
    }
}
