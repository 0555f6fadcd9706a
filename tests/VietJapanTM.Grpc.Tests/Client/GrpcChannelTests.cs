using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using VietJapanTM.Grpc.Tests.Hosting;
using VietJapanTM.Grpc.Tests.Protos;

namespace VietJapanTM.Grpc.Tests.Client;

public sealed class GrpcChannelTests
{
    [Fact]
    public async Task Unary_Blocking_GivesTheReply()
    {
        await using var server = await EchoServer.StartAsync();
        Assert.Equal("x", server.NewClient().Unary(new EchoRequest { Text = "x" }).Text);
    }

    [Fact]
    public async Task Call_MetadataBothWays_Arrives()
    {
        await using var server = await EchoServer.StartAsync();
        var headers = new Metadata { { "x-echo-a", "1" }, { "x-echo-a", "2" }, { "x-echo-b-bin", [0, 255] }, { "x-want-headers", "1" } };
        using var call = server.NewClient().UnaryAsync(new EchoRequest(), headers);
        var lead = await call.ResponseHeadersAsync;
        await call;
        Assert.Equal("lead-value", lead.GetValue("x-lead"));
        Assert.Equal([0, 1, 2, 255], lead.GetValueBytes("x-lead-bin"));
        // The HTTP client joins the values of a key, as HTTP allows.
        Assert.Equal(["1, 2"], call.GetTrailers().GetAll("x-trail-a").Select(entry => entry.Value));
        Assert.Equal([0, 255], call.GetTrailers().GetValueBytes("x-trail-b-bin"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Call_Compressed_BothWays(string encoding)
    {
        await using var server = await EchoServer.StartAsync(options => options.ResponseCompressionAlgorithm = encoding);
        var headers = new Metadata { { "grpc-internal-encoding-request", encoding } };
        var text = new string('z', 100_000);
        Assert.Equal(text, (await server.NewClient().UnaryAsync(new EchoRequest { Text = text }, headers)).Text);
        Assert.Equal("", (await server.NewClient().UnaryAsync(new EchoRequest(), headers)).Text);
        using var call = server.NewClient().Duplex(headers);
        await call.RequestStream.WriteAsync(new EchoRequest { Text = text });
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.Equal(text, call.ResponseStream.Current.Text);
    }

    [Fact]
    public async Task Deadline_Passes_ThrowsWhatTheOptionsSay()
    {
        await using var server = await EchoServer.StartAsync();
        var request = new EchoRequest { DelayMs = 60_000 };
        var e = await Assert.ThrowsAsync<RpcException>(
            async () => await server.NewClient().UnaryAsync(request, deadline: DateTime.UtcNow.AddMilliseconds(50)));
        Assert.Equal(StatusCode.DeadlineExceeded, e.StatusCode);
        await server.Observations.WaitForCancelledAsync(1);

        using var channel = server.NewChannel(new GrpcChannelOptions { ThrowOperationCanceledOnCancellation = true });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await new Echo.EchoClient(channel).UnaryAsync(request, deadline: DateTime.UtcNow.AddMilliseconds(50)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await new Echo.EchoClient(channel).UnaryAsync(request, deadline: DateTime.UtcNow.AddMilliseconds(-50)));
    }

    [Fact]
    public async Task Token_Cancelled_EndsTheCallOnBothSides()
    {
        await using var server = await EchoServer.StartAsync();
        using var cancellation = new CancellationTokenSource();
        using var call = server.NewClient().ServerStream(new EchoRequest { Count = 1000, DelayMs = 10 }, cancellationToken: cancellation.Token);
        Assert.True(await call.ResponseStream.MoveNext());
        await cancellation.CancelAsync();
        var e = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext())
            {
                Assert.NotNull(call.ResponseStream.Current);
            }
        });
        Assert.Equal(StatusCode.Cancelled, e.StatusCode);
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
        await server.Observations.WaitForCancelledAsync(1);
    }

    [Fact]
    public async Task Channel_Disposed_CancelsItsCalls()
    {
        await using var server = await EchoServer.StartAsync();
        var channel = server.NewChannel();
        var call = new Echo.EchoClient(channel).UnaryAsync(new EchoRequest { DelayMs = 60_000 });
        await Task.Delay(100);
        channel.Dispose();
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
        Assert.Throws<ObjectDisposedException>(channel.CreateCallInvoker);
    }

    [Fact]
    public async Task Message_TooLargeEitherWay_IsResourceExhausted()
    {
        await using var server = await EchoServer.StartAsync();
        using var channel = server.NewChannel(new GrpcChannelOptions { MaxReceiveMessageSize = 1000, MaxSendMessageSize = 1000 });
        var client = new Echo.EchoClient(channel);
        var received = await Assert.ThrowsAsync<RpcException>(async () => await client.UnaryAsync(new EchoRequest { PadBytes = 1001 }));
        Assert.Equal(StatusCode.ResourceExhausted, received.StatusCode);
        var sent = await Assert.ThrowsAsync<RpcException>(async () => await client.UnaryAsync(new EchoRequest { Text = new string('x', 1001) }));
        Assert.Equal(StatusCode.ResourceExhausted, sent.StatusCode);
        using var stream = client.ClientStream();
        var streamed = await Assert.ThrowsAsync<RpcException>(() => stream.RequestStream.WriteAsync(new EchoRequest { Text = new string('x', 1001) }));
        Assert.Equal(StatusCode.ResourceExhausted, streamed.StatusCode);
    }

