using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using VietJapanTM.Grpc.Tests.Hosting;
using VietJapanTM.Grpc.Tests.Protos;

namespace VietJapanTM.Grpc.Tests.Server;

public sealed class InterceptorTests
{
    [Theory]
    [InlineData(MethodType.Unary)]
    [InlineData(MethodType.ClientStreaming)]
    [InlineData(MethodType.ServerStreaming)]
    [InlineData(MethodType.DuplexStreaming)]
    public async Task Interceptors_CommonAndOfTheService_RunInOrderAroundEachKind(MethodType kind)
    {
        var journal = new Journal();
        await using var server = await StartAsync(journal, services => services.AddGrpc().AddServiceOptions<EchoService>(
            options => options.Interceptors.Add<Noting>("service")));

        await CallAsync(server.NewClient(), kind);
        Assert.Equal([$"common {kind}", $"service {kind}", "service ends", "common ends"], journal.WithoutDisposals);
        Assert.Equal(["common disposed", "service disposed"], journal.Disposals.Order());
    }

    [Fact]
    public async Task Interceptor_RegisteredInTheServices_ComesFromThere()
    {
        var journal = new Journal();
        var registered = new Noting(journal, "registered");
        await using var server = await EchoServer.StartAsync(
            options => options.Interceptors.Add<Noting>(), services => services.AddSingleton(journal).AddSingleton(registered));
        await CallAsync(server.NewClient(), MethodType.Unary);
        Assert.Equal(["registered Unary", "registered ends"], journal.WithoutDisposals);
        Assert.Empty(journal.Disposals);
    }

    [Fact]
    public async Task Interceptor_ThatRefuses_KeepsTheServiceFromBeingMade()
    {
        await using var server = await EchoServer.StartAsync(
            options => options.Interceptors.Add<Refusing>(), map: application => application.MapGrpcService<NeverMade>());
        var e = await Assert.ThrowsAsync<RpcException>(() => CallAsync(server.NewClient(), MethodType.Unary));
        Assert.Equal(new Status(StatusCode.PermissionDenied, "no"), e.Status);
    }

    [Fact]
    public async Task Service_MadeForTheCall_IsDisposedWithIt()
    {
        var journal = new Journal();
        await using var server = await EchoServer.StartAsync(
            services: services => services.AddSingleton(journal), map: application => application.MapGrpcService<Disposed>());
        await CallAsync(server.NewClient(), MethodType.Unary);
        await CallAsync(server.NewClient(), MethodType.Unary);
        Assert.Equal(["service disposed", "service disposed"], journal.Disposals);
    }

    [Fact]
    public void Interceptors_TypeThatIsNone_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new global::Grpc.AspNetCore.Server.GrpcServiceOptions().Interceptors.Add(typeof(string)));

    private static Task<EchoServer> StartAsync(Journal journal, Action<IServiceCollection> more) => EchoServer.StartAsync(
        options => options.Interceptors.Add<Noting>("common"),
        services =>
        {
            services.AddSingleton(journal);
            more(services);
        });

    private static async Task CallAsync(Echo.EchoClient client, MethodType kind)
    {
        switch (kind)
        {
            case MethodType.Unary:
                await client.UnaryAsync(new EchoRequest());
                break;
            case MethodType.ServerStreaming:
                using (var call = client.ServerStream(new EchoRequest()))
                {
                    Assert.False(await call.ResponseStream.MoveNext());
                }

                break;
            case MethodType.ClientStreaming:
                using (var call = client.ClientStream())
                {
                    await call.RequestStream.CompleteAsync();
                    await call;
                }

                break;
            default:
                using (var call = client.Duplex())
                {
                    await call.RequestStream.CompleteAsync();
                    Assert.False(await call.ResponseStream.MoveNext());
                }

                break;
        }
    }

    private sealed class Journal
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IEnumerable<string> WithoutDisposals => _lines.Where(line => !line.EndsWith("disposed", StringComparison.Ordinal));

        public IEnumerable<string> Disposals => _lines.Where(line => line.EndsWith("disposed", StringComparison.Ordinal));

        public void Note(string line) => _lines.Enqueue(line);
    }

    private sealed class Noting(Journal journal, string name) : Interceptor, IDisposable
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            AroundAsync(MethodType.Unary, () => continuation(request, context));

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
            AroundAsync(MethodType.ClientStreaming, () => continuation(requestStream, context));

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
            AroundAsync(MethodType.ServerStreaming, () => Nothing(continuation(request, responseStream, context)));

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
            AroundAsync(MethodType.DuplexStreaming, () => Nothing(continuation(requestStream, responseStream, context)));

        public void Dispose() => journal.Note($"{name} disposed");

        private static async Task<bool> Nothing(Task task)
        {
            await task;
            return true;
        }

        private async Task<T> AroundAsync<T>(MethodType kind, Func<Task<T>> continuation)
        {
            journal.Note($"{name} {kind}");
            var result = await continuation();
            journal.Note($"{name} ends");
            return result;
        }
    }

    private sealed class Refusing : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            throw new RpcException(new Status(StatusCode.PermissionDenied, "no"));
    }

    private sealed class NeverMade : Echo.EchoBase
    {
        public NeverMade() => throw new InvalidOperationException("The service was made.");
    }

    private sealed class Disposed(Journal journal) : Echo.EchoBase, IAsyncDisposable
    {
        public override Task<EchoReply> Unary(EchoRequest request, ServerCallContext context) => Task.FromResult(new EchoReply());

        public ValueTask DisposeAsync()
        {
            journal.Note("service disposed");
            return default;
        }
    }
}
