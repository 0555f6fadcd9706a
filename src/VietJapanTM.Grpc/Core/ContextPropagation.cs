namespace Grpc.Core;

/// <summary>What a call inherits from the call that makes it. Immutable.</summary>
public class ContextPropagationOptions
{
    /// <summary>Inherit both deadline and cancellation.</summary>
    public static readonly ContextPropagationOptions Default = new();

    /// <summary>Creates options.</summary>
    public ContextPropagationOptions(bool propagateDeadline = true, bool propagateCancellation = true)
    {
        IsPropagateDeadline = propagateDeadline;
        IsPropagateCancellation = propagateCancellation;
    }

    /// <summary>Whether the deadline is inherited.</summary>
    public bool IsPropagateDeadline { get; }

    /// <summary>Whether cancellation is inherited.</summary>
    public bool IsPropagateCancellation { get; }
}

/// <summary>A token that carries a server call's deadline and cancellation into the calls that it makes.</summary>
public abstract class ContextPropagationToken
{
    private protected ContextPropagationToken(DateTime deadline, CancellationToken cancellationToken)
    {
        Deadline = deadline;
        CancellationToken = cancellationToken;
    }

    /// <summary>The inherited deadline in UTC; <see cref="DateTime.MaxValue"/> means none.</summary>
    internal DateTime Deadline { get; }

    /// <summary>The inherited cancellation.</summary>
    internal CancellationToken CancellationToken { get; }
}
