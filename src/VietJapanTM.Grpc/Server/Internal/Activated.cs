namespace Grpc.AspNetCore.Server.Internal;

/// <summary>A service or an interceptor for one call: lent by the container, or made for the call and disposed with it.</summary>
internal readonly record struct Activated<T>(T Instance, bool IsOwned)
    where T : class
{
    public ValueTask ReleaseAsync()
    {
        if (!IsOwned)
        {
            return default;
        }

        if (Instance is IAsyncDisposable asynchronous)
        {
            return asynchronous.DisposeAsync();
        }

        (Instance as IDisposable)?.Dispose();
        return default;
    }
}
