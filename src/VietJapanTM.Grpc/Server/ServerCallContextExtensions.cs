using Grpc.AspNetCore.Server.Internal;
using Microsoft.AspNetCore.Http;

namespace Grpc.Core;

/// <summary>The way from a call to its HTTP request.</summary>
public static class ServerCallContextExtensions
{
    /// <summary>The call's HTTP request; also of a context that wraps this runtime's own and shares its user state.</summary>
    /// <exception cref="InvalidOperationException">The context is not of this runtime.</exception>
    public static HttpContext GetHttpContext(this ServerCallContext serverCallContext)
    {
        ArgumentNullException.ThrowIfNull(serverCallContext);
        if (serverCallContext is HttpContextServerCallContext own)
        {
            return own.HttpContext;
        }

        return serverCallContext.UserState.TryGetValue(HttpContextServerCallContext.HttpContextKey, out var found) && found is HttpContext http
            ? http
            : throw new InvalidOperationException("Could not get HttpContext from ServerCallContext.");
    }
}
