using System.IO.Compression;
using System.Net;
using Google.Protobuf;
using Grpc.Wire;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using VietJapanTM.Grpc.Tests.Hosting;
using VietJapanTM.Grpc.Tests.Protos;

namespace VietJapanTM.Grpc.Tests.Server;

public sealed class WireFormatTests
{
    private const string Ok = "0";
    private const string ResourceExhausted = "8";
    private const string Unimplemented = "12";
    private const string Internal = "13";

    [Fact]
    public async Task Unary_Success_HasMessageThenTrailers()
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        var reply = await raw.SendAsync(RawCall.Unary, RawCall.Frame(new EchoRequest { Text = "hé" }.ToByteArray()));
        Assert.Equal(RawCall.Frame(new EchoReply { Text = "hé" }.ToByteArray()), reply.Body);
        Assert.False(reply.Headers.Contains("grpc-status"));
        Assert.Equal(Ok, reply.GrpcStatus);
    }

    [Fact]
    public async Task Unary_Failure_IsTrailersOnlyWithEncodedMessage()
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        var request = new EchoRequest { StatusCode = 5, StatusMessage = "ế%" + new string('x', 10_000) };
        var reply = await raw.SendAsync(RawCall.Unary, RawCall.Frame(request.ToByteArray()));
        Assert.True(reply.IsTrailersOnly);
        Assert.Equal("5", reply.GrpcStatus);
        Assert.Equal("%E1%BA%BF%25" + new string('x', 4096 - 12), reply.GrpcMessage);
    }

    [Fact]
    public async Task ServerStream_WithoutMessages_IsTrailersOnly()
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        var reply = await raw.SendAsync(RawCall.ServerStream, RawCall.Frame([]));
        Assert.True(reply.IsTrailersOnly);
        Assert.Equal(Ok, reply.GrpcStatus);
    }

    [Fact]
    public async Task Response_EmptyMessageUnderCompression_GoesUncompressed()
    {
        await using var server = await EchoServer.StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");
        using var raw = new RawCall(server);
        var reply = await raw.SendAsync(RawCall.Unary, RawCall.Frame([]), ("grpc-accept-encoding", "identity, gzip"));
        Assert.Equal(new byte[5], reply.Body);
        var full = await raw.SendAsync(RawCall.Unary, RawCall.Frame(new EchoRequest { Text = "x" }.ToByteArray()), ("grpc-accept-encoding", "gzip"));
        Assert.Equal(1, full.Body[0]);
        var refused = await raw.SendAsync(RawCall.Unary, RawCall.Frame(new EchoRequest { Text = "x" }.ToByteArray()), ("grpc-accept-encoding", "deflate"));
        Assert.Equal(0, refused.Body[0]);
    }

    [Fact]
    public async Task Request_UnknownEncoding_IsUnimplementedAndNamesTheKnown()
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        var reply = await raw.SendAsync(RawCall.Unary, RawCall.Frame([]), ("grpc-encoding", "snappy"));
        Assert.Equal(Unimplemented, reply.GrpcStatus);
        Assert.Equal("identity,gzip,deflate", reply.Headers.GetValues("grpc-accept-encoding").Single());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(255)]
    public async Task Request_FlagWithoutMeaning_IsInternal(byte flag)
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        Assert.Equal(Internal, (await raw.SendAsync(RawCall.Unary, RawCall.Frame([], flag))).GrpcStatus);
    }

    [Fact]
    public async Task Request_Bomb_IsResourceExhausted()
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        var bomb = MessageCompression.Compress("gzip", new byte[60_000_000], CompressionLevel.Optimal);
        Assert.InRange(bomb.Length, 1, 100_000);
        var reply = await raw.SendAsync(RawCall.Unary, RawCall.Frame(bomb.Span, flag: 1), ("grpc-encoding", "gzip"));
        Assert.Equal(ResourceExhausted, reply.GrpcStatus);
        var garbage = await raw.SendAsync(RawCall.Unary, RawCall.Frame([1, 2, 3], flag: 1), ("grpc-encoding", "gzip"));
        Assert.Equal(Internal, garbage.GrpcStatus);
    }

    [Fact]
    public async Task Request_TooLarge_IsRefusedByItsHeaderAlone()
    {
        await using var server = await EchoServer.StartAsync(options => options.MaxReceiveMessageSize = 1000);
        using var raw = new RawCall(server);
        var headerOnly = new byte[] { 0, 0, 0, 0x03, 0xe9 };
        Assert.Equal(ResourceExhausted, (await raw.SendAsync(RawCall.Unary, new OpenContent(headerOnly))).GrpcStatus);
        var huge = new byte[] { 0, 0xff, 0xff, 0xff, 0xff };
        Assert.Equal(ResourceExhausted, (await raw.SendAsync(RawCall.Unary, new OpenContent(huge))).GrpcStatus);
        Assert.Equal(Internal, (await raw.SendAsync(RawCall.Unary, RawCall.Frame(new byte[1000]))).GrpcStatus);
    }

    [Fact]
    public async Task Response_TooLarge_IsResourceExhausted()
    {
        await using var server = await EchoServer.StartAsync(options => options.MaxSendMessageSize = 1000);
        using var raw = new RawCall(server);
        var reply = await raw.SendAsync(RawCall.Unary, RawCall.Frame(new EchoRequest { PadBytes = 1000 }.ToByteArray()));
        Assert.True(reply.IsTrailersOnly);
        Assert.Equal(ResourceExhausted, reply.GrpcStatus);
    }

    public static TheoryData<byte[]> WrongUnaryBodies => new()
    {
        Array.Empty<byte>(),
        new byte[] { 0, 0, 0 },
        new byte[] { 0, 0, 0, 0, 9, 1 },
        new byte[10],
        new byte[] { 0, 0, 0, 0, 0, 7 },
        new byte[] { 0, 0, 0, 0, 2, 0x0a, 0xff },
    };

    [Theory]
    [MemberData(nameof(WrongUnaryBodies))]
    public async Task Unary_MissingExtraCutOffOrInvalidMessage_IsInternal(byte[] body)
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        Assert.Equal(Internal, (await raw.SendAsync(RawCall.Unary, body)).GrpcStatus);
    }

    [Fact]
    public async Task Unary_RandomBytes_EndWithAStatusAndTheServerLives()
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(40)];
            random.NextBytes(bytes);
            bytes[..Math.Min(bytes.Length, 1)].AsSpan().Clear();
            var reply = await raw.SendAsync(RawCall.Unary, i % 2 == 0 ? bytes : RawCall.Frame(bytes));
            Assert.NotNull(reply.GrpcStatus);
            Assert.Equal(HttpStatusCode.OK, reply.HttpStatus);
        }

        Assert.Equal("alive", (await server.NewClient().UnaryAsync(new EchoRequest { Text = "alive" })).Text);
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/grpcx", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/grpc+proto", HttpStatusCode.OK)]
    [InlineData("application/grpc;charset=utf-8", HttpStatusCode.OK)]
    public async Task Request_ContentType_DecidesWhetherItIsACall(string contentType, HttpStatusCode expected)
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        var reply = await raw.SendAsync(RawCall.Unary, RawCall.Frame([]), ("content-type", contentType));
        Assert.Equal(expected, reply.HttpStatus);
        Assert.Equal(expected == HttpStatusCode.OK ? Ok : Internal, reply.GrpcStatus);
    }

    [Fact]
    public async Task Request_UnknownMethodOrService_IsUnimplemented()
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        var method = await raw.SendAsync(RawCall.Unary + "x", RawCall.Frame([]));
        Assert.Equal((Unimplemented, "Method is unimplemented."), (method.GrpcStatus, method.GrpcMessage));
        var service = await raw.SendAsync("/no.Such/Method", RawCall.Frame([]));
        Assert.Equal((Unimplemented, "Service is unimplemented."), (service.GrpcStatus, service.GrpcMessage));
        var stray = await raw.SendAsync("/no.Such/Method", [], ("content-type", "application/json"));
        Assert.Equal((HttpStatusCode.NotFound, null), (stray.HttpStatus, stray.GrpcStatus));
    }

    [Fact]
    public async Task Request_UnknownServiceIgnored_IsNotAnswered()
    {
        await using var server = await EchoServer.StartAsync(options => options.IgnoreUnknownServices = true);
        using var raw = new RawCall(server);
        Assert.Equal(HttpStatusCode.NotFound, (await raw.SendAsync("/no.Such/Method", RawCall.Frame([]))).HttpStatus);
    }

    [Fact]
    public async Task Request_OverHttp1_IsToldToUpgrade()
    {
        await using var server = await EchoServer.StartAsync(protocols: HttpProtocols.Http1);
        using var http = new HttpClient { BaseAddress = server.Address };
        using var content = new ByteArrayContent(RawCall.Frame([]));
        content.Headers.ContentType = new("application/grpc");
        using var response = await http.PostAsync(RawCall.Unary, content);
        Assert.Equal(HttpStatusCode.UpgradeRequired, response.StatusCode);
        Assert.Equal(Internal, response.Headers.GetValues("grpc-status").Single());
    }

    [Fact]
    public async Task Request_EightMegabytesOfMetadata_IsRefusedAndTheServerLives()
    {
        await using var server = await EchoServer.StartAsync();
        using var raw = new RawCall(server);
        var outcome = await Record.ExceptionAsync(async () =>
        {
            var reply = await raw.SendAsync(RawCall.Unary, RawCall.Frame([]), ("x-big", new string('x', 8_000_000)));
            Assert.NotEqual(HttpStatusCode.OK, reply.HttpStatus);
        });
        Assert.True(outcome is null or HttpRequestException, outcome?.ToString());
        Assert.Equal("alive", (await server.NewClient().UnaryAsync(new EchoRequest { Text = "alive" })).Text);
    }

    /// <summary>Sends its bytes and leaves the request open.</summary>
    private sealed class OpenContent(byte[] bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(bytes, cancellationToken);
            await stream.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = -1;
            return false;
        }
    }
}
