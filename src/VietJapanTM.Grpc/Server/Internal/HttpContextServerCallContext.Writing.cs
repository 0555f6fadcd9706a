using System.IO.Pipelines;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server.Internal;

internal sealed partial class HttpContextServerCallContext
{
    private readonly WriteGate _gate = new();
    private ResponseSerializer? _serializer;
    private bool _hasWritten;

    /// <summary>Writes the one response of a call that does not stream; it leaves together with the trailers.</summary>
    public ValueTask WriteSingleAsync<T>(T? message, Marshaller<T> marshaller)
        where T : class
    {
        if (message is null)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "No message returned from method."));
        }

        // A call that ended otherwise meanwhile, by a status or by its deadline, answers without a message.
        return _status.StatusCode != StatusCode.OK || _gate.IsClosed
            ? default
            : WriteAsync(message, marshaller, (WriteOptionsCore?.Flags ?? default) | WriteFlags.BufferHint, CancellationToken.None);
    }

    /// <summary>Writes a response; completes when the transport has taken it, at once under <see cref="WriteFlags.BufferHint"/>.</summary>
    /// <exception cref="InvalidOperationException">Another write is under way, or the call has ended.</exception>
    /// <exception cref="OperationCanceledException">The client is gone or the deadline has passed.</exception>
    public ValueTask WriteAsync<T>(T message, Marshaller<T> marshaller, WriteFlags flags, CancellationToken cancellationToken)
        where T : class
    {
        EnterGate("message");
        var isFlushing = false;
        try
        {
            _cancellationToken.ThrowIfCancellationRequested();
            cancellationToken.ThrowIfCancellationRequested();
            Serialize(message, marshaller, flags);
            if (flags.HasFlag(WriteFlags.BufferHint))
            {
                return default;
            }

            // Not the call's own token: Kestrel resets the stream of a flush that is cancelled, and the deadline still has a status to send.
            var flush = HttpContext.Response.BodyWriter.FlushAsync(
                cancellationToken == _cancellationToken ? HttpContext.RequestAborted : cancellationToken);
            if (flush.IsCompletedSuccessfully)
            {
                ThrowIfClientGone(flush.Result);
                return default;
            }

            isFlushing = true;
            return FinishFlushAsync(flush);
        }
        finally
        {
            if (!isFlushing)
            {
                _gate.Leave();
            }
        }
    }

    /// <summary>Sets the protocol's headers, before the first byte of the response.</summary>
    public void PrepareHeaders()
    {
        if (_hasWritten || HttpContext.Response.HasStarted)
        {
            return;
        }

        HttpContext.Response.ContentType = WireHeaders.ContentType;
        if (_responseEncoding is not null)
        {
            HttpContext.Response.Headers[WireHeaders.Encoding] = _responseEncoding;
        }
    }

    protected override async Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        EnterGate("headers");
        try
        {
            if (_hasWritten || HttpContext.Response.HasStarted)
            {
                throw new InvalidOperationException("Response headers can only be sent once per call.");
            }

            foreach (var entry in responseHeaders)
            {
                if (entry.Key == WireHeaders.EncodingRequest)
                {
                    _responseEncoding = MessageCompression.IsSupported(entry.Value) && ClientAccepts(entry.Value) ? entry.Value : null;
                }
                else
                {
                    AppendEntry(HttpContext.Response.Headers, entry);
                }
            }

            PrepareHeaders();
            await HttpContext.Response.BodyWriter.FlushAsync(HttpContext.RequestAborted);
        }
        finally
        {
            _gate.Leave();
        }
    }

    private void EnterGate(string what)
    {
        if (_gate.TryEnter())
        {
            return;
        }

        if (_isDeadlineExceeded)
        {
            throw new OperationCanceledException(DeadlineExceededStatus.Detail, _cancellationToken);
        }

        throw new InvalidOperationException(
            _gate.IsClosed
                ? $"Can't write the {what} because the request is complete."
                : $"Can't write the {what} because the previous write is in progress.");
    }

    private void Serialize<T>(T message, Marshaller<T> marshaller, WriteFlags flags)
    {
        var encoding = flags.HasFlag(WriteFlags.NoCompress) ? null : _responseEncoding;
        _serializer ??= new ResponseSerializer(this, HttpContext.Response.BodyWriter, _settings);
        try
        {
            _serializer.Serialize(message, marshaller, encoding);
            _hasWritten = true;
        }
        catch when (_serializer.IsMessageTorn)
        {
            // Part of a message is in the pipe already: no status can follow it.
            Reset(InternalErrorCode);
            throw;
        }
    }

    private async ValueTask FinishFlushAsync(ValueTask<FlushResult> flush)
    {
        try
        {
            ThrowIfClientGone(await flush);
        }
        finally
        {
            _gate.Leave();
        }
    }

    private void ThrowIfClientGone(FlushResult result)
    {
        if (result.IsCompleted)
        {
            _isClientGone = true;
            throw new OperationCanceledException("The client is gone.", _cancellationToken);
        }
    }
}
