using Grpc.Core;
using Grpc.Net.Client;
using VietJapanTM.Grpc.Tests.Protos;

namespace VietJapanTM.Grpc.Tests.Client;

public sealed class RequestStreamTests
{
    [Fact]
    public async Task Body_OfACancelledOrDisposedCall_IsBrokenOffAndNeverLooksWhole()
    {
        using var handler = new BodyObserver();
        using var channel = GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions { HttpHandler = handler });
        using var cancellation = new CancellationTokenSource();
        using var cancelled = new Echo.EchoClient(channel).ClientStream(cancellationToken: cancellation.Token);
        await cancelled.RequestStream.WriteAsync(new EchoRequest { Text = "half" });
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => handler.Body);
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => cancelled.ResponseAsync)).StatusCode);

        var disposed = new Echo.EchoClient(channel).Duplex();
        await disposed.RequestStream.WriteAsync(new EchoRequest { Text = "half" });
        disposed.Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => handler.Body);
    }

    [Fact]
    public async Task Body_OfACompletedStream_IsWhole()
    {
        using var handler = new BodyObserver();
        using var channel = GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions { HttpHandler = handler });
        using var call = new Echo.EchoClient(channel).Duplex();
        await call.RequestStream.WriteAsync(new EchoRequest { Text = "whole" });
        await call.RequestStream.CompleteAsync();
        await handler.Body;
        await Assert.ThrowsAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync(new EchoRequest()));
    }

    /// <summary>A server that never answers; it shows how the request's body ends.</summary>
    private sealed class BodyObserver : HttpMessageHandler
    {
        public Task Body { get; private set; } = Task.CompletedTask;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // Without the token: whether the body ends well is the content's own affair here.
            Body = request.Content!.CopyToAsync(Stream.Null, CancellationToken.None);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("The endless wait ended.");
        }
    }
}
