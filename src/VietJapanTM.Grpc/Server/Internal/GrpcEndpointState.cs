namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Shows that <c>AddGrpc</c> was called, and remembers what is mapped once only.</summary>
internal sealed class GrpcEndpointState
{
    public bool IsUnknownServiceMapped { get; set; }
}
