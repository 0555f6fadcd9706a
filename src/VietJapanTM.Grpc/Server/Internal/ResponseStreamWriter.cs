using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>The handler's way to the client's stream.</summary>
internal sealed class ResponseStreamWriter<T>(HttpContextServerCallContext call, Marshaller<T> marshaller) : IServerStreamWriter<T>
    where T : class
{
    private WriteOptions? _writeOptions;

    public WriteOptions? WriteOptions
    {
        get => _writeOptions ?? call.WriteOptions;
        set => _writeOptions = value;
    }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            return call.WriteAsync(message, marshaller, WriteOptions?.Flags ?? default, cancellationToken).AsTask();
        }
        catch (OperationCanceledException e)
        {
            return Task.FromCanceled(e.CancellationToken.IsCancellationRequested ? e.CancellationToken : new CancellationToken(true));
        }
        catch (Exception e)
        {
            return Task.FromException(e);
        }
    }
}
