using VietJapanTM.Store;

namespace VietJapanTM.Server.Hosting;

/// <summary>What the server says when it is ready: where it listens, what it holds, and one call to try.</summary>
internal static class Greeting
{
    public static async Task WriteAsync(VietJapanServer server, TextWriter output)
    {
        var counts = server.Workspace.Store.Count(Tenants.Default);
        if (server.Samples is { } samples)
        {
            await output.WriteLineAsync($"First start: imported {samples.Documents} documents, {samples.Units} units and {samples.Concepts} concepts.").ConfigureAwait(false);
        }

        await output.WriteLineAsync($"Store {server.Workspace.Store.Location}, revision {counts.Revision}:").ConfigureAwait(false);
        await output.WriteLineAsync(
            $"  {counts.Memories} {(counts.Memories == 1 ? "memory" : "memories")}, {counts.Documents} documents, {counts.Units} units with {counts.Variants} variants, "
            + $"{counts.Concepts} concepts with {counts.Terms} terms.").ConfigureAwait(false);
        foreach (var url in server.Urls)
        {
            await output.WriteLineAsync($"gRPC (HTTP/2 without TLS) on {url}").ConfigureAwait(false);
        }

        if (counts.Units == 0)
        {
            await output.WriteLineAsync(
                $"""
                The store is empty. Fill it from another terminal:
                  dotnet run -c Release --project src/VietJapanTM.Cli -- import --server {server.Urls[0]} --memory news memory.tmx
                Ctrl-C stops the server.
                """).ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
            return;
        }

        await output.WriteLineAsync(
            $"""
            Try, in another terminal:
              dotnet run -c Release --project src/VietJapanTM.Cli -- lookup --server {server.Urls[0]} \
                --from es --to vi "Según la cartera, los dos dirigentes intercambiaron sus puntos de vista sobre el desarrollo de las relaciones bilaterales."
            Ctrl-C stops the server.
            """).ConfigureAwait(false);
        await output.FlushAsync().ConfigureAwait(false);
    }
}
