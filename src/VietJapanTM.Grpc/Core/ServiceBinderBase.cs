namespace Grpc.Core;

/// <summary>Receives the methods of a service one by one; generated code calls it.</summary>
public abstract class ServiceBinderBase
{
    /// <summary>Adds a unary method; the handler is null where only the description is known.</summary>
    public virtual void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
        where TRequest : class
        where TResponse : class => throw Unsupported(method);

    /// <summary>Adds a client streaming method; the handler is null where only the description is known.</summary>
    public virtual void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class
        where TResponse : class => throw Unsupported(method);

    /// <summary>Adds a server streaming method; the handler is null where only the description is known.</summary>
    public virtual void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class
        where TResponse : class => throw Unsupported(method);

    /// <summary>Adds a duplex streaming method; the handler is null where only the description is known.</summary>
    public virtual void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
        where TRequest : class
        where TResponse : class => throw Unsupported(method);

    private static NotSupportedException Unsupported(IMethod method) => new($"This binder takes no {method.Type} method ({method.FullName}).");
}
