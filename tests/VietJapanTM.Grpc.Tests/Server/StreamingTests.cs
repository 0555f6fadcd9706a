using System.Net.Sockets;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using VietJapanTM.Grpc.Tests.Hosting;
using VietJapanTM.Grpc.Tests.Protos;

namespace VietJapanTM.Grpc.Tests.Server;

public sealed class StreamingTests
{
    [Fact]
    public async Task ClientStream_PauseBeyondKestrelsGrace_GoesOn()
    {
        await using var server = await EchoServer.StartAsync();
        using var call = server.NewClient().ClientStream();
        await call.RequestStream.WriteAsync(new EchoRequest { Text = "a" });
        await Task.Delay(TimeSpan.FromSeconds(7));
        await call.RequestStream.WriteAsync(new EchoRequest { Text = "b" });
        await call.RequestStream.CompleteAsync();
        Assert.Equal(new EchoReply { Text = "b", Count = 2 }, await call);
    }

    [Fact]
    public async Task ClientStream_MoreThanKestrelsBodyLimit_IsTaken()
    {
        await using var server = await EchoServer.StartAsync();
        using var call = server.NewClient().ClientStream();
        var message = new EchoRequest { Text = new string('x', 2_000_000) };
        for (var i = 0; i < 20; i++)
        {
            await call.RequestStream.WriteAsync(message);
        }

        await call.RequestStream.CompleteAsync();
        Assert.Equal(20, (await call).Count);
    }

    [Fact]
    public async Task Client_KilledMidStream_EndsTheHandlers()
    {
        await using var server = await EchoServer.StartAsync();
        var sockets = new List<Socket>();
        using var channel = server.NewChannel(new GrpcChannelOptions { HttpHandler = RecordingHandler(sockets) });
        var client = new Echo.EchoClient(channel);
        using var half = client.ClientStream();
        await half.RequestStream.WriteAsync(new EchoRequest());
        using var duplex = client.Duplex();
        await duplex.RequestStream.WriteAsync(new EchoRequest());
        Assert.True(await duplex.ResponseStream.MoveNext());
        using var endless = client.ServerStream(new EchoRequest { Count = int.MaxValue, PadBytes = 1000 });
        Assert.True(await endless.ResponseStream.MoveNext());

        foreach (var socket in sockets)
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Dispose();
        }

        await server.Observations.WaitForCancelledAsync(3);
        Assert.Equal("alive", (await server.NewClient().UnaryAsync(new EchoRequest { Text = "alive" })).Text);
    }

    [Fact]
    public async Task Client_CancelsOpenStream_NeverLooksLikeItsEnd()
    {
        const int Calls = 50;
        await using var server = await EchoServer.StartAsync();
        var client = server.NewClient();
        for (var i = 0; i < Calls; i++)
        {
            using var cancellation = new CancellationTokenSource();
            using var call = client.Duplex(cancellationToken: cancellation.Token);
            await call.RequestStream.WriteAsync(new EchoRequest());
            Assert.True(await call.ResponseStream.MoveNext());
            await cancellation.CancelAsync();
            Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext())).StatusCode);
        }

        await server.Observations.WaitForCancelledAsync(Calls);
    }

    [Fact]
    public async Task Client_ReadsNothing_HoldsTheServerBackUntilItCancels()
    {
        await using var server = await EchoServer.StartAsync();
        using var call = server.NewClient().ServerStream(new EchoRequest { Count = 10_000, PadBytes = 1_000_000 });
        await call.ResponseHeadersAsync;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Task.Delay(500);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 50_000_000);
        call.Dispose();
        await server.Observations.WaitForCancelledAsync(1);
    }

    [Fact]
    public async Task Server_EndsDuplexFirst_ClientSeesTheEndWhileItCouldWrite()
    {
        await using var server = await EchoServer.StartAsync();
        using var call = server.NewClient().Duplex();
        await call.RequestStream.WriteAsync(new EchoRequest { Text = "x" });
        await call.RequestStream.WriteAsync(new EchoRequest { Behaviour = Behaviour.Stop });
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.False(await call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        await Assert.ThrowsAsync<RpcException>(() => call.RequestStream.WriteAsync(new EchoRequest()));
    }

    [Fact]
    public async Task Stream_CutOffWithinAMessage_IsInternal()
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        byte[] body = [.. RawCall.Frame(new EchoRequest { Text = "a" }.ToByteArray()), 0, 0, 0];
        var reply = await raw.SendAsync("/vietjapantm.grpc.testing.Echo/ClientStream", body);
        Assert.Equal("13", reply.GrpcStatus);
    }

    private static SocketsHttpHandler RecordingHandler(List<Socket> sockets) => new()
    {
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            sockets.Add(socket);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };
}
