using System.Globalization;
using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Answers requests that are no gRPC call, or of a method that does not exist.</summary>
internal static class RequestGuard
{
    /// <summary>Refuses HTTP/1 (426) and other content types (415); true where the request is answered so.</summary>
    public static bool TryRefuse(HttpContext http, ILogger logger)
    {
        var protocol = http.Request.Protocol;
        if (!HttpProtocol.IsHttp2(protocol) && !HttpProtocol.IsHttp3(protocol))
        {
            http.Response.Headers.Upgrade = "HTTP/2";
            Refuse(http, logger, StatusCodes.Status426UpgradeRequired, $"Request protocol '{protocol}' is not supported.");
            return true;
        }

        if (!WireHeaders.IsGrpcContentType(http.Request.ContentType))
        {
            Refuse(http, logger, StatusCodes.Status415UnsupportedMediaType, $"Content-Type '{http.Request.ContentType}' is not supported.");
            return true;
        }

        return false;
    }

    /// <summary>Answers a call of an unknown method; other requests that went astray here find nothing (404).</summary>
    public static Task AnswerUnknown(HttpContext http, ILogger logger, string detail)
    {
        if (!WireHeaders.IsGrpcContentType(http.Request.ContentType))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (!TryRefuse(http, logger))
        {
            ServerLog.RequestRefused(logger, detail);
            http.Response.ContentType = WireHeaders.ContentType;
            WriteStatus(http, StatusCode.Unimplemented, detail);
        }

        return Task.CompletedTask;
    }

    private static void Refuse(HttpContext http, ILogger logger, int httpStatus, string detail)
    {
        ServerLog.RequestRefused(logger, detail);
        http.Response.StatusCode = httpStatus;
        WriteStatus(http, StatusCode.Internal, detail);
    }

    private static void WriteStatus(HttpContext http, StatusCode code, string detail)
    {
        http.Response.Headers[WireHeaders.Status] = ((int)code).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers[WireHeaders.Message] = StatusMessage.Encode(detail);
    }
}
