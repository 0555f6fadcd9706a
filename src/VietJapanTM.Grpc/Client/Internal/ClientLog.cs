using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client.Internal;

/// <summary>The client's log lines: events 9100 to 9199. None carries message content.</summary>
internal static partial class ClientLog
{
    [LoggerMessage(9100, LogLevel.Debug, "Call of '{Method}' failed with status {StatusCode}.")]
    public static partial void CallFailed(ILogger logger, string method, StatusCode statusCode, Exception? exception);

    [LoggerMessage(9101, LogLevel.Warning, "Call credentials of '{Method}' were not sent: the channel has no TLS.")]
    public static partial void CredentialsNotSent(ILogger logger, string method);

    [LoggerMessage(9102, LogLevel.Warning, "Metadata '{Key}' of '{Method}' was dropped: HTTP cannot carry its value.")]
    public static partial void MetadataDropped(ILogger logger, string key, string method);
}
