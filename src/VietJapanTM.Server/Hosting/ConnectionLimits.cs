using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace VietJapanTM.Server.Hosting;

/// <summary>
/// What a connection may cost. Kestrel's own guards stay as they are: it ends a connection that resets its streams too fast, floods it with
/// PING or SETTINGS, or sends headers without an end. Times are those of the wall, and Kestrel looks at them once a second.
/// </summary>
public sealed record ConnectionLimits
{
    private const double LeastBytesPerSecond = 240;

    /// <summary>How many connections may be open; one more is closed at once. 1 or more, default 1,024.</summary>
    public int MaxConnections { get; init; } = 1_024;

    /// <summary>How many calls a connection may have under way; a client's library lets the next one wait. 1 or more, default 100.</summary>
    public int MaxCallsPerConnection { get; init; } = 100;

    /// <summary>How many calls of all connections may wait for a processor; one more is refused as UNAVAILABLE. 0 or more, default 4,096.</summary>
    public int MaxWaitingCalls { get; init; } = 4_096;

    /// <summary>How long a connection may live without a call, its greeting included. At least 1 second, default 2 minutes.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the headers of a call may take. At least 1 second, default 10 seconds.</summary>
    public TimeSpan Headers { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After how long a silence the server asks whether the client still lives. At least 1 second, default 1 minute.</summary>
    public TimeSpan PingAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long it waits for the answer before it ends the connection and its calls. At least 1 second, default 1 minute: a server or a client
    /// that is overloaded answers late, and must not be taken for dead.
    /// </summary>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a message may come or go at less than 240 bytes a second before the connection ends. More than 1 second, default 30 seconds: a
    /// server that is overloaded moves bytes late itself, and must not blame its clients.
    /// </summary>
    public TimeSpan SlowMessage { get; init; } = TimeSpan.FromSeconds(30);

    internal void Apply(KestrelServerLimits limits)
    {
        limits.MaxConcurrentConnections = MaxConnections;
        limits.KeepAliveTimeout = Idle;
        limits.RequestHeadersTimeout = Headers;
        limits.MinRequestBodyDataRate = new MinDataRate(LeastBytesPerSecond, SlowMessage);
        limits.MinResponseDataRate = new MinDataRate(LeastBytesPerSecond, SlowMessage);
        limits.Http2.MaxStreamsPerConnection = MaxCallsPerConnection;
        limits.Http2.KeepAlivePingDelay = PingAfter;
        limits.Http2.KeepAlivePingTimeout = PingTimeout;
    }
}
