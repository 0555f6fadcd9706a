namespace Grpc.Core;

/// <summary>Options of a call. Immutable: each <c>With…</c> returns a changed copy.</summary>
public struct CallOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="headers">Headers to send.</param>
    /// <param name="deadline">When the call must have ended, best in UTC; null means never.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="writeOptions">Options of the requests' writes.</param>
    /// <param name="propagationToken">Deadline and cancellation of the server call that makes this call.</param>
    /// <param name="credentials">What the call adds to prove an identity.</param>
    public CallOptions(
        Metadata? headers = null,
        DateTime? deadline = null,
        CancellationToken cancellationToken = default,
        WriteOptions? writeOptions = null,
        ContextPropagationToken? propagationToken = null,
        CallCredentials? credentials = null)
    {
        Headers = headers;
        Deadline = deadline;
        CancellationToken = cancellationToken;
        WriteOptions = writeOptions;
        PropagationToken = propagationToken;
        Credentials = credentials;
    }

    /// <summary>Headers to send, or null.</summary>
    public Metadata? Headers { readonly get; private set; }

    /// <summary>When the call must have ended, or null.</summary>
    public DateTime? Deadline { readonly get; private set; }

    /// <summary>Cancels the call.</summary>
    public CancellationToken CancellationToken { readonly get; private set; }

    /// <summary>Options of the requests' writes, or null.</summary>
    public WriteOptions? WriteOptions { readonly get; private set; }

    /// <summary>Deadline and cancellation of the server call that makes this call, or null.</summary>
    public ContextPropagationToken? PropagationToken { readonly get; private set; }

    /// <summary>What the call adds to prove an identity, or null.</summary>
    public CallCredentials? Credentials { readonly get; private set; }

    /// <summary>A copy with other headers.</summary>
    public readonly CallOptions WithHeaders(Metadata headers) => this with { Headers = headers };

    /// <summary>A copy with another deadline.</summary>
    public readonly CallOptions WithDeadline(DateTime deadline) => this with { Deadline = deadline };

    /// <summary>A copy with another token.</summary>
    public readonly CallOptions WithCancellationToken(CancellationToken cancellationToken) => this with { CancellationToken = cancellationToken };

    /// <summary>A copy with other write options.</summary>
    public readonly CallOptions WithWriteOptions(WriteOptions writeOptions) => this with { WriteOptions = writeOptions };

    /// <summary>A copy with another propagation token.</summary>
    public readonly CallOptions WithPropagationToken(ContextPropagationToken propagationToken) => this with { PropagationToken = propagationToken };

    /// <summary>A copy with other credentials.</summary>
    public readonly CallOptions WithCredentials(CallCredentials credentials) => this with { Credentials = credentials };
}
