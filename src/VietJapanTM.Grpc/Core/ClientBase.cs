using Grpc.Core.Interceptors;

namespace Grpc.Core;

/// <summary>The base of generated clients. Safe for several threads.</summary>
public abstract class ClientBase
{
    private readonly ClientBaseConfiguration? _configuration;

    /// <summary>A client without a channel, for test doubles that override every method.</summary>
    protected ClientBase()
    {
    }

    /// <summary>A client over a channel.</summary>
    protected ClientBase(ChannelBase channel)
        : this(NotNull(channel).CreateCallInvoker())
    {
    }

    /// <summary>A client over an invoker.</summary>
    protected ClientBase(CallInvoker callInvoker)
        : this(new ClientBaseConfiguration(callInvoker, null))
    {
    }

    /// <summary>A client with a given configuration.</summary>
    protected ClientBase(ClientBaseConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _configuration = configuration;
        CallInvoker = configuration.Host is { } host
            ? configuration.CallInvoker.Intercept(new HostInterceptor(host))
            : configuration.CallInvoker;
    }

    /// <summary>Starts the calls.</summary>
    /// <exception cref="InvalidOperationException">The client was made without a channel.</exception>
    protected CallInvoker CallInvoker
    {
        get => field ?? throw new InvalidOperationException("This client has no channel.");
    }

    internal ClientBaseConfiguration Configuration =>
        _configuration ?? throw new InvalidOperationException("This client has no channel.");

    private static ChannelBase NotNull(ChannelBase channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel;
    }

    /// <summary>What a client needs to make a changed copy of itself. Immutable.</summary>
    protected internal class ClientBaseConfiguration
    {
        internal ClientBaseConfiguration(CallInvoker callInvoker, string? host)
        {
            ArgumentNullException.ThrowIfNull(callInvoker);
            CallInvoker = callInvoker;
            Host = host;
        }

        internal CallInvoker CallInvoker { get; }

        internal string? Host { get; }
    }
}

/// <summary>The base of generated clients, with the client's own type.</summary>
public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    /// <inheritdoc/>
    protected ClientBase()
    {
    }

    /// <inheritdoc/>
    protected ClientBase(ChannelBase channel)
        : base(channel)
    {
    }

    /// <inheritdoc/>
    protected ClientBase(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    /// <inheritdoc/>
    protected ClientBase(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    /// <summary>A copy of the client that asks for another host; the connection stays the same.</summary>
    public T WithHost(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return NewInstance(new ClientBaseConfiguration(Configuration.CallInvoker, host));
    }

    /// <summary>Makes a client of the same type; generated code overrides it.</summary>
    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
