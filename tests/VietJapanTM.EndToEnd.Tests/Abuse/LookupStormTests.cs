using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;
using VietJapanTM.EndToEnd.Tests.Serving;
using VietJapanTM.V1Alpha1;
using Xunit.Abstractions;

namespace VietJapanTM.EndToEnd.Tests.Abuse;

/// <summary>
/// Thousands of look-ups at once over a hundred connections, twenty thousand in a long run: each is answered rightly, or refused as UNAVAILABLE.
/// </summary>
public sealed class LookupStormTests(ITestOutputHelper output)
{
    private const int Connections = 100;
    private static readonly int CallsOfAConnection = Effort.Of(40, 200);

    [Fact]
    public async Task Lookups_AllAtOnce_AreAnsweredRightly()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Root);
        using var quiet = GrpcChannel.ForAddress(server.Url);
        var requests = Corpus.SampleCorpus.GoldSegments("viet-nam-japan-upgrade", Model.LanguageTag.Spanish)
            .Select(text => new LookupRequest { Text = text, SourceLanguageCode = "es", TargetLanguageCode = "vi", MinMatchRate = 50 })
            .ToList();
        var expected = new List<LookupResponse>();
        foreach (var request in requests)
        {
            expected.Add(await new TranslationMemory.TranslationMemoryClient(quiet).LookupAsync(request));
        }

        var channels = Enumerable.Range(0, Connections).Select(_ => GrpcChannel.ForAddress(server.Url)).ToList();
        var watch = Stopwatch.StartNew();
        var outcomes = await Task.WhenAll(channels.SelectMany(channel =>
        {
            var client = new TranslationMemory.TranslationMemoryClient(channel);
            return Enumerable.Range(0, CallsOfAConnection).Select(i => LookupAsync(client, requests[i % requests.Count], expected[i % requests.Count], watch));
        }));

        channels.ForEach(channel => channel.Dispose());
        Assert.DoesNotContain(Outcome.Wrong, outcomes.Select(o => o.Outcome));
        Assert.Contains(Outcome.Right, outcomes.Select(o => o.Outcome));
        var ends = outcomes.Select(o => o.End.TotalMilliseconds).Order().ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{ends.Count} calls: p50 {ends[ends.Count / 2]:F0} ms, p99 {ends[ends.Count * 99 / 100]:F0} ms, refused {outcomes.Count(o => o.Outcome == Outcome.Refused)}"));
        Assert.Equal((0, ""), await server.TerminateAsync() is var exit ? (exit.Code, exit.Error) : default);
    }

    private async Task<(Outcome Outcome, TimeSpan End)> LookupAsync(
        TranslationMemory.TranslationMemoryClient client, LookupRequest request, LookupResponse expected, Stopwatch watch)
    {
        try
        {
            var answer = await client.LookupAsync(request);
            return (expected.Equals(answer) ? Outcome.Right : Outcome.Wrong, watch.Elapsed);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
        {
            output.WriteLine($"refused: {e.GetBaseException().Message}");
            return (Outcome.Refused, watch.Elapsed);
        }
    }

    private enum Outcome
    {
        Right,
        Wrong,
        Refused,
    }
}
