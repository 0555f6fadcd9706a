using Grpc.AspNetCore.Server.Internal;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps services to endpoints.</summary>
public static class GrpcEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the methods of a service. Its instance comes from the call's services where it is registered there, and is otherwise made
    /// for each call and disposed after it.
    /// </summary>
    /// <exception cref="InvalidOperationException"><c>AddGrpc</c> was not called, or the type is no service.</exception>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder builder)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        return EndpointMapper.MapService<TService>(builder);
    }

    /// <summary>Maps the methods of a definition, which brings its instance along.</summary>
    /// <exception cref="InvalidOperationException"><c>AddGrpc</c> was not called.</exception>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService(
        this IEndpointRouteBuilder builder, ServerServiceDefinition serviceDefinition)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(serviceDefinition);
        return EndpointMapper.MapDefinition(builder, serviceDefinition);
    }
}
