using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

internal sealed partial class GrpcCall<TRequest, TResponse>
{
    private HttpResponseMessage? _response;
    private PipeReader? _body;
    private MessageDecoder? _decoder;

    /// <summary>Reads the one response of a call that does not stream, and its end.</summary>
    public async Task<TResponse> ReadSingleAsync()
    {
        var response = await ReadAsync().ConfigureAwait(false)
            ?? throw FailAfterEnd("Failed to deserialize response message: there was none.");
        if (await ReadAsync().ConfigureAwait(false) is not null)
        {
            throw Fail(WireErrors.Internal("More than one response message received."));
        }

        return response;
    }

    /// <summary>Reads the next response; null at the end of a call that succeeded.</summary>
    public async ValueTask<TResponse?> ReadAsync()
    {
        await _started.ConfigureAwait(false);
        if (End is { } end)
        {
            return end.Error is null ? null : throw end.Error;
        }

        try
        {
            if (await ReadMessageAsync().ConfigureAwait(false) is { } message)
            {
                return message;
            }

            FinishFrom(_response!.TrailingHeaders);
        }
        catch (Exception e)
        {
            throw Fail(e);
        }

        await _body!.CompleteAsync().ConfigureAwait(false);
        _response.Dispose();
        return End!.Error is null ? null : throw End.Error;
    }

    private static Metadata ReadMetadata(HttpResponseHeaders headers)
    {
        var metadata = new Metadata();
        foreach (var (key, values) in headers.NonValidated)
        {
            foreach (var value in values)
            {
                WireHeaders.AddReceived(metadata, key, value);
            }
        }

        return metadata;
    }

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.First() : null;

    private async Task AcceptHeadersAsync(HttpResponseMessage response)
    {
        if (First(response.Headers, WireHeaders.Status) is not null)
        {
            // Trailers-only: the headers are the end.
            _headers.TrySetResult(ReadMetadata(response.Headers));
            FinishFrom(response.Headers);
            return;
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new RpcException(CallFailures.OfHttpStatus(response.StatusCode));
        }

        var contentType = response.Content.Headers.ContentType?.ToString();
        if (!WireHeaders.IsGrpcContentType(contentType))
        {
            throw new RpcException(new Status(StatusCode.Unknown, $"Bad gRPC response. Invalid content-type value: {contentType}"));
        }

        var encoding = First(response.Headers, WireHeaders.Encoding);
        if (encoding is not (null or MessageCompression.Identity) && !MessageCompression.IsSupported(encoding))
        {
            throw WireErrors.Internal($"The response's compression '{encoding}' is not supported.");
        }

        _decoder = new MessageDecoder(_channel.Options.MaxReceiveMessageSize, encoding == MessageCompression.Identity ? null : encoding);
        _body = PipeReader.Create(await response.Content.ReadAsStreamAsync(Token).ConfigureAwait(false));
        _headers.TrySetResult(ReadMetadata(response.Headers));
    }

    private async ValueTask<TResponse?> ReadMessageAsync()
    {
        while (true)
        {
            var result = await _body!.ReadAsync(Token).ConfigureAwait(false);
            var buffer = result.Buffer;
            if (_decoder!.TryDecode(ref buffer, _method.ResponseMarshaller, out var message))
            {
                _body.AdvanceTo(buffer.Start);
                return message;
            }

            var isCutOff = !buffer.IsEmpty;
            _body.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
            {
                return isCutOff ? throw WireErrors.Internal("Incomplete message: the response ended within it.") : null;
            }
        }
    }

    private void FinishFrom(HttpResponseHeaders headers)
    {
        var code = First(headers, WireHeaders.Status);
        var message = First(headers, WireHeaders.Message);
        var status = code is null
            ? new Status(StatusCode.Cancelled, "No grpc-status found on response.")
            : new Status(
                int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= (int)StatusCode.Unauthenticated
                    ? (StatusCode)number
                    : StatusCode.Unknown,
                StatusMessage.Decode(message ?? ""));
        Finish(status, ReadMetadata(headers), cause: null);
    }

    /// <summary>What to throw where a call ended with OK and yet is no success.</summary>
    private RpcException FailAfterEnd(string detail)
    {
        var error = WireErrors.Internal(detail);
        Volatile.Write(ref _end, new CallEnd(error.Status, End?.Trailers ?? [], error));
        return error;
    }
}
