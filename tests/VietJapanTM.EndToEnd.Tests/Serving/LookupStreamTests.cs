using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;
using VietJapanTM.EndToEnd.Tests.Corpus;
using VietJapanTM.Model;
using VietJapanTM.Server.Hosting;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>A document's look-ups in one call: as good as one by one, and nothing is left of a client that goes.</summary>
public sealed class LookupStreamTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Stream_ManyLookups_AnswersLikeLookupAndNamesTheFaulty()
    {
        await using var server = await RunningServer.StartAsync(new ServerOptions());
        var lookups = Lookups(200);
        using var call = server.Memory.LookupStream();
        var sending = Task.Run(async () =>
        {
            for (var i = 0; i < lookups.Count; i++)
            {
                await call.RequestStream.WriteAsync(new LookupStreamRequest { RequestId = Name(i), Lookup = lookups[i] });
            }

            await call.RequestStream.WriteAsync(new LookupStreamRequest { Lookup = lookups[0] });
            await call.RequestStream.CompleteAsync();
        });
        var replies = new Dictionary<string, LookupStreamResponse>(StringComparer.Ordinal);
        while (await call.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(Patience))
        {
            Assert.True(replies.TryAdd(call.ResponseStream.Current.RequestId, call.ResponseStream.Current));
        }

        await sending;
        Assert.Equal(lookups.Count + 1, replies.Count);
        Assert.Contains("request_id", replies[""].Failure.Message);
        for (var i = 0; i < lookups.Count; i++)
        {
            await AssertAnswersLikeLookupAsync(server, lookups[i], replies[Name(i)]);
        }
    }

    [Fact]
    public async Task Stream_ClientsThatVanish_LeaveNothingBehind()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Root);
        var lookups = Lookups(50);
        for (var client = 0; client < 20; client++)
        {
            using var channel = GrpcChannel.ForAddress(server.Url);
            using var call = new TranslationMemory.TranslationMemoryClient(channel).LookupStream();
            foreach (var lookup in lookups.Take(1 + client))
            {
                await call.RequestStream.WriteAsync(new LookupStreamRequest { RequestId = "a", Lookup = lookup }).WaitAsync(Patience);
            }

            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(Patience));
        }

        using var quiet = GrpcChannel.ForAddress(server.Url);
        Assert.NotEmpty((await new TranslationMemory.TranslationMemoryClient(quiet).LookupAsync(lookups[0])).Matches);
        Assert.Equal((0, ""), await server.TerminateAsync() is var exit ? (exit.Code, exit.Error) : default);
    }

    [Fact]
    public async Task Stream_OpenWhileTheServerStops_EndsAsUnavailable()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Root);
        using var channel = GrpcChannel.ForAddress(server.Url);
        using var call = new TranslationMemory.TranslationMemoryClient(channel).LookupStream();
        await call.RequestStream.WriteAsync(new LookupStreamRequest { RequestId = "a", Lookup = Lookups(1)[0] });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(Patience));
        var stopping = server.TerminateAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(Patience));
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        Assert.Equal((0, ""), await stopping is var exit ? (exit.Code, exit.Error) : default);
    }

    private static async Task AssertAnswersLikeLookupAsync(RunningServer server, LookupRequest lookup, LookupStreamResponse reply)
    {
        try
        {
            Assert.Equal(await server.Memory.LookupAsync(lookup), reply.Response);
        }
        catch (RpcException e)
        {
            Assert.Equal(((int)e.StatusCode, e.Status.Detail), (reply.Failure.Code, reply.Failure.Message));
            Assert.Equal(e.Trailers.GetValueBytes("grpc-status-details-bin"), reply.Failure.StatusDetails.ToByteArray());
        }
    }

    /// <summary>Look-ups of the shipped sentences; each seventh is at fault.</summary>
    private static List<LookupRequest> Lookups(int count)
    {
        var texts = SampleCorpus.GoldSegments("viet-nam-japan-upgrade", LanguageTag.Spanish);
        return [.. Enumerable.Range(0, count).Select(i => new LookupRequest
        {
            Text = texts[i % texts.Length],
            SourceLanguageCode = "es",
            TargetLanguageCode = "vi",
            MinMatchRate = i % 7 == 6 ? 49 : 50,
        })];
    }

    private static string Name(int i) => i.ToString(CultureInfo.InvariantCulture);
}
