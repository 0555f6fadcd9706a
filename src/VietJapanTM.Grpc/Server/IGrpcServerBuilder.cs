using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>What <c>AddGrpc</c> returns, to configure services further.</summary>
public interface IGrpcServerBuilder
{
    /// <summary>The service collection.</summary>
    IServiceCollection Services { get; }
}
