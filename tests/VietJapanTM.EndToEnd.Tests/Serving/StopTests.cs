using Grpc.Core;
using Grpc.Net.Client;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Serving;

public sealed class StopTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("SIGTERM")]
    [InlineData("SIGINT")]
    public async Task Stop_Signal_EndsWithZeroAndAWholeStore(string signal)
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Root);

        var exit = signal == "SIGINT" ? await server.InterruptAsync(Limit) : await server.TerminateAsync(Limit);

        Assert.Equal((0, ""), (exit.Code, exit.Error));
        Assert.Equal(["vjtm.db", "vjtm.db.lock"], new DirectoryInfo(folder.Root).GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal));
        StoreState.AssertSamples(StoreState.Read(folder.Root));
    }

    [Fact]
    public async Task Stop_WhileClientsWrite_KeepsEveryAcknowledgedUnit()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Root);
        using var channel = GrpcChannel.ForAddress(server.Url);
        var client = new TranslationMemory.TranslationMemoryClient(channel);
        var before = (await new Administration.AdministrationClient(channel).GetStatusAsync(new GetStatusRequest())).UnitCount;
        var first = new TaskCompletionSource();
        var writing = Task.Run(() => WriteUntilRefused(client, first));
        await first.Task.WaitAsync(TimeSpan.FromMinutes(1));

        var exit = await server.TerminateAsync(Limit);

        var acknowledged = await writing;
        Assert.Equal(0, exit.Code);
        // The last one may have been committed although its answer did not arrive.
        Assert.InRange(StoreState.Read(folder.Root).Units - before, acknowledged, acknowledged + 1);
    }

    private static async Task<int> WriteUntilRefused(TranslationMemory.TranslationMemoryClient client, TaskCompletionSource first)
    {
        for (var written = 0; ; written++)
        {
            var request = new PutUnitsRequest
            {
                Parent = "memories/vietnam-japan",
                Units = { new Unit { Variants = { new Variant { LanguageCode = "es", Text = $"frase {written}" } } } },
            };
            try
            {
                await client.PutUnitsAsync(request);
                first.TrySetResult();
            }
            catch (RpcException)
            {
                return written;
            }
        }
    }
}
