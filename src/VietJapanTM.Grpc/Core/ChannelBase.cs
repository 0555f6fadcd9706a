namespace Grpc.Core;

/// <summary>A connection to a server over which calls go.</summary>
public abstract class ChannelBase
{
    /// <summary>Creates a channel.</summary>
    protected ChannelBase(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Target = target;
    }

    /// <summary>The address as <c>host:port</c>.</summary>
    public string Target { get; }

    /// <summary>A new invoker over this channel.</summary>
    public abstract CallInvoker CreateCallInvoker();

    /// <summary>Ends the channel and the calls on it.</summary>
    public Task ShutdownAsync() => ShutdownAsyncCore();

    /// <inheritdoc cref="ShutdownAsync"/>
    protected virtual Task ShutdownAsyncCore() => Task.CompletedTask;
}
