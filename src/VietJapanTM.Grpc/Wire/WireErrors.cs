using System.Globalization;
using Grpc.Core;

namespace Grpc.Wire;

/// <summary>The protocol's failures that both sides know.</summary>
internal static class WireErrors
{
    /// <summary>A message came that is larger than <paramref name="limit"/> bytes.</summary>
    public static RpcException ReceivedMessageTooLarge(int limit) => TooLarge("Received", limit, "Send less in one message.");

    /// <summary>A message to send is larger than <paramref name="limit"/> bytes.</summary>
    public static RpcException SentMessageTooLarge(int limit) => TooLarge("Sending", limit, "Ask for less in one message.");

    public static RpcException Internal(string detail, Exception? cause = null) => new(new Status(StatusCode.Internal, detail, cause));

    private static RpcException TooLarge(string which, int limit, string remedy) => new(new Status(
        StatusCode.ResourceExhausted,
        string.Create(CultureInfo.InvariantCulture, $"{which} message exceeds the maximum configured message size of {limit} bytes. {remedy}")));
}
