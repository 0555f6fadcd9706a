using Grpc.Core;

namespace Grpc.Wire;

/// <summary>The protocol's failures that both sides know.</summary>
internal static class WireErrors
{
    public static RpcException ReceivedMessageTooLarge() =>
        new(new Status(StatusCode.ResourceExhausted, "Received message exceeds the maximum configured message size."));

    public static RpcException SentMessageTooLarge() =>
        new(new Status(StatusCode.ResourceExhausted, "Sending message exceeds the maximum configured message size."));

    public static RpcException Internal(string detail, Exception? cause = null) => new(new Status(StatusCode.Internal, detail, cause));
}
