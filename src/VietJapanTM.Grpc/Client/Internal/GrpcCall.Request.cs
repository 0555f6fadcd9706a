using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

internal sealed partial class GrpcCall<TRequest, TResponse>
{
    private static readonly string UserAgent = $"grpc-vietjapantm/{typeof(GrpcChannel).Assembly.GetName().Version?.ToString(3)}";
    private static readonly MediaTypeHeaderValue GrpcMediaType = new(WireHeaders.ContentType);
    private static readonly TransferCodingWithQualityHeaderValue Trailers = new("trailers");

    private Task _started = Task.CompletedTask;
    private RequestStreamContent? _requestContent;

    public Marshaller<TRequest> RequestMarshaller => _method.RequestMarshaller;

    /// <summary>How outgoing messages are compressed, or null; the caller's headers say so.</summary>
    public string? RequestEncoding { get; private set; }

    public MessageFramer NewFramer() => new(_channel.Options.MaxSendMessageSize);

    /// <summary>Starts the call with its one request.</summary>
    public void Start(TRequest request)
    {
        Arm();
        _started = SendAsync(request);
    }

    /// <summary>Starts the call with an open stream of requests.</summary>
    public RequestStreamContent StartStreaming()
    {
        _requestContent = new RequestStreamContent();
        Arm();
        _started = SendAsync(single: null);
        return _requestContent;
    }

    /// <summary>What to throw after a write failed: as a rule the call ended meanwhile, and its status tells why.</summary>
    public async Task<Exception> FailWriteAsync(Exception exception)
    {
        if (exception is not (IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException))
        {
            // The message, not the transport: nothing of it was sent, and the server waits for more.
            return Fail(exception);
        }

        await _started.ConfigureAwait(false);
        if (Token.IsCancellationRequested)
        {
            Fail(exception);
        }

        if (End is { } end)
        {
            return end.Error ?? new RpcException(end.Status, end.Trailers);
        }

        return new RpcException(
            new Status(StatusCode.Cancelled, "The server closed the stream of requests; the responses tell the status.", exception));
    }

    /// <summary>Sends the request up to the response's headers; a failure ends the call and throws nothing.</summary>
    private async Task SendAsync(TRequest? single)
    {
        try
        {
            var request = new HttpRequestMessage(HttpMethod.Post, _channel.AddressOf(_method))
            {
                Version = HttpVersion.Version20,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            await WriteHeadersAsync(request).ConfigureAwait(false);
            request.Content = single is null ? _requestContent : new ReadOnlyMemoryContent(Frame(single));
            request.Content!.Headers.ContentType = GrpcMediaType;
            Token.ThrowIfCancellationRequested();
            _response = await _channel.SendAsync(request, Token).ConfigureAwait(false);
            if (Token.IsCancellationRequested)
            {
                _response.Dispose();
            }

            await AcceptHeadersAsync(_response).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Fail(e);
        }
    }

    private ReadOnlyMemory<byte> Frame(TRequest request)
    {
        var flags = Options.WriteOptions?.Flags ?? default;
        return NewFramer().Frame(request, RequestMarshaller, flags.HasFlag(WriteFlags.NoCompress) ? null : RequestEncoding);
    }

    private async Task WriteHeadersAsync(HttpRequestMessage request)
    {
        var headers = request.Headers;
        headers.TryAddWithoutValidation("user-agent", UserAgent);
        headers.TE.Add(Trailers);
        headers.TryAddWithoutValidation(WireHeaders.AcceptEncoding, MessageCompression.Accepted);
        headers.Host = _host;
        if (_deadline != DateTime.MaxValue)
        {
            headers.TryAddWithoutValidation(WireHeaders.Timeout, GrpcTimeout.Format(TimeLeft));
        }

        AddMetadata(headers, Options.Headers ?? Metadata.Empty);
        await AddCredentialsAsync(headers, _channel.Options.Credentials?.CallCredentials).ConfigureAwait(false);
        await AddCredentialsAsync(headers, Options.Credentials).ConfigureAwait(false);
    }

    private void AddMetadata(HttpRequestHeaders headers, Metadata metadata)
    {
        foreach (var entry in metadata)
        {
            if (entry.Key == WireHeaders.EncodingRequest)
            {
                RequestEncoding = entry.Value == MessageCompression.Identity ? null
                    : MessageCompression.IsSupported(entry.Value) ? entry.Value
                    : throw new RpcException(new Status(StatusCode.Internal, $"Compression '{entry.Value}' is not supported."));
                headers.TryAddWithoutValidation(WireHeaders.Encoding, entry.Value);
            }
            else if (WireHeaders.TextOf(entry) is not { } text)
            {
                ClientLog.MetadataDropped(_channel.Logger, entry.Key, _method.FullName);
            }
            else if (!WireHeaders.IsReserved(entry.Key))
            {
                headers.TryAddWithoutValidation(entry.Key, text);
            }
        }
    }

    private async Task AddCredentialsAsync(HttpRequestHeaders headers, CallCredentials? credentials)
    {
        if (credentials is null)
        {
            return;
        }

        if (!_channel.MaySendCallCredentials)
        {
            ClientLog.CredentialsNotSent(_channel.Logger, _method.FullName);
            return;
        }

        var address = _channel.AddressOf(_method);
        var service = address.GetLeftPart(UriPartial.Authority) + "/" + _method.ServiceName;
        var metadata = new Metadata();
        await credentials.ApplyAsync(new AuthInterceptorContext(service, _method.Name), metadata).ConfigureAwait(false);
        AddMetadata(headers, metadata);
    }
}
