namespace Grpc.Core;

/// <summary>A call that ends with a status other than OK. Thrown by clients; thrown by handlers to answer with that status.</summary>
public class RpcException : Exception
{
    /// <summary>Creates the exception without trailers.</summary>
    public RpcException(Status status)
        : this(status, new Metadata())
    {
    }

    /// <summary>Creates the exception with a message of its own; the peer sees the status only.</summary>
    public RpcException(Status status, string message)
        : this(status, new Metadata(), message)
    {
    }

    /// <summary>Creates the exception with trailers, such as <c>grpc-status-details-bin</c>.</summary>
    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    /// <summary>Creates the exception with trailers and a message of its own.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="trailers"/> is null.</exception>
    public RpcException(Status status, Metadata trailers, string message)
        : base(message, status.DebugException)
    {
        ArgumentNullException.ThrowIfNull(trailers);
        Status = status;
        Trailers = trailers;
    }

    /// <summary>The status.</summary>
    public Status Status { get; }

    /// <summary>The status's code.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>The trailers that came, or go, with the status.</summary>
    public Metadata Trailers { get; }
}
