using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Internal;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds gRPC to the services.</summary>
public static class GrpcServicesExtensions
{
    /// <summary>Adds what <c>MapGrpcService</c> needs.</summary>
    public static IGrpcServerBuilder AddGrpc(this IServiceCollection services) => services.AddGrpc(static _ => { });

    /// <summary>Adds what <c>MapGrpcService</c> needs, with options of all services.</summary>
    public static IGrpcServerBuilder AddGrpc(this IServiceCollection services, Action<GrpcServiceOptions> configureOptions)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configureOptions);
        services.AddRouting();
        services.AddOptions();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<GrpcEndpointState>();
        services.Configure<GrpcServiceOptions>(SetDefaults);
        services.Configure(configureOptions);
        return new GrpcServerBuilder(services);
    }

    /// <summary>Sets options of one service.</summary>
    public static IGrpcServerBuilder AddServiceOptions<TService>(
        this IGrpcServerBuilder grpcBuilder, Action<GrpcServiceOptions<TService>> configure)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(grpcBuilder);
        ArgumentNullException.ThrowIfNull(configure);
        grpcBuilder.Services.Configure(configure);
        return grpcBuilder;
    }

    private static void SetDefaults(GrpcServiceOptions options)
    {
        if (!options.IsMaxReceiveMessageSizeSet)
        {
            options.MaxReceiveMessageSize = GrpcServiceOptions.DefaultMaxReceiveMessageSize;
        }
    }

    private sealed class GrpcServerBuilder(IServiceCollection services) : IGrpcServerBuilder
    {
        public IServiceCollection Services => services;
    }
}
