using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using VietJapanTM.EndToEnd.Tests.Serving;
using VietJapanTM.Server.Hosting;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Abuse;

/// <summary>A server that lets few calls wait: what is beyond is refused with the time to wait, and nothing else goes wrong.</summary>
public sealed class BusyServerTests
{
    private const int Connections = 20;
    private const int CallsOfAConnection = 100;

    [Fact]
    public async Task Lookups_MoreThanMayWait_AreRefusedWithTheTimeToWait()
    {
        var server = await RunningServer.StartAsync(new ServerOptions { Limits = new ConnectionLimits { MaxWaitingCalls = 8 } });
        var channels = Enumerable.Range(0, Connections).Select(_ => GrpcChannel.ForAddress(server.Url)).ToList();
        try
        {
            var failures = await Task.WhenAll(channels.SelectMany(channel => Enumerable.Range(0, CallsOfAConnection).Select(_ => TryAsync(channel))));
            var refused = failures.OfType<RpcException>().ToList();
            Assert.NotEmpty(refused);
            Assert.All(refused, failure =>
            {
                Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
                var details = Google.Rpc.Status.Parser.ParseFrom(failure.Trailers.GetValueBytes("grpc-status-details-bin")).Details;
                Assert.Equal("ServerBusy", details.Single(d => d.Is(ErrorInfo.Descriptor)).Unpack<ErrorInfo>().Type);
                Assert.Equal(1, details.Single(d => d.Is(RetryInfo.Descriptor)).Unpack<RetryInfo>().RetryDelay.Seconds);
            });

            // Other tests of this process share its thread pool, so that a first call may still come at a busy moment.
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (await TryAsync(server.Channel) is not null)
            {
                await Task.Delay(100, patience.Token);
            }
        }
        finally
        {
            channels.ForEach(channel => channel.Dispose());
            await server.DisposeAsync();
        }
    }

    private static async Task<RpcException?> TryAsync(GrpcChannel channel)
    {
        try
        {
            await new TranslationMemory.TranslationMemoryClient(channel).LookupAsync(
                new LookupRequest { Text = "Los dos dirigentes se reunieron.", SourceLanguageCode = "es", TargetLanguageCode = "vi" });
            return null;
        }
        catch (RpcException e)
        {
            return e;
        }
    }
}
