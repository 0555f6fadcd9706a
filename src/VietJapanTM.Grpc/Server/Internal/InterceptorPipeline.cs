using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Puts one interceptor around a handler. The instance lives as long as one call.</summary>
internal sealed class InterceptorPipeline(InterceptorRegistration registration)
{
    private readonly ObjectFactory _factory =
        ActivatorUtilities.CreateFactory(registration.Type, [.. registration.Arguments.Select(argument => argument.GetType())]);

    public UnaryServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(UnaryServerMethod<TRequest, TResponse> next)
        where TRequest : class
        where TResponse : class => async (request, context) =>
        {
            var interceptor = Activate(context);
            try
            {
                return await interceptor.Instance.UnaryServerHandler(request, context, next);
            }
            finally
            {
                await interceptor.ReleaseAsync();
            }
        };

    public ClientStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(ClientStreamingServerMethod<TRequest, TResponse> next)
        where TRequest : class
        where TResponse : class => async (requests, context) =>
        {
            var interceptor = Activate(context);
            try
            {
                return await interceptor.Instance.ClientStreamingServerHandler(requests, context, next);
            }
            finally
            {
                await interceptor.ReleaseAsync();
            }
        };

    public ServerStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(ServerStreamingServerMethod<TRequest, TResponse> next)
        where TRequest : class
        where TResponse : class => async (request, responses, context) =>
        {
            var interceptor = Activate(context);
            try
            {
                await interceptor.Instance.ServerStreamingServerHandler(request, responses, context, next);
            }
            finally
            {
                await interceptor.ReleaseAsync();
            }
        };

    public DuplexStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(DuplexStreamingServerMethod<TRequest, TResponse> next)
        where TRequest : class
        where TResponse : class => async (requests, responses, context) =>
        {
            var interceptor = Activate(context);
            try
            {
                await interceptor.Instance.DuplexStreamingServerHandler(requests, responses, context, next);
            }
            finally
            {
                await interceptor.ReleaseAsync();
            }
        };

    private Activated<Interceptor> Activate(ServerCallContext context)
    {
        var services = context.GetHttpContext().RequestServices;
        return registration.Arguments.Count == 0 && services.GetService(registration.Type) is Interceptor registered
            ? new Activated<Interceptor>(registered, IsOwned: false)
            : new Activated<Interceptor>((Interceptor)_factory(services, registration.ArgumentArray), IsOwned: true);
    }
}
