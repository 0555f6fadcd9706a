using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>The server's log lines: events 9000 to 9099. None carries message content.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(9000, LogLevel.Error, "Error when executing service method '{Method}'.")]
    public static partial void HandlerFailed(ILogger logger, string method, Exception exception);

    [LoggerMessage(9001, LogLevel.Information, "Service method '{Method}' ended with status {StatusCode}.")]
    public static partial void HandlerEndedWithStatus(ILogger logger, string method, StatusCode statusCode, Exception exception);

    [LoggerMessage(9002, LogLevel.Debug, "Service method '{Method}' was cancelled.")]
    public static partial void CallCancelled(ILogger logger, string method);

    [LoggerMessage(9003, LogLevel.Debug, "The deadline of service method '{Method}' passed.")]
    public static partial void DeadlineExceeded(ILogger logger, string method);

    [LoggerMessage(9004, LogLevel.Warning, "Service method '{Method}' could not be ended at its deadline.")]
    public static partial void DeadlineFailed(ILogger logger, string method, Exception exception);

    [LoggerMessage(9005, LogLevel.Warning, "Metadata '{Key}' of service method '{Method}' was dropped: HTTP cannot carry its value.")]
    public static partial void MetadataDropped(ILogger logger, string key, string method);

    [LoggerMessage(9006, LogLevel.Debug, "Request refused: {Reason}")]
    public static partial void RequestRefused(ILogger logger, string reason);
}
