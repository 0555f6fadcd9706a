using System.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Maps whole services, and beside them the answer to unknown methods and services.</summary>
internal static class EndpointMapper
{
    public static GrpcServiceEndpointConventionBuilder MapService<TService>(IEndpointRouteBuilder routes)
        where TService : class
    {
        var state = RequireState(routes);
        var settings = ServiceSettings.For<TService>(routes.ServiceProvider);
        var mapper = new MethodMapper(routes, typeof(TService), settings);
        FindBindMethod(typeof(TService)).Invoke(null, [new ServiceTypeBinder<TService>(mapper), null]);
        return Finish(routes, state, mapper, settings);
    }

    public static GrpcServiceEndpointConventionBuilder MapDefinition(IEndpointRouteBuilder routes, ServerServiceDefinition definition)
    {
        var state = RequireState(routes);
        var settings = ServiceSettings.Common(routes.ServiceProvider);
        var mapper = new MethodMapper(routes, definition.GetType(), settings);
        definition.BindService(mapper);
        return Finish(routes, state, mapper, settings);
    }

    private static GrpcEndpointState RequireState(IEndpointRouteBuilder routes) =>
        routes.ServiceProvider.GetService<GrpcEndpointState>()
        ?? throw new InvalidOperationException("gRPC services are missing: call 'IServiceCollection.AddGrpc' when the application starts.");

    private static MethodInfo FindBindMethod(Type serviceType)
    {
        var attribute = serviceType.GetCustomAttribute<BindServiceMethodAttribute>(inherit: true)
            ?? throw new InvalidOperationException($"{serviceType} derives from no generated gRPC service.");
        return attribute.BindType
            .GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .FirstOrDefault(method => method.Name == attribute.BindMethodName
                && method.GetParameters() is [var binder, _] && binder.ParameterType == typeof(ServiceBinderBase))
            ?? throw new InvalidOperationException($"{attribute.BindType} has no method {attribute.BindMethodName} that takes a binder.");
    }

    private static GrpcServiceEndpointConventionBuilder Finish(
        IEndpointRouteBuilder routes, GrpcEndpointState state, MethodMapper mapper, ServiceSettings settings)
    {
        if (!settings.IgnoreUnknownServices)
        {
            foreach (var service in mapper.ServiceNames)
            {
                MapUnknown(routes, $"/{service}/{{unknownMethod}}", "Method is unimplemented.", settings.Logger);
            }

            if (!state.IsUnknownServiceMapped)
            {
                state.IsUnknownServiceMapped = true;
                MapUnknown(routes, "/{unknownService}/{unknownMethod}", "Service is unimplemented.", settings.Logger);
            }
        }

        return new GrpcServiceEndpointConventionBuilder(mapper.Endpoints);
    }

    private static void MapUnknown(IEndpointRouteBuilder routes, string pattern, string detail, ILogger logger) =>
        routes.MapPost(pattern, (RequestDelegate)(http => RequestGuard.AnswerUnknown(http, logger, detail)))
            .WithDisplayName($"gRPC - {detail}")
            .Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = int.MaxValue);
}
