using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Grpc.AspNetCore.Server.Internal;

internal sealed partial class HttpContextServerCallContext
{
    private string? _requestEncoding;
    private string? _responseEncoding;

    /// <summary>Reads the protocol's headers; false where they end the call before the handler, with the status set.</summary>
    public bool TryStart()
    {
        _cancellationToken = HttpContext.RequestAborted;
        LiftTransportLimits();
        return TryStartDeadline() && TryChooseEncodings();
    }

    /// <summary>
    /// The message limit answers with a status; Kestrel's own limit would cut the connection. A stream of requests may also pause,
    /// so the least data rate is lifted there; it stays for a single message, whose sender has no reason to dawdle.
    /// </summary>
    private void LiftTransportLimits()
    {
        if (HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        if (method.IsClientStreaming && HttpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }
    }

    private bool TryStartDeadline()
    {
        if (!HttpContext.Request.Headers.TryGetValue(WireHeaders.Timeout, out var header))
        {
            return true;
        }

        if (header.Count != 1 || !GrpcTimeout.TryParse(header[0], out var timeout))
        {
            _status = new Status(StatusCode.Internal, "Invalid grpc-timeout header.");
            return false;
        }

        if (timeout == TimeSpan.Zero)
        {
            _status = DeadlineExceededStatus;
            return false;
        }

        _deadline = CallDeadline.TimeAfter(_settings.Time, timeout);
        if (_deadline != DateTime.MaxValue)
        {
            _cancellation = CancellationTokenSource.CreateLinkedTokenSource(HttpContext.RequestAborted);
            _cancellationToken = _cancellation.Token;
            _deadlineTimer = new CallDeadline(_settings.Time, timeout, OnDeadline);
        }

        return true;
    }

    private bool TryChooseEncodings()
    {
        var headers = HttpContext.Request.Headers;
        var encoding = headers[WireHeaders.Encoding].ToString();
        if (encoding is not ("" or MessageCompression.Identity))
        {
            if (!MessageCompression.IsSupported(encoding))
            {
                HttpContext.Response.Headers[WireHeaders.AcceptEncoding] = MessageCompression.Accepted;
                _status = new Status(
                    StatusCode.Unimplemented, $"Unsupported grpc-encoding value '{encoding}'. Supported encodings: {MessageCompression.Accepted}");
                return false;
            }

            _requestEncoding = encoding;
        }

        if (_settings.ResponseEncoding is { } preferred && ClientAccepts(preferred))
        {
            _responseEncoding = preferred;
        }

        return true;
    }

    private bool ClientAccepts(string encoding) =>
        MessageCompression.Accepts(HttpContext.Request.Headers[WireHeaders.AcceptEncoding].ToString(), encoding);
}
