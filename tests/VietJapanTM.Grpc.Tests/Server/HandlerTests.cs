using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using VietJapanTM.Grpc.Tests.Hosting;
using VietJapanTM.Grpc.Tests.Protos;

namespace VietJapanTM.Grpc.Tests.Server;

public sealed class HandlerTests
{
    [Theory]
    [InlineData(false, "Exception was thrown by handler.")]
    [InlineData(true, "Exception was thrown by handler. InvalidOperationException: secret")]
    public async Task Handler_Throws_DetailsOnlyWhereEnabled(bool enabled, string detail)
    {
        await using var server = await EchoServer.StartAsync(options => options.EnableDetailedErrors = enabled);
        server.ExpectLogged("9000: Error when executing service method '/vietjapantm.grpc.testing.Echo/Unary'.");
        var e = await Assert.ThrowsAsync<RpcException>(async () => await server.NewClient().UnaryAsync(new EchoRequest { Behaviour = Behaviour.Throw }));
        Assert.Equal(new Status(StatusCode.Unknown, detail), e.Status);
    }

    [Fact]
    public async Task Handler_ThrowsStatusWithDetails_TheyTravelInTrailers()
    {
        await using var server = await EchoServer.StartAsync();
        var e = await Assert.ThrowsAsync<RpcException>(async () => await server.NewClient().UnaryAsync(new EchoRequest { Behaviour = Behaviour.Details }));
        Assert.Equal(StatusCode.InvalidArgument, e.StatusCode);
        Assert.Equal([8, 3, 18, 2, 0xc3, 0xa9], e.Trailers.GetValueBytes("grpc-status-details-bin"));
    }

    [Fact]
    public async Task Metadata_ThatHttpCannotCarry_IsDroppedWithAWarning()
    {
        await using var server = await StartAsync(context =>
        {
            context.ResponseTrailers.Add("x-bad", "line\nbreak");
            context.ResponseTrailers.Add("x-good", "1");
            context.ResponseTrailers.Add("grpc-status", "7");
            return Task.FromResult(new EchoReply());
        });
        server.ExpectLogged("9005");
        using var call = server.NewClient().UnaryAsync(new EchoRequest());
        await call;
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.Equal(["x-good"], call.GetTrailers().Select(entry => entry.Key));
    }

    [Fact]
    public async Task Context_HeadersTwice_IsTheHandlersMistake()
    {
        InvalidOperationException? seen = null;
        await using var server = await StartAsync(async context =>
        {
            await context.WriteResponseHeadersAsync([]);
            seen = await Assert.ThrowsAsync<InvalidOperationException>(() => context.WriteResponseHeadersAsync([]));
            return new EchoReply();
        });
        await server.NewClient().UnaryAsync(new EchoRequest());
        Assert.NotNull(seen);
    }

    [Fact]
    public async Task Context_EncodingRequest_ChoosesTheResponsesCompression()
    {
        await using var server = await StartAsync(async context =>
        {
            await context.WriteResponseHeadersAsync(new Metadata { { "grpc-internal-encoding-request", "gzip" } });
            context.WriteOptions = new WriteOptions(context.RequestHeaders.Get("x-plain") is null ? default : WriteFlags.NoCompress);
            return new EchoReply { Text = "text" };
        });
        using var raw = new RawCall(server);
        Assert.Equal(1, (await raw.SendAsync(RawCall.Unary, RawCall.Frame([]), ("grpc-accept-encoding", "gzip"))).Body[0]);
        Assert.Equal(0, (await raw.SendAsync(RawCall.Unary, RawCall.Frame([]), ("grpc-accept-encoding", "gzip"), ("x-plain", "1"))).Body[0]);
    }

