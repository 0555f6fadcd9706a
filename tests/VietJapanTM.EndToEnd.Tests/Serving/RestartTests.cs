using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using VietJapanTM.Storage;
using VietJapanTM.Store;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>A server that is killed, and one that is stopped, while many clients write; each client tries again until it is answered.</summary>
public sealed class RestartTests
{
    private const int Clients = 60;
    private const int WritesOfAClient = 12;

    [Fact]
    public async Task Restart_WhileManyClientsWrite_LosesNoAcknowledgedUnitAndMakesNoneTwice()
    {
        using var folder = new TemporaryFolder();
        var url = $"http://127.0.0.1:{FreePort()}";
        var acknowledged = new ConcurrentBag<string>();
        var server = await ServerProcess.StartAsync(folder.Root, url, []);
        try
        {
            var writing = Task.WhenAll(Enumerable.Range(0, Clients).Select(client => WriteAsync(url, client, acknowledged)));
            foreach (var restart in new Func<Task>[] { server.KillAsync, () => server.TerminateAsync(TimeSpan.FromSeconds(15)) })
            {
                await GrowAsync(acknowledged, writing);
                await restart();
                await server.DisposeAsync();
                server = await ServerProcess.StartAsync(folder.Root, url, []);
            }

            await writing;
            Assert.Equal(0, (await server.TerminateAsync()).Code);
        }
        finally
        {
            await server.DisposeAsync();
        }

        using var store = SqliteStore.Open(new SqliteStoreOptions { DataFolder = folder.Root });
        Assert.Empty(store.Verify());
        var written = store.ReadUnits(Tenants.Default, "vietnam-japan").Select(u => u.Variants[0].Text).Where(t => t.StartsWith("cliente ", StringComparison.Ordinal)).ToList();
        Assert.Equal(Clients * WritesOfAClient, acknowledged.Count);
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    /// <summary>One client: writes one unit after another, each with one request_id however often it must be sent.</summary>
    private static async Task WriteAsync(string url, int client, ConcurrentBag<string> acknowledged)
    {
        using var channel = GrpcChannel.ForAddress(url);
        var memory = new TranslationMemory.TranslationMemoryClient(channel);
        for (var i = 0; i < WritesOfAClient; i++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"cliente {client}, frase {i}");
            var request = new PutUnitsRequest
            {
                Parent = "memories/vietnam-japan",
                RequestId = text,
                Units = { new Unit { Variants = { new Variant { LanguageCode = "es", Text = text } } } },
            };
            while (!await TryPutAsync(memory, request))
            {
                await Task.Delay(100);
            }

            acknowledged.Add(text);
            await Task.Delay(20);
        }
    }

    private static async Task<bool> TryPutAsync(TranslationMemory.TranslationMemoryClient memory, PutUnitsRequest request)
    {
        try
        {
            await memory.PutUnitsAsync(request, deadline: DateTime.UtcNow.AddSeconds(30));
            return true;
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.Cancelled)
        {
            return false;
        }
    }

    /// <summary>Waits until some more writes were acknowledged, so that the next restart falls among them.</summary>
    private static async Task GrowAsync(ConcurrentBag<string> acknowledged, Task writing)
    {
        var goal = acknowledged.Count + (Clients * 2);
        while (acknowledged.Count < goal)
        {
            Assert.False(writing.IsCompleted);
            await Task.Delay(5);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
