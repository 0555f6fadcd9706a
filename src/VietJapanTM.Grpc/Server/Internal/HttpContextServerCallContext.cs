using System.Net.Sockets;
using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>
/// One call over one HTTP/2 request: what the handler sees of it (here), its start, its messages in and out, and its end (the other parts).
/// </summary>
internal sealed partial class HttpContextServerCallContext(HttpContext httpContext, ServerMethod method) : ServerCallContext
{
    /// <summary>Where the user state keeps the HTTP request, for contexts that wrap this one.</summary>
    public const string HttpContextKey = "__HttpContext";

    private readonly ServiceSettings _settings = method.Settings;
    private Metadata? _requestHeaders;
    private Metadata? _responseTrailers;
    private Dictionary<object, object>? _userState;
    private AuthContext? _authContext;
    private DateTime _deadline = DateTime.MaxValue;
    private CancellationToken _cancellationToken;
    private Status _status;

    public HttpContext HttpContext { get; } = httpContext;

    protected override string MethodCore => method.FullName;

    protected override string HostCore => HttpContext.Request.Host.Value ?? "";

    protected override string PeerCore
    {
        get
        {
            var connection = HttpContext.Connection;
            return connection.RemoteIpAddress switch
            {
                null => "unknown",
                { AddressFamily: AddressFamily.InterNetworkV6 } v6 => $"ipv6:[{v6}]:{connection.RemotePort}",
                var v4 => $"ipv4:{v4}:{connection.RemotePort}",
            };
        }
    }

    protected override DateTime DeadlineCore => _deadline;

    protected override CancellationToken CancellationTokenCore => _cancellationToken;

    protected override Metadata RequestHeadersCore => _requestHeaders ??= ReadRequestHeaders();

    protected override Metadata ResponseTrailersCore => _responseTrailers ??= [];

    protected override Status StatusCore
    {
        get => _status;
        set => _status = value;
    }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => _authContext ??= PeerIdentity.Of(HttpContext.Connection.ClientCertificate);

    protected override IDictionary<object, object> UserStateCore => _userState ??= new() { [HttpContextKey] = HttpContext };

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options)
    {
        options ??= ContextPropagationOptions.Default;
        return new ServerCallPropagationToken(
            options.IsPropagateDeadline ? _deadline : DateTime.MaxValue,
            options.IsPropagateCancellation ? _cancellationToken : CancellationToken.None);
    }

    private Metadata ReadRequestHeaders()
    {
        var metadata = new Metadata();
        foreach (var (key, values) in HttpContext.Request.Headers)
        {
            foreach (var value in values)
            {
                WireHeaders.AddReceived(metadata, key, value ?? "");
            }
        }

        return metadata;
    }
}
