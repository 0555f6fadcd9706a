using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Finds or makes the service of a call.</summary>
internal static class ServiceActivator<TService>
    where TService : class
{
    private static readonly ObjectFactory<TService> Factory = ActivatorUtilities.CreateFactory<TService>([]);

    public static Activated<TService> Activate(ServerCallContext context)
    {
        var services = context.GetHttpContext().RequestServices;
        return services.GetService<TService>() is { } registered
            ? new Activated<TService>(registered, IsOwned: false)
            : new Activated<TService>(Factory(services, []), IsOwned: true);
    }
}
