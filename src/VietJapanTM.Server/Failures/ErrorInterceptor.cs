using Grpc.Core;
using Grpc.Core.Interceptors;
using VietJapanTM.Errors;

namespace VietJapanTM.Server.Failures;

/// <summary>Turns the failures of calls of every kind into gRPC statuses; <see cref="ErrorDetails"/> says what clients are told.</summary>
internal sealed partial class ErrorInterceptor(ILogger<ErrorInterceptor> logger, WaitingCalls waiting, StoreDamage damage) : Interceptor
{
    /// <inheritdoc/>
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation) => GuardAsync(context, () => continuation(request, context));

    /// <inheritdoc/>
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation) => GuardAsync(context, () => continuation(requestStream, context));

    /// <inheritdoc/>
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) => GuardAsync(context, async () =>
        {
            await continuation(request, responseStream, context).ConfigureAwait(false);
            return true;
        });

    /// <inheritdoc/>
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) => GuardAsync(context, async () =>
        {
            await continuation(requestStream, responseStream, context).ConfigureAwait(false);
            return true;
        });

    private async Task<T> GuardAsync<T>(ServerCallContext context, Func<Task<T>> call)
    {
        try
        {
            waiting.RequireRoom(context.Method);
            return await call().ConfigureAwait(false);
        }
        catch (DomainException e)
        {
            if (e.Code == ErrorCode.StoreCorrupt && damage.Report())
            {
                LogDamage(logger, context.Method, e);
            }

            throw ErrorDetails.ToRpcException(e);
        }
        catch (Exception) when (context.CancellationToken.IsCancellationRequested)
        {
            // Whoever asked is gone, and a stream to nobody fails in its own way.
            throw new RpcException(new Status(StatusCode.Cancelled, "The call was cancelled."));
        }
        catch (Exception e) when (e is not RpcException and not OperationCanceledException)
        {
            LogUnexpected(logger, context.Method, e);
            throw new RpcException(new Status(StatusCode.Internal, "The server failed. Its log says why."));
        }
    }

    [LoggerMessage(EventId = 1100, Level = LogLevel.Error, Message = "{Method} failed unexpectedly.")]
    private static partial void LogUnexpected(ILogger logger, string method, Exception exception);

    [LoggerMessage(EventId = 1101, Level = LogLevel.Error, Message = "{Method} met a damaged part of the store. Restore the newest backup.")]
    private static partial void LogDamage(ILogger logger, string method, Exception exception);
}