    [Fact]
    public async Task Writer_SecondWriteOrAfterTheEnd_IsTheHandlersMistake()
    {
        var late = new TaskCompletionSource<Exception?>();
        var ended = new TaskCompletionSource();
        await using var server = await StartStreamAsync(async (writer, context) =>
        {
            await writer.WriteAsync(new EchoReply());
            var first = writer.WriteAsync(new EchoReply { Padding = ByteString.CopyFrom(new byte[3_000_000]) });
            await Assert.ThrowsAsync<InvalidOperationException>(() => writer.WriteAsync(new EchoReply()));
            await first;
            _ = Task.Run(async () =>
            {
                await ended.Task;
                late.SetResult(await Record.ExceptionAsync(() => writer.WriteAsync(new EchoReply())));
            });
        });
        using var call = server.NewClient().ServerStream(new EchoRequest());
        var lengths = new List<int>();
        await foreach (var reply in call.ResponseStream.ReadAllAsync())
        {
            lengths.Add(reply.Padding.Length);
        }

        Assert.Equal([0, 3_000_000], lengths);
        ended.SetResult();
        Assert.IsType<InvalidOperationException>(await late.Task);
    }

    [Fact]
    public async Task Writer_WriteNotAwaited_StillArrivesBeforeTheStatus()
    {
        await using var server = await StartStreamAsync((writer, context) =>
        {
            _ = writer.WriteAsync(new EchoReply { Padding = ByteString.CopyFrom(new byte[3_000_000]) });
            return Task.CompletedTask;
        });
        using var call = server.NewClient().ServerStream(new EchoRequest());
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task Context_PropagationToken_CarriesDeadlineAndCancellation()
    {
        ContextPropagationToken? token = null;
        await using var server = await StartAsync(context =>
        {
            token = context.CreatePropagationToken();
            return Task.FromResult(new EchoReply());
        });
        await server.NewClient().UnaryAsync(new EchoRequest(), deadline: DateTime.UtcNow.AddMinutes(1));
        Assert.InRange(token!.Deadline, DateTime.UtcNow, DateTime.UtcNow.AddMinutes(2));
        Assert.True(token.CancellationToken.CanBeCanceled);
    }

    [Fact]
    public async Task Endpoint_Metadata_NamesServiceAndMethod()
    {
        await using var server = await EchoServer.StartAsync();
        var endpoint = server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Single(each => each.DisplayName == "gRPC - /vietjapantm.grpc.testing.Echo/Duplex");
        var metadata = endpoint.Metadata.GetRequiredMetadata<GrpcMethodMetadata>();
        Assert.Equal(typeof(EchoService), metadata.ServiceType);
        Assert.Equal(MethodType.DuplexStreaming, metadata.Method.Type);
    }

    [Fact]
    public void MapGrpcService_WithoutAddGrpc_SaysWhatIsMissing()
    {
        var application = WebApplication.CreateSlimBuilder().Build();
        Assert.Contains("AddGrpc", Assert.Throws<InvalidOperationException>(() => application.MapGrpcService<EchoService>()).Message);
    }

    [Fact]
    public async Task Options_UnknownCompression_FailsAtStart() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => EchoServer.StartAsync(options => options.ResponseCompressionAlgorithm = "br"));

    [Fact]
    public async Task GetHttpContext_OfTheCall_IsTheRequest()
    {
        HttpContext? http = null;
        await using var server = await StartAsync(context =>
        {
            http = context.GetHttpContext();
            Assert.False(context.AuthContext.IsPeerAuthenticated);
            return Task.FromResult(new EchoReply());
        });
        await server.NewClient().UnaryAsync(new EchoRequest());
        Assert.NotNull(http);
    }

    private static Task<EchoServer> StartAsync(Func<ServerCallContext, Task<EchoReply>> unary) =>
        EchoServer.StartAsync(map: application => application.MapGrpcService(Echo.BindService(new LambdaEcho(unary, (_, _) => Task.CompletedTask))));

    private static Task<EchoServer> StartStreamAsync(Func<IServerStreamWriter<EchoReply>, ServerCallContext, Task> stream) =>
        EchoServer.StartAsync(map: application => application.MapGrpcService(
            Echo.BindService(new LambdaEcho(_ => Task.FromResult(new EchoReply()), stream))));

    private sealed class LambdaEcho(
        Func<ServerCallContext, Task<EchoReply>> unary, Func<IServerStreamWriter<EchoReply>, ServerCallContext, Task> stream) : Echo.EchoBase
    {
        public override Task<EchoReply> Unary(EchoRequest request, ServerCallContext context) => unary(context);

        public override Task ServerStream(EchoRequest request, IServerStreamWriter<EchoReply> responseStream, ServerCallContext context) =>
            stream(responseStream, context);
    }
}
