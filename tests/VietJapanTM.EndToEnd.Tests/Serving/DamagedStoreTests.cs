using System.Text;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>A bit of one unit's text changed on the disk while no server ran.</summary>
public sealed class DamagedStoreTests
{
    private const int Units = 3_000;

    [Fact]
    public async Task Lookup_OfADamagedUnit_IsDataLossAndHealthSaysSo()
    {
        using var folder = new TemporaryFolder();
        await FillAsync(folder.Root);
        Damage(folder["vjtm.db"], Encoding.UTF8.GetBytes(Source(1_700)));

        await using var server = await ServerProcess.StartAsync(folder.Root);
        using var channel = GrpcChannel.ForAddress(server.Url);
        var memory = new TranslationMemory.TranslationMemoryClient(channel);
        var health = new Health.HealthClient(channel);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, (await health.CheckAsync(new HealthCheckRequest())).Status);

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await memory.LookupAsync(Request(1_700)));

        Assert.Equal(StatusCode.DataLoss, failure.StatusCode);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.NotServing, (await health.CheckAsync(new HealthCheckRequest())).Status);
        Assert.Equal(Target(1_600), (await memory.LookupAsync(Request(1_600))).Matches[0].Target.Text);
        Assert.Contains("damaged", (await server.TerminateAsync()).Error, StringComparison.Ordinal);
    }

    private static async Task FillAsync(string folder)
    {
        await using var server = await ServerProcess.StartAsync(folder, "--no-samples");
        using var channel = GrpcChannel.ForAddress(server.Url);
        var memory = new TranslationMemory.TranslationMemoryClient(channel);
        await memory.CreateMemoryAsync(new CreateMemoryRequest { MemoryId = "news", Memory = new Memory { DisplayName = "News" } });
        var request = new PutUnitsRequest { Parent = "memories/news" };
        request.Units.AddRange(Enumerable.Range(0, Units).Select(n => new Unit
        {
            Variants = { new Variant { LanguageCode = "es", Text = Source(n) }, new Variant { LanguageCode = "vi", Text = Target(n) } },
        }));
        await memory.PutUnitsAsync(request);
        Assert.Equal(0, (await server.TerminateAsync()).Code);
    }

    private static string Source(int number) => $"La delegación número {number} fue recibida por el presidente de la Asamblea.";

    private static string Target(int number) => $"Đoàn đại biểu số {number} đã được Chủ tịch Quốc hội tiếp.";

    private static LookupRequest Request(int number) =>
        new() { Text = Source(number), SourceLanguageCode = "es", TargetLanguageCode = "vi", MinMatchRate = 100 };

    // One bit in the middle of the text, wherever the store has it.
    private static void Damage(string database, byte[] text)
    {
        var bytes = File.ReadAllBytes(database);
        var places = 0;
        for (var at = bytes.AsSpan().IndexOf(text); at >= 0; places++)
        {
            bytes[at + 20] ^= 1;
            var next = bytes.AsSpan(at + 20).IndexOf(text);
            at = next < 0 ? -1 : at + 20 + next;
        }

        Assert.NotEqual(0, places);
        File.WriteAllBytes(database, bytes);
    }
}
