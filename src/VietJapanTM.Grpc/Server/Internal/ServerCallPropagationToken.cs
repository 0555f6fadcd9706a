using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>A server call's deadline and cancellation, for the calls that its handler makes.</summary>
internal sealed class ServerCallPropagationToken(DateTime deadline, CancellationToken cancellationToken)
    : ContextPropagationToken(deadline, cancellationToken);
