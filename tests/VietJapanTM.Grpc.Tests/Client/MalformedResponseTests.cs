using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using VietJapanTM.Grpc.Tests.Hosting;
using VietJapanTM.Grpc.Tests.Protos;

namespace VietJapanTM.Grpc.Tests.Client;

/// <summary>What a server of another make may send wrongly.</summary>
public sealed class MalformedResponseTests
{
    private static readonly byte[] Empty = new byte[5];

    [Theory]
    [InlineData(503, "text/plain", null, StatusCode.Unavailable)]
    [InlineData(404, "text/plain", null, StatusCode.Unimplemented)]
    [InlineData(401, "text/plain", null, StatusCode.Unauthenticated)]
    [InlineData(418, "text/plain", null, StatusCode.Unknown)]
    [InlineData(200, "text/html", null, StatusCode.Unknown)]
    [InlineData(415, "application/grpc", "5", StatusCode.NotFound)]
    [InlineData(200, "application/grpc", "77", StatusCode.Unknown)]
    [InlineData(200, "application/grpc", "x", StatusCode.Unknown)]
    [InlineData(200, "application/grpc", "0", StatusCode.Internal)]
    public async Task Headers_ThatAreNoAnswer_GiveTheMappedStatus(int http, string contentType, string? status, StatusCode expected)
    {
        var seen = await CallAsync(context =>
        {
            context.Response.StatusCode = http;
            context.Response.ContentType = contentType;
            if (status is not null)
            {
                context.Response.Headers["grpc-status"] = status;
            }

            return Task.CompletedTask;
        });
        Assert.Equal(expected, seen.StatusCode);
    }

    [Fact]
    public async Task Status_Missing_IsCancelled() => Assert.Equal(StatusCode.Cancelled, (await CallAsync(c => BodyAsync(c, Empty, null))).StatusCode);

    [Fact]
    public async Task Message_MissingExtraCutOffOrInvalid_IsInternal()
    {
        byte[][] bodies = [[], new byte[10], [0, 0, 0, 0, 9, 1], [0, 0], [9, 0, 0, 0, 0], [1, 0, 0, 0, 1, 1], [0, 0, 0, 0, 2, 0x0a, 0xff]];
        foreach (var body in bodies)
        {
            var seen = await CallAsync(context => BodyAsync(context, body, "0"));
            Assert.True(seen.StatusCode == StatusCode.Internal, $"{Convert.ToHexString(body)}: {seen}");
        }
    }

    [Fact]
    public async Task Encoding_Unknown_IsInternal()
    {
        var seen = await CallAsync(context =>
        {
            context.Response.Headers["grpc-encoding"] = "snappy";
            return BodyAsync(context, Empty, "0");
        });
        Assert.Equal(StatusCode.Internal, seen.StatusCode);
    }

    private static async Task BodyAsync(HttpContext context, byte[] body, string? status)
    {
        context.Response.ContentType = "application/grpc";
        await context.Response.BodyWriter.WriteAsync(body);
        await context.Response.BodyWriter.FlushAsync();
        if (status is not null)
        {
            context.Response.AppendTrailer("grpc-status", status);
        }
    }

    private static async Task<Status> CallAsync(RequestDelegate answer)
    {
        await using var server = await EchoServer.StartAsync(map: application => application.MapPost(RawCall.Unary, answer));
        using var channel = server.NewChannel();
        using var call = new Echo.EchoClient(channel).UnaryAsync(new EchoRequest());
        var e = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(e.Status, call.GetStatus());
        return e.Status;
    }
}
