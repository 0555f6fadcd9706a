using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Wire;
using Microsoft.Extensions.DependencyInjection;
using VietJapanTM.Grpc.Tests.Hosting;
using VietJapanTM.Grpc.Tests.Protos;

namespace VietJapanTM.Grpc.Tests.Server;

public sealed class DeadlineTests
{
    private static readonly byte[] Stubborn = RawCall.Frame(new EchoRequest { Behaviour = Behaviour.Stubborn, DelayMs = 3000 }.ToByteArray());

    [Theory]
    [InlineData("99999999H")]
    [InlineData("99999999M")]
    [InlineData("99999999S")]
    public async Task Timeout_Huge_Saturates(string timeout)
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        var reply = await raw.SendAsync(RawCall.Unary, RawCall.Frame(new EchoRequest { Text = "x" }.ToByteArray()), ("grpc-timeout", timeout));
        Assert.Equal("0", reply.GrpcStatus);
    }

    [Theory]
    [InlineData("0n", "4")]
    [InlineData("1", "13")]
    [InlineData("1000000000S", "13")]
    public async Task Timeout_ZeroOrMalformed_EndsTheCallAtOnce(string timeout, string status)
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        Assert.Equal(status, (await raw.SendAsync(RawCall.Unary, Stubborn, ("grpc-timeout", timeout))).GrpcStatus);
    }

    [Fact]
    public async Task Deadline_HandlerThatDoesNotHeed_StillAnswersInTime()
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        var watch = Stopwatch.StartNew();
        var reply = await raw.SendAsync(RawCall.Unary, Stubborn, ("grpc-timeout", "50m"));
        Assert.True(reply.IsTrailersOnly);
        Assert.Equal("4", reply.GrpcStatus);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2.9), $"answered after {watch.Elapsed}, with the handler");
    }

    [Fact]
    public async Task Deadline_HandlerThatHeeds_IsCancelled()
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        var reply = await raw.SendAsync(
            RawCall.Unary, RawCall.Frame(new EchoRequest { DelayMs = 60_000 }.ToByteArray()), ("grpc-timeout", "1m"));
        Assert.Equal("4", reply.GrpcStatus);
        await server.Observations.WaitForCancelledAsync(1);
    }

    [Fact]
    public async Task Deadline_ByTheClockOfTheServices_PassesWhenTheClockMoves()
    {
        var time = new ManualTime();
        await using var server = await EchoServer.StartAsync(services: services => services.AddSingleton<TimeProvider>(time));
        using var raw = new RawCall(server);
        var request = RawCall.Frame(new EchoRequest { Text = "x", DelayMs = 60_000 }.ToByteArray());
        var call = raw.SendAsync(RawCall.Unary, request, ("grpc-timeout", "100H"));
        await Task.Delay(100);
        time.Advance(TimeSpan.FromHours(99));
        await Task.Delay(50);
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromHours(2));
        Assert.Equal("4", (await call).GrpcStatus);
    }

    [Fact]
    public async Task Deadline_RacingWrites_EndsEveryStreamOnce()
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        var request = RawCall.Frame(new EchoRequest { Count = 1_000_000, PadBytes = 10 }.ToByteArray());
        var answered = 0;
        for (var round = 0; round < 10; round++)
        {
            var calls = Enumerable.Range(1, 8).Select(i => SendUnlessResetAsync(raw, request, $"{i * 3}m"));
            foreach (var reply in (await Task.WhenAll(calls)).OfType<RawReply>())
            {
                Assert.Equal("4", reply.GrpcStatus);
                AssertWholeMessages(reply.Body);
                answered++;
            }
        }

        Assert.InRange(answered, 40, 80);
    }

    [Fact]
    public async Task Deadline_ClientThatReadsNothing_ResetsTheStream()
    {
        await using var server = await EchoServer.StartAsync();
        using var channel = server.NewChannel();
        var client = new Echo.EchoClient(channel);
        using var call = client.ServerStream(
            new EchoRequest { Count = 1000, PadBytes = 1_000_000 }, new Metadata { { "x-echo-a", "b" } }, DateTime.UtcNow.AddMilliseconds(400));
        await call.ResponseHeadersAsync;
        await server.Observations.WaitForCancelledAsync(1);
    }

    [Fact]
    public void CallDeadline_BeyondOneTimer_WaitsAgain()
    {
        var time = new ManualTime();
        var expired = 0;
        using var deadline = new CallDeadline(time, TimeSpan.FromDays(100), () => expired++);
        for (var day = 1; day <= 100; day++)
        {
            time.Advance(TimeSpan.FromDays(1));
            Assert.Equal(0, expired);
        }

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, expired);
    }

    /// <summary>Null where the server reset the stream, as it does where a write is stuck at the deadline: on a busy machine some are.</summary>
    private static async Task<RawReply?> SendUnlessResetAsync(RawCall raw, byte[] request, string timeout)
    {
        try
        {
            return await raw.SendAsync(RawCall.ServerStream, request, ("grpc-timeout", timeout));
        }
        catch (HttpRequestException e) when (e.InnerException is HttpProtocolException { ErrorCode: 8 })
        {
            return null;
        }
    }

    private static void AssertWholeMessages(ReadOnlySpan<byte> body)
    {
        while (!body.IsEmpty)
        {
            var length = MessageHeader.SizeInBytes + (int)MessageHeader.Read(body).Length;
            Assert.True(length <= body.Length, "The stream ends within a message.");
            body = body[length..];
        }
    }
}
