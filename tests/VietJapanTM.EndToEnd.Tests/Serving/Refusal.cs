using Google.Rpc;
using Grpc.Core;
using VietJapanTM.Errors;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>A call that must be refused, and how.</summary>
public sealed record Refusal(StatusCode Status, ErrorCode Code, string? Field, Func<RunningServer, Task> Call)
{
    private const string DetailsTrailer = "grpc-status-details-bin";

    /// <summary>Makes the call. Asserts the status, its words and its details, and that the store is as it was.</summary>
    public async Task AssertAsync(RunningServer server)
    {
        var before = server.Counts;

        var failure = await Assert.ThrowsAsync<RpcException>(() => Call(server).WaitAsync(TimeSpan.FromMinutes(1)));

        Assert.Equal(Status, failure.StatusCode);
        AssertPlain(failure.Status.Detail, server);
        AssertDetails(failure);
        Assert.Equal(before, server.Counts);
    }

    /// <summary>Asserts that words are meant for people: no stack, no type, no path of the server.</summary>
    internal static void AssertPlain(string message, RunningServer server)
    {
        Assert.NotEqual("", message);
        foreach (var leak in new[] { "   at ", "Exception", "VietJapanTM.", server.DataFolder, ".cs", "\n" })
        {
            Assert.DoesNotContain(leak, message, StringComparison.Ordinal);
        }
    }

    private void AssertDetails(RpcException failure)
    {
        var details = Google.Rpc.Status.Parser.ParseFrom(failure.Trailers.GetValueBytes(DetailsTrailer));
        Assert.Equal(((int)Status, failure.Status.Detail), (details.Code, details.Message));
        var info = details.Details.Single(d => d.Is(ErrorInfo.Descriptor)).Unpack<ErrorInfo>();
        Assert.Equal((Code.ToString(), "vietjapantm"), (info.Type, info.Domain));
        Assert.NotEqual("", info.Metadata["action"]);

        var request = details.Details.SingleOrDefault(d => d.Is(BadRequest.Descriptor))?.Unpack<BadRequest>();
        Assert.Equal(Field, request is null ? null : Assert.Single(request.FieldViolations).Field);
    }
}
