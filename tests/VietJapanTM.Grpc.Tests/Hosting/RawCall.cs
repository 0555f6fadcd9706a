using System.Net;
using System.Net.Http.Headers;

namespace VietJapanTM.Grpc.Tests.Hosting;

/// <summary>Sends bytes to the echo service as they are, for what no proper client would send, and shows what comes back on the wire.</summary>
internal sealed class RawCall : IDisposable
{
    private readonly HttpClient _http;

    public RawCall(EchoServer server) => _http = new HttpClient { BaseAddress = server.Address };

    public const string Unary = "/vietjapantm.grpc.testing.Echo/Unary";
    public const string ServerStream = "/vietjapantm.grpc.testing.Echo/ServerStream";

    public static byte[] Frame(ReadOnlySpan<byte> payload, byte flag = 0)
    {
        byte[] frame = [flag, 0, 0, 0, 0, .. payload];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), payload.Length);
        return frame;
    }

    public Task<RawReply> SendAsync(string path, byte[] body, params (string Name, string Value)[] headers) =>
        SendAsync(path, new ByteArrayContent(body), headers);

    public async Task<RawReply> SendAsync(string path, HttpContent content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                content.Headers.Remove(name);
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
        var body = await response.Content.ReadAsByteArrayAsync(timeout.Token);
        return new RawReply(response.StatusCode, response.Headers, body, response.TrailingHeaders);
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>A response on the wire.</summary>
internal sealed record RawReply(HttpStatusCode HttpStatus, HttpResponseHeaders Headers, byte[] Body, HttpResponseHeaders Trailers)
{
    /// <summary>Whether the status came in the headers, without a message.</summary>
    public bool IsTrailersOnly => Headers.Contains("grpc-status") && Body.Length == 0;

    /// <summary>The gRPC status, from wherever it came.</summary>
    public string? GrpcStatus => First("grpc-status");

    /// <summary>The gRPC message as it was encoded.</summary>
    public string? GrpcMessage => First("grpc-message");

    private string? First(string name) =>
        Headers.TryGetValues(name, out var values) || Trailers.TryGetValues(name, out values) ? values.Single() : null;
}
