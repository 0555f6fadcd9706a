using System.Collections;
using Grpc.Core.Interceptors;

namespace Grpc.AspNetCore.Server;

/// <summary>The interceptors around a call, the first one outermost. Filled at start, not safe for several threads.</summary>
public class InterceptorCollection : IReadOnlyList<InterceptorRegistration>
{
    private readonly List<InterceptorRegistration> _registrations = [];

    /// <summary>Number of interceptors.</summary>
    public int Count => _registrations.Count;

    /// <summary>The interceptor at a position.</summary>
    public InterceptorRegistration this[int index] => _registrations[index];

    /// <summary>Adds an interceptor by type: it comes from the call's services, or is made for each call from them and these arguments.</summary>
    public void Add<TInterceptor>(params object[] args)
        where TInterceptor : Interceptor => Add(typeof(TInterceptor), args);

    /// <summary>Adds an interceptor by type.</summary>
    /// <exception cref="ArgumentException">The type is no <see cref="Interceptor"/>.</exception>
    public void Add(Type interceptorType, params object[] args)
    {
        ArgumentNullException.ThrowIfNull(interceptorType);
        ArgumentNullException.ThrowIfNull(args);
        if (!interceptorType.IsSubclassOf(typeof(Interceptor)))
        {
            throw new ArgumentException($"Type must inherit from {typeof(Interceptor)}.", nameof(interceptorType));
        }

        _registrations.Add(new InterceptorRegistration(interceptorType, args));
    }

    /// <inheritdoc/>
    public IEnumerator<InterceptorRegistration> GetEnumerator() => _registrations.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
