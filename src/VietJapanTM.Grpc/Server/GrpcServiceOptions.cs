using System.IO.Compression;

namespace Grpc.AspNetCore.Server;

/// <summary>Options of all services, set in <c>AddGrpc</c>; read once, when a service is mapped.</summary>
public class GrpcServiceOptions
{
    internal const int DefaultMaxReceiveMessageSize = 4 * 1024 * 1024;

    private int? _maxReceiveMessageSize;
    private int? _maxSendMessageSize;

    /// <summary>Largest message to receive in bytes, after decompression; null means no limit. Default 4 MiB.</summary>
    public int? MaxReceiveMessageSize
    {
        get => _maxReceiveMessageSize;
        set
        {
            _maxReceiveMessageSize = value;
            IsMaxReceiveMessageSizeSet = true;
        }
    }

    /// <summary>Largest message to send in bytes, before compression; null means no limit. Default null.</summary>
    public int? MaxSendMessageSize
    {
        get => _maxSendMessageSize;
        set
        {
            _maxSendMessageSize = value;
            IsMaxSendMessageSizeSet = true;
        }
    }

    /// <summary>Whether the client sees the type and text of exceptions that a handler lets escape. Default false.</summary>
    public bool? EnableDetailedErrors { get; set; }

    /// <summary>Whether calls of unknown services are left to the other endpoints instead of answered UNIMPLEMENTED. Default false.</summary>
    public bool? IgnoreUnknownServices { get; set; }

    /// <summary>How responses are compressed where the client accepts it: <c>gzip</c>, <c>deflate</c>, or null for not at all. Default null.</summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>How hard responses are compressed. Default <see cref="CompressionLevel.Fastest"/>.</summary>
    public CompressionLevel? ResponseCompressionLevel { get; set; }

    /// <summary>The interceptors around each call, the first one outermost.</summary>
    public InterceptorCollection Interceptors { get; } = [];

    internal bool IsMaxReceiveMessageSizeSet { get; private set; }

    internal bool IsMaxSendMessageSizeSet { get; private set; }
}

/// <summary>
/// Options of one service. What is not set falls back to <see cref="GrpcServiceOptions"/>; its interceptors run inside the common ones.
/// </summary>
/// <typeparam name="TService">The service's type.</typeparam>
public class GrpcServiceOptions<TService> : GrpcServiceOptions
    where TService : class
{
}
