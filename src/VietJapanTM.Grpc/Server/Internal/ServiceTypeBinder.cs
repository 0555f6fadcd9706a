using System.Reflection;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Turns the methods of a service type into handlers that activate the service for each call.</summary>
internal sealed class ServiceTypeBinder<TService>(MethodMapper mapper) : ServiceBinderBase
    where TService : class
{
    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var invoke = Open<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>(method);
        mapper.AddMethod(method, (UnaryServerMethod<TRequest, TResponse>)(async (request, context) =>
        {
            var service = ServiceActivator<TService>.Activate(context);
            try
            {
                return await invoke(service.Instance, request, context);
            }
            finally
            {
                await service.ReleaseAsync();
            }
        }));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var invoke = Open<Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>>>(method);
        mapper.AddMethod(method, (ClientStreamingServerMethod<TRequest, TResponse>)(async (requests, context) =>
        {
            var service = ServiceActivator<TService>.Activate(context);
            try
            {
                return await invoke(service.Instance, requests, context);
            }
            finally
            {
                await service.ReleaseAsync();
            }
        }));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var invoke = Open<Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>(method);
        mapper.AddMethod(method, (ServerStreamingServerMethod<TRequest, TResponse>)(async (request, responses, context) =>
        {
            var service = ServiceActivator<TService>.Activate(context);
            try
            {
                await invoke(service.Instance, request, responses, context);
            }
            finally
            {
                await service.ReleaseAsync();
            }
        }));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var invoke = Open<Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task>>(method);
        mapper.AddMethod(method, (DuplexStreamingServerMethod<TRequest, TResponse>)(async (requests, responses, context) =>
        {
            var service = ServiceActivator<TService>.Activate(context);
            try
            {
                await invoke(service.Instance, requests, responses, context);
            }
            finally
            {
                await service.ReleaseAsync();
            }
        }));
    }

    /// <summary>The service's method as a delegate that takes the instance first; remembers the method's attributes for its endpoint.</summary>
    private TDelegate Open<TDelegate>(IMethod method)
        where TDelegate : Delegate
    {
        var parameters = typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Skip(1).Select(parameter => parameter.ParameterType);
        var found = typeof(TService).GetMethod(method.Name, BindingFlags.Public | BindingFlags.Instance, [.. parameters])
            ?? throw new InvalidOperationException($"{typeof(TService)} has no method {method.Name} of the kind {method.Type}.");
        mapper.HandlerAttributes = found.GetCustomAttributes(inherit: true);
        return found.CreateDelegate<TDelegate>();
    }
}
