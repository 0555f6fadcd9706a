namespace Grpc.Core;

/// <summary>A stream of messages to the peer. One write at a time.</summary>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>Options of the following writes; null means the call's own.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Writes a message; completes when the transport has taken it.</summary>
    /// <exception cref="InvalidOperationException">A write is under way, or the call has ended.</exception>
    Task WriteAsync(T message);

    /// <summary>Writes a message unless the token is cancelled; a write that is cancelled half-way ends the call.</summary>
    /// <exception cref="NotSupportedException">An implementation that does not support cancellation was given a token.</exception>
    Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
        {
            throw new NotSupportedException("Cancellation of stream writes is not supported by this gRPC implementation.");
        }

        return WriteAsync(message);
    }
}

/// <summary>The server's stream of responses; it ends when the handler returns.</summary>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>
{
}

/// <summary>The client's stream of requests.</summary>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Ends the stream; the server sees its end.</summary>
    Task CompleteAsync();
}
