using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Answers the HTTP requests of one method; its four kinds differ only in what they read and write.</summary>
internal abstract class CallHandler(ServerMethod method)
{
    public Task HandleAsync(HttpContext http) =>
        RequestGuard.TryRefuse(http, method.Settings.Logger) ? Task.CompletedTask : RunAsync(new HttpContextServerCallContext(http, method));

    protected abstract Task InvokeAsync(HttpContextServerCallContext call);

    private async Task RunAsync(HttpContextServerCallContext call)
    {
        try
        {
            if (call.TryStart())
            {
                await InvokeAsync(call);
            }
        }
        catch (Exception e)
        {
            call.Fail(e);
        }

        await call.EndAsync();
    }
}

internal sealed class UnaryCallHandler<TRequest, TResponse>(
    ServerMethod shared, Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler) : CallHandler(shared)
    where TRequest : class
    where TResponse : class
{
    protected override async Task InvokeAsync(HttpContextServerCallContext call)
    {
        var request = await call.ReadSingleAsync(method.RequestMarshaller);
        var response = await handler(request, call);
        await call.WriteSingleAsync(response, method.ResponseMarshaller);
    }
}

internal sealed class ClientStreamingCallHandler<TRequest, TResponse>(
    ServerMethod shared, Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse> handler) : CallHandler(shared)
    where TRequest : class
    where TResponse : class
{
    protected override async Task InvokeAsync(HttpContextServerCallContext call)
    {
        var response = await handler(new RequestStreamReader<TRequest>(call, method.RequestMarshaller), call);
        await call.WriteSingleAsync(response, method.ResponseMarshaller);
    }
}

internal sealed class ServerStreamingCallHandler<TRequest, TResponse>(
    ServerMethod shared, Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse> handler) : CallHandler(shared)
    where TRequest : class
    where TResponse : class
{
    protected override async Task InvokeAsync(HttpContextServerCallContext call)
    {
        var request = await call.ReadSingleAsync(method.RequestMarshaller);
        await handler(request, new ResponseStreamWriter<TResponse>(call, method.ResponseMarshaller), call);
    }
}

internal sealed class DuplexStreamingCallHandler<TRequest, TResponse>(
    ServerMethod shared, Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse> handler) : CallHandler(shared)
    where TRequest : class
    where TResponse : class
{
    protected override Task InvokeAsync(HttpContextServerCallContext call) => handler(
        new RequestStreamReader<TRequest>(call, method.RequestMarshaller),
        new ResponseStreamWriter<TResponse>(call, method.ResponseMarshaller),
        call);
}
