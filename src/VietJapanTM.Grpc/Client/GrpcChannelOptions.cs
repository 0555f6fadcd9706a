using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client;

/// <summary>Options of a channel; read once, when it is made.</summary>
public sealed class GrpcChannelOptions
{
    /// <summary>Credentials that fit the address's scheme; null means those of the scheme. Default null.</summary>
    public ChannelCredentials? Credentials { get; set; }

    /// <summary>Largest message to send in bytes, before compression; null means no limit. Default null.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>Largest message to receive in bytes, after decompression; null means no limit. Default 4 MiB.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>Where the channel logs; null means nowhere. Default null.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The HTTP client to use; exclusive with <see cref="HttpHandler"/>. Default null.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>The HTTP handler to use, as for a proxy or certificates of one's own; null means a handler of the channel's own that
    /// connects directly. Default null.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Whether the given client or handler is disposed with the channel. Default false.</summary>
    public bool DisposeHttpClient { get; set; }

    /// <summary>Whether a call that is cancelled or past its deadline throws <see cref="OperationCanceledException"/> instead of
    /// <see cref="RpcException"/>. Default false.</summary>
    public bool ThrowOperationCanceledOnCancellation { get; set; }

    /// <summary>Whether call credentials are sent without TLS, for all on the way to read. Default false.</summary>
    public bool UnsafeUseInsecureChannelCallCredentials { get; set; }

    /// <summary>The clock behind deadlines.</summary>
    internal TimeProvider Time { get; set; } = TimeProvider.System;
}
