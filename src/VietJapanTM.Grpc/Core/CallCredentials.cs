namespace Grpc.Core;

/// <summary>Adds metadata that proves an identity, such as an authorization token, to a call.</summary>
/// <param name="context">The call.</param>
/// <param name="metadata">Where the entries go.</param>
public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);

/// <summary>What an <see cref="AsyncAuthInterceptor"/> knows of the call. Immutable.</summary>
public class AuthInterceptorContext
{
    /// <summary>Creates a context.</summary>
    public AuthInterceptorContext(string serviceUrl, string methodName)
    {
        ArgumentNullException.ThrowIfNull(serviceUrl);
        ArgumentNullException.ThrowIfNull(methodName);
        ServiceUrl = serviceUrl;
        MethodName = methodName;
    }

    /// <summary>Address of the service, such as <c>https://host/package.Service</c>.</summary>
    public string ServiceUrl { get; }

    /// <summary>Name of the method within the service.</summary>
    public string MethodName { get; }
}

/// <summary>Credentials of single calls. Immutable.</summary>
public abstract class CallCredentials
{
    private protected CallCredentials()
    {
    }

    /// <summary>Credentials that add metadata to each call.</summary>
    public static CallCredentials FromInterceptor(AsyncAuthInterceptor interceptor)
    {
        ArgumentNullException.ThrowIfNull(interceptor);
        return new InterceptorCredentials(interceptor);
    }

    /// <summary>Two or more credentials, applied in order.</summary>
    /// <exception cref="ArgumentException">Fewer than two.</exception>
    public static CallCredentials Compose(params CallCredentials[] credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return credentials.Length >= 2
            ? new CompositeCredentials([.. credentials])
            : throw new ArgumentException("Composite credentials need two or more credentials.", nameof(credentials));
    }

    internal abstract Task ApplyAsync(AuthInterceptorContext context, Metadata metadata);

    private sealed class InterceptorCredentials(AsyncAuthInterceptor interceptor) : CallCredentials
    {
        internal override Task ApplyAsync(AuthInterceptorContext context, Metadata metadata) => interceptor(context, metadata);
    }

    private sealed class CompositeCredentials(CallCredentials[] credentials) : CallCredentials
    {
        internal override async Task ApplyAsync(AuthInterceptorContext context, Metadata metadata)
        {
            foreach (var each in credentials)
            {
                await each.ApplyAsync(context, metadata).ConfigureAwait(false);
            }
        }
    }
}
