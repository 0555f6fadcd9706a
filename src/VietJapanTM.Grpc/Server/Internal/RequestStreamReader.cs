using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>The handler's view of the client's stream.</summary>
internal sealed class RequestStreamReader<T>(HttpContextServerCallContext call, Marshaller<T> marshaller) : IAsyncStreamReader<T>
    where T : class
{
    private T? _current;
    private bool _isAtEnd;

    public T Current => _current ?? throw new InvalidOperationException("No current element is available.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (_isAtEnd)
        {
            return false;
        }

        // The call's own token need not be linked: a call that is cancelled or past its deadline ends its request's pipe.
        var token = cancellationToken.CanBeCanceled ? cancellationToken : call.CancellationToken;
        token.ThrowIfCancellationRequested();
        _current = await call.ReadAsync(marshaller, token);
        _isAtEnd = _current is null;
        return !_isAtEnd;
    }
}
