using Grpc.Core;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Serving;

public sealed class CheckStreamTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task CheckStream_SegmentsOfADocument_AreAnsweredInTurnAndComparedAtTheEnd()
    {
        using var call = server.Glossary.CheckStream();
        await SendAsync(call, "1", "Ambas partes firmaron el acuerdo.", "Both sides signed the agreement.");
        Assert.Empty((await NextAsync(call)).Findings);
        await SendAsync(call, "2", "Ambas partes firmaron 3.000 acuerdos.", "Both sides signed 30 agreements.");
        Assert.Equal("VJT006", Assert.Single((await NextAsync(call)).Findings).Rule);

        // The editor mends the second segment, and then translates the first sentence anew.
        await SendAsync(call, "2", "Ambas partes firmaron 3.000 acuerdos.", "Both sides signed 3,000 agreements.");
        var mended = await NextAsync(call);
        Assert.Equal(("2", 0, false), (mended.SegmentId, mended.Findings.Count, mended.Compared));
        await SendAsync(call, "3", "Ambas partes firmaron el acuerdo.", "The two parties signed the deal.");
        await NextAsync(call);
        await call.RequestStream.CompleteAsync();
        var compared = await NextAsync(call);
        Assert.Equal(("3", "VJT005", true), (compared.SegmentId, Assert.Single(compared.Findings).Rule, compared.Compared));
        Assert.False(await call.ResponseStream.MoveNext(default));
    }

    [Fact]
    public async Task CheckStream_WeightsOfTheFirstRequest_HoldForAll()
    {
        using var call = server.Glossary.CheckStream();
        var off = new RuleSeverity { Rule = "VJT006" };
        await SendAsync(call, "1", "10 acuerdos", "11 deals", off);
        Assert.Empty((await NextAsync(call)).Findings);
        await SendAsync(call, "2", "10 acuerdos", "11 deals");
        Assert.Empty((await NextAsync(call)).Findings);
    }

    [Theory]
    [InlineData("", "VJT006", "segment_id")]
    [InlineData("1", "VJT999", "VJT999")]
    public async Task CheckStream_MalformedRequest_EndsWithTheFieldAtFault(string id, string rule, string word)
    {
        using var call = server.Glossary.CheckStream();
        await SendAsync(call, id, "a", "b", new RuleSeverity { Rule = rule });
        var failure = await Assert.ThrowsAsync<RpcException>(() => NextAsync(call));
        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Contains(word, failure.Status.Detail);
    }

    [Fact]
    public async Task SuggestTerms_OfTheSamples_LeavesOutTheGlossary()
    {
        var reply = await server.Glossary.SuggestTermsAsync(new SuggestTermsRequest
        {
            Parent = "memories/vietnam-japan",
            SourceLanguageCode = "es",
            TargetLanguageCode = "en",
            PageSize = 5,
        });
        Assert.InRange(reply.Candidates.Count, 1, 5);
        Assert.DoesNotContain(reply.Candidates, c => c.Text.Equals("asociación estratégica integral", StringComparison.OrdinalIgnoreCase));
        Assert.All(reply.Candidates, c => Assert.Contains(c.Text, c.Examples[0].SourceText, StringComparison.OrdinalIgnoreCase));
    }

    private static Task SendAsync(
        AsyncDuplexStreamingCall<CheckStreamRequest, CheckStreamResponse> call, string id, string source, string target, params RuleSeverity[] severities) =>
        call.RequestStream.WriteAsync(new CheckStreamRequest
        {
            SegmentId = id,
            Segment = new CheckRequest
            {
                SourceText = source,
                SourceLanguageCode = "es",
                TargetText = target,
                TargetLanguageCode = "en",
                RuleSeverities = { severities },
            },
        });

    private static async Task<CheckStreamResponse> NextAsync(AsyncDuplexStreamingCall<CheckStreamRequest, CheckStreamResponse> call)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Assert.True(await call.ResponseStream.MoveNext(patience.Token));
        return call.ResponseStream.Current;
    }
}
