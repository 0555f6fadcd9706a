using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Receives a service's methods with their handlers and maps each, within its interceptors, to an endpoint.</summary>
internal sealed class MethodMapper(IEndpointRouteBuilder routes, Type serviceType, ServiceSettings settings) : ServiceBinderBase
{
    private readonly InterceptorPipeline[] _inmostFirst =
        [.. settings.Interceptors.Reverse().Select(registration => new InterceptorPipeline(registration))];

    public List<IEndpointConventionBuilder> Endpoints { get; } = [];

    public HashSet<string> ServiceNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Attributes of the handler's method, for the endpoint's metadata; set before each method where there is one.</summary>
    public object[] HandlerAttributes { get; set; } = [];

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var pipeline = _inmostFirst.Aggregate(NotNull(handler), (next, interceptor) => interceptor.Around(next));
        Map(method, new UnaryCallHandler<TRequest, TResponse>(Shared(method), method, pipeline));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var pipeline = _inmostFirst.Aggregate(NotNull(handler), (next, interceptor) => interceptor.Around(next));
        Map(method, new ClientStreamingCallHandler<TRequest, TResponse>(Shared(method), method, pipeline));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var pipeline = _inmostFirst.Aggregate(NotNull(handler), (next, interceptor) => interceptor.Around(next));
        Map(method, new ServerStreamingCallHandler<TRequest, TResponse>(Shared(method), method, pipeline));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var pipeline = _inmostFirst.Aggregate(NotNull(handler), (next, interceptor) => interceptor.Around(next));
        Map(method, new DuplexStreamingCallHandler<TRequest, TResponse>(Shared(method), method, pipeline));
    }

    private static T NotNull<T>(T? handler)
        where T : Delegate
    {
        ArgumentNullException.ThrowIfNull(handler);
        return handler;
    }

    private ServerMethod Shared(IMethod method) => new(method, settings);

    private void Map(IMethod method, CallHandler handler)
    {
        ServiceNames.Add(method.ServiceName);
        var endpoint = routes.MapPost(method.FullName, (RequestDelegate)handler.HandleAsync);
        endpoint.WithDisplayName($"gRPC - {method.FullName}");
        endpoint.WithMetadata([new GrpcMethodMetadata(serviceType, method), .. serviceType.GetCustomAttributes(inherit: true), .. HandlerAttributes]);
        Endpoints.Add(endpoint);
    }
}