    [Fact]
    public async Task Server_NotThere_IsUnavailable()
    {
        Uri address;
        await using (var server = await EchoServer.StartAsync())
        {
            address = server.Address;
        }

        using var channel = GrpcChannel.ForAddress(address);
        var client = new Echo.EchoClient(channel);
        using var call = client.UnaryAsync(new EchoRequest());
        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseHeadersAsync)).StatusCode);
        using var stream = client.Duplex();
        Assert.Equal(
            StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => stream.RequestStream.WriteAsync(new EchoRequest()))).StatusCode);
    }

    [Fact]
    public async Task Writer_AfterTheServersError_ThrowsThatError()
    {
        await using var server = await EchoServer.StartAsync();
        using var call = server.NewClient().ClientStream();
        await call.RequestStream.WriteAsync(new EchoRequest { StatusCode = (int)StatusCode.PermissionDenied });
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).StatusCode);
        var e = await Assert.ThrowsAsync<RpcException>(() => call.RequestStream.WriteAsync(new EchoRequest()));
        Assert.Equal(StatusCode.PermissionDenied, e.StatusCode);
        Assert.Equal("e1", e.Trailers.GetValue("x-error"));
    }

    [Fact]
    public async Task Credentials_OfChannelAndCall_AreSentWhereAllowed()
    {
        await using var server = await EchoServer.StartAsync();
        AuthInterceptorContext? seen = null;
        var ofChannel = CallCredentials.FromInterceptor((context, metadata) =>
        {
            seen = context;
            metadata.Add("x-echo-a", "channel");
            return Task.CompletedTask;
        });
        var ofCall = CallCredentials.Compose(Adding("x-echo-a", "call"), Adding("x-echo-b", "composed"));
        using var channel = server.NewChannel(new GrpcChannelOptions
        {
            Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, ofChannel),
            UnsafeUseInsecureChannelCallCredentials = true,
        });
        using var call = new Echo.EchoClient(channel).UnaryAsync(new EchoRequest(), new CallOptions(credentials: ofCall));
        await call;
        Assert.Equal(["channel, call", "composed"], call.GetTrailers().Select(entry => entry.Value));
        Assert.Equal((server.Address + "vietjapantm.grpc.testing.Echo", "Unary"), (seen!.ServiceUrl, seen.MethodName));

        using var log = new CollectingLoggerProvider();
        using var loggers = new Microsoft.Extensions.Logging.LoggerFactory([log]);
        using var careful = server.NewChannel(new GrpcChannelOptions { LoggerFactory = loggers });
        using var bare = new Echo.EchoClient(careful).UnaryAsync(new EchoRequest(), new CallOptions(credentials: ofCall));
        await bare;
        Assert.Empty(bare.GetTrailers());
        Assert.Contains("9101", Assert.Single(log.Lines));
    }

    [Fact]
    public async Task Invoker_Intercepted_ChangesEachKindOfCall()
    {
        await using var server = await EchoServer.StartAsync();
        using var channel = server.NewChannel();
        var order = new List<string>();
        var invoker = channel.Intercept(new Noting(order, "first"), new Noting(order, "second")).Intercept(metadata =>
        {
            metadata.Add("x-echo-a", "added");
            return metadata;
        });
        var client = new Echo.EchoClient(invoker).WithHost("elsewhere.example");
        using var unary = client.UnaryAsync(new EchoRequest { Behaviour = Behaviour.Info });
        Assert.Contains("|elsewhere.example|", (await unary).Text);
        Assert.Equal("added", unary.GetTrailers().GetValue("x-trail-a"));
        client.Unary(new EchoRequest());
        using var serverStream = client.ServerStream(new EchoRequest());
        using var clientStream = client.ClientStream();
        using var duplex = client.Duplex();
        Assert.Equal(
            ["AsyncUnary", "BlockingUnary", "AsyncServerStreaming", "AsyncClientStreaming", "AsyncDuplexStreaming"],
            order.Where(line => line.StartsWith("first ", StringComparison.Ordinal)).Select(line => line["first ".Length..]));
        Assert.Equal(["first", "second"], order.Take(2).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void ForAddress_ThatDoesNotFit_SaysWhy()
    {
        Assert.Throws<ArgumentException>(() => GrpcChannel.ForAddress("ftp://localhost"));
        Assert.Throws<InvalidOperationException>(
            () => GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions { Credentials = ChannelCredentials.SecureSsl }));
        using var http = new HttpClient();
        using var handler = new SocketsHttpHandler();
        Assert.Throws<ArgumentException>(
            () => GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions { HttpClient = http, HttpHandler = handler }));
    }

    private static CallCredentials Adding(string key, string value) => CallCredentials.FromInterceptor((_, metadata) =>
    {
        metadata.Add(key, value);
        return Task.CompletedTask;
    });

    private sealed class Noting(List<string> order, string name) : Interceptor
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            order.Add(name + " BlockingUnary");
            return base.BlockingUnaryCall(request, context, continuation);
        }

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            order.Add(name + " AsyncUnary");
            return base.AsyncUnaryCall(request, context, continuation);
        }

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            order.Add(name + " AsyncServerStreaming");
            return base.AsyncServerStreamingCall(request, context, continuation);
        }

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            order.Add(name + " AsyncClientStreaming");
            return base.AsyncClientStreamingCall(context, continuation);
        }

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            order.Add(name + " AsyncDuplexStreaming");
            return base.AsyncDuplexStreamingCall(context, continuation);
        }
    }
}
