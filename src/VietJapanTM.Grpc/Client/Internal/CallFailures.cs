using System.Net;
using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>Failures of HTTP as gRPC statuses, as the specification maps them.</summary>
internal static class CallFailures
{
    public static Status OfHttpStatus(HttpStatusCode code) => new(
        code switch
        {
            HttpStatusCode.BadRequest => StatusCode.Internal,
            HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
            HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
            HttpStatusCode.NotFound => StatusCode.Unimplemented,
            HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout => StatusCode.Unavailable,
            _ => StatusCode.Unknown,
        },
        $"Bad gRPC response. HTTP status code: {(int)code}");

    public static Status OfException(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is HttpProtocolException protocol)
            {
                return new Status(OfErrorCode(protocol.ErrorCode), $"The HTTP/2 stream was reset. {protocol.Message}", exception);
            }
        }

        var code = exception is HttpRequestException or IOException ? StatusCode.Unavailable : StatusCode.Internal;
        return new Status(code, $"Error in the gRPC call. {exception.GetType().Name}: {exception.Message}", exception);
    }

    private static StatusCode OfErrorCode(long http2ErrorCode) => http2ErrorCode switch
    {
        0x0 => StatusCode.Unavailable, // NO_ERROR: the server went away in order and left the call undone
        0x7 => StatusCode.Unavailable, // REFUSED_STREAM
        0x8 => StatusCode.Cancelled, // CANCEL
        0xb => StatusCode.ResourceExhausted, // ENHANCE_YOUR_CALM
        0xc => StatusCode.PermissionDenied, // INADEQUATE_SECURITY
        _ => StatusCode.Internal,
    };
}
