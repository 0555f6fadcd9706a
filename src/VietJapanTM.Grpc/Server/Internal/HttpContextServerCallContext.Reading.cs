using System.Buffers;
using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Internal;

internal sealed partial class HttpContextServerCallContext
{
    private MessageDecoder? _decoder;
    private bool _isClientGone;
    private bool _isRequestComplete;

    /// <summary>Reads the one message of a request that does not stream.</summary>
    /// <exception cref="RpcException">There is none, or more than one, or it is malformed or too large.</exception>
    public async ValueTask<T> ReadSingleAsync<T>(Marshaller<T> marshaller)
        where T : class
    {
        var message = await ReadAsync(marshaller, _cancellationToken)
            ?? throw WireErrors.Internal("Incomplete message: the request ended without one.");
        if (_isRequestComplete)
        {
            return message;
        }

        var rest = await FillAsync(_cancellationToken);
        var isEmpty = rest.IsEmpty;
        HttpContext.Request.BodyReader.AdvanceTo(rest.End);
        return isEmpty ? message : throw WireErrors.Internal("Additional data after the message received.");
    }

    /// <summary>Reads the next message; null at the end of the request.</summary>
    /// <exception cref="RpcException">The message is cut off, malformed or too large.</exception>
    /// <exception cref="OperationCanceledException">The token is cancelled or the client is gone.</exception>
    public async ValueTask<T?> ReadAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        var reader = HttpContext.Request.BodyReader;
        var decoder = _decoder ??= new MessageDecoder(_settings.MaxReceiveMessageSize, _requestEncoding);
        while (true)
        {
            var buffer = await FillAsync(cancellationToken);
            if (decoder.TryDecode(ref buffer, marshaller, out var message))
            {
                // A request that is complete and used up needs no further read to learn its end.
                _isRequestComplete &= buffer.IsEmpty;
                reader.AdvanceTo(buffer.Start);
                return message;
            }

            var isCutOff = !buffer.IsEmpty;
            reader.AdvanceTo(buffer.Start, buffer.End);
            if (_isRequestComplete)
            {
                return isCutOff ? throw WireErrors.Internal("Incomplete message: the request ended within it.") : null;
            }
        }
    }

    /// <summary>Waits until there is more of the request, or its end, which it notes.</summary>
    private async ValueTask<ReadOnlySequence<byte>> FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            var result = await HttpContext.Request.BodyReader.ReadAsync(cancellationToken);
            _isRequestComplete = result.IsCompleted;
            return result.Buffer;
        }
        catch (Exception e) when (e is ConnectionAbortedException or (IOException and not BadHttpRequestException))
        {
            // Kestrel tells a reset stream by an exception here, before it cancels the request's token.
            _isClientGone = true;
            throw new OperationCanceledException("The client is gone.", e, _cancellationToken);
        }
    }
}
