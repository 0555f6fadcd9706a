namespace Grpc.Core;

/// <summary>Credentials of a whole channel: with TLS or without, and what each call adds. Immutable.</summary>
public abstract class ChannelCredentials
{
    private protected ChannelCredentials()
    {
    }

    /// <summary>No TLS: for an <c>http</c> address.</summary>
    public static ChannelCredentials Insecure { get; } = new InsecureCredentials();

    /// <summary>TLS with the system's root certificates: for an <c>https</c> address.</summary>
    public static ChannelCredentials SecureSsl { get; } = new SslCredentials();

    /// <summary>Whether the channel needs TLS.</summary>
    internal abstract bool IsSecure { get; }

    /// <summary>What each call adds, or null.</summary>
    internal virtual CallCredentials? CallCredentials => null;

    /// <summary>Channel credentials whose calls all carry the call credentials.</summary>
    /// <exception cref="ArgumentException">The channel credentials carry call credentials already.</exception>
    public static ChannelCredentials Create(ChannelCredentials channelCredentials, CallCredentials callCredentials)
    {
        ArgumentNullException.ThrowIfNull(channelCredentials);
        ArgumentNullException.ThrowIfNull(callCredentials);
        return channelCredentials.CallCredentials is null
            ? new CompositeChannelCredentials(channelCredentials, callCredentials)
            : throw new ArgumentException("These channel credentials cannot be composed.", nameof(channelCredentials));
    }

    private sealed class InsecureCredentials : ChannelCredentials
    {
        internal override bool IsSecure => false;
    }

    private sealed class CompositeChannelCredentials(ChannelCredentials channel, CallCredentials call) : ChannelCredentials
    {
        internal override bool IsSecure => channel.IsSecure;

        internal override CallCredentials CallCredentials => call;
    }
}

/// <summary>TLS with the system's root certificates; certificates of one's own belong to the channel's HTTP handler.</summary>
public sealed class SslCredentials : ChannelCredentials
{
    internal override bool IsSecure => true;
}
