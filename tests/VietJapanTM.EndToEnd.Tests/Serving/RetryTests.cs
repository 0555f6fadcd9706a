using Grpc.Core;
using VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>A client that did not hear the answer sends its request again, with the same request_id.</summary>
public sealed class RetryTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task PutUnits_SameRequestId_AnswersLikeTheFirstAndWritesNothing()
    {
        var request = new PutUnitsRequest
        {
            Parent = "memories/vietnam-japan",
            RequestId = "4b0c1f0e-put",
            Units =
            {
                new Unit { Variants = { new Variant { LanguageCode = "es", Text = "Uno." }, new Variant { LanguageCode = "vi", Text = "Một." } } },
                new Unit { Variants = { new Variant { LanguageCode = "es", Text = "Dos." } } },
            },
        };
        var first = await server.Memory.PutUnitsAsync(request);
        var between = await server.Memory.PutUnitsAsync(new PutUnitsRequest { Parent = request.Parent, Units = { request.Units[0].Clone() } });
        var after = server.Counts;

        var second = await server.Memory.PutUnitsAsync(request);

        Assert.Equal(first, second);
        Assert.Equal(2, first.WrittenCount);
        Assert.Equal([first.Names[0]], between.Names);
        Assert.Equal(0, between.WrittenCount);
        Assert.Equal(after, server.Counts);
    }

    [Fact]
    public async Task AlignDocument_SameRequestId_AnswersLikeTheFirst()
    {
        var request = new AlignDocumentRequest
        {
            DocumentId = "retry",
            Memory = "memories/vietnam-japan",
            Texts = { new LanguageText { LanguageCode = "es", Text = "Hola. Adiós." }, new LanguageText { LanguageCode = "en", Text = "Hello. Goodbye." } },
            RequestId = "4b0c1f0e-document",
        };
        var first = await server.Alignment.AlignDocumentAsync(request);
        var after = server.Counts;
        Assert.Equal(first, await server.Alignment.AlignDocumentAsync(request));
        Assert.Equal(after, server.Counts);

        request.RequestId = "another";
        var failure = await Assert.ThrowsAsync<RpcException>(() => server.Alignment.AlignDocumentAsync(request).ResponseAsync);
        Assert.Equal(StatusCode.AlreadyExists, failure.StatusCode);
        Assert.Equal(after, server.Counts);
    }

    [Fact]
    public async Task CreateMemory_SameRequestId_AnswersLikeTheFirst()
    {
        var request = new CreateMemoryRequest { MemoryId = "retry", Memory = new Memory { DisplayName = "Otra" }, RequestId = "4b0c1f0e-memory" };
        var first = await server.Memory.CreateMemoryAsync(request);
        Assert.Equal("memories/retry", first.Name);
        Assert.Equal(first, await server.Memory.CreateMemoryAsync(request));
    }
}
