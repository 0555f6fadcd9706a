namespace Grpc.AspNetCore.Server;

/// <summary>An interceptor to be made for each call. Immutable.</summary>
public class InterceptorRegistration
{
    private readonly object[] _args;

    internal InterceptorRegistration(Type type, object[] args)
    {
        Type = type;
        _args = [.. args];
    }

    /// <summary>The interceptor's type.</summary>
    public Type Type { get; }

    /// <summary>Arguments of its constructor that do not come from the services.</summary>
    public IReadOnlyList<object> Arguments => _args;

    internal object[] ArgumentArray => _args;
}
