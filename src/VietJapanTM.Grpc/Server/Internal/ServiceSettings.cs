using System.IO.Compression;
using Grpc.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>The options of a service after the fall-back to the common ones, checked, with what its calls need beside them.</summary>
internal sealed record ServiceSettings
{
    public required int? MaxReceiveMessageSize { get; init; }

    public required int? MaxSendMessageSize { get; init; }

    public required bool EnableDetailedErrors { get; init; }

    public required bool IgnoreUnknownServices { get; init; }

    public required string? ResponseEncoding { get; init; }

    public required CompressionLevel ResponseCompressionLevel { get; init; }

    public required InterceptorRegistration[] Interceptors { get; init; }

    public required ILogger Logger { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>The settings of a service type.</summary>
    /// <exception cref="InvalidOperationException">The options name an unknown compression.</exception>
    public static ServiceSettings For<TService>(IServiceProvider services)
        where TService : class => Merge(services, services.GetRequiredService<IOptions<GrpcServiceOptions<TService>>>().Value);

    /// <summary>The settings that all services share.</summary>
    public static ServiceSettings Common(IServiceProvider services) => Merge(services, new GrpcServiceOptions());

    private static ServiceSettings Merge(IServiceProvider services, GrpcServiceOptions own)
    {
        var common = services.GetRequiredService<IOptions<GrpcServiceOptions>>().Value;
        var encoding = own.ResponseCompressionAlgorithm ?? common.ResponseCompressionAlgorithm;
        if (encoding is not (null or MessageCompression.Identity) && !MessageCompression.IsSupported(encoding))
        {
            throw new InvalidOperationException(
                $"ResponseCompressionAlgorithm '{encoding}' is not supported; use {MessageCompression.Gzip} or {MessageCompression.Deflate}.");
        }

        return new ServiceSettings
        {
            MaxReceiveMessageSize = own.IsMaxReceiveMessageSizeSet ? own.MaxReceiveMessageSize : common.MaxReceiveMessageSize,
            MaxSendMessageSize = own.IsMaxSendMessageSizeSet ? own.MaxSendMessageSize : common.MaxSendMessageSize,
            EnableDetailedErrors = own.EnableDetailedErrors ?? common.EnableDetailedErrors ?? false,
            IgnoreUnknownServices = own.IgnoreUnknownServices ?? common.IgnoreUnknownServices ?? false,
            ResponseEncoding = encoding == MessageCompression.Identity ? null : encoding,
            ResponseCompressionLevel = own.ResponseCompressionLevel ?? common.ResponseCompressionLevel ?? CompressionLevel.Fastest,
            Interceptors = [.. common.Interceptors, .. own.Interceptors],
            Logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Grpc.AspNetCore.Server"),
            Time = services.GetRequiredService<TimeProvider>(),
        };
    }
}
