using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;
using VietJapanTM.Errors;
using VietJapanTM.Server.Failures;
using VietJapanTM.Server.Services;
using VietJapanTM.Server.Workspace;

namespace VietJapanTM.Server.Hosting;

/// <summary>A running server: a workspace behind gRPC. Starts whole or not at all; disposing stops it and closes the store.</summary>
public sealed class VietJapanServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private VietJapanServer(WebApplication application, TranslationWorkspace workspace, ServerOptions options, SampleImport? samples)
    {
        _application = application;
        Workspace = workspace;
        Options = options;
        Samples = samples;
    }

    /// <summary>What the server serves.</summary>
    public TranslationWorkspace Workspace { get; }

    /// <summary>What it was started with.</summary>
    public ServerOptions Options { get; }

    /// <summary>What was imported at this start; null where the store was not new.</summary>
    public SampleImport? Samples { get; }

    /// <summary>The addresses that it listens on, with the ports that the system chose.</summary>
    public IReadOnlyList<string> Urls => [.. _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    /// <summary>Opens the store, imports the samples into a new one, and listens.</summary>
    /// <exception cref="DomainException">The store cannot be opened, or an address is taken.</exception>
    public static async Task<VietJapanServer> StartAsync(ServerOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var address in options.Addresses)
        {
            // Before a store is made in a folder that nobody would have named, had they known.
            address.RequireFree();
        }

        var workspace = TranslationWorkspace.Open(options.DataFolder, options.TimeProvider);
        WebApplication? application = null;
        try
        {
            var samples = options.Samples ? await SampleLibrary.ImportIntoNewStoreAsync(workspace, cancellationToken).ConfigureAwait(false) : null;
            application = Build(options, workspace);
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            var server = new VietJapanServer(application, workspace, options, samples);
            workspace.Announce(server.Urls[0]);
            return server;
        }
        catch (Exception e)
        {
            await ReleaseAsync(application, workspace).ConfigureAwait(false);
            if (e.GetBaseException() is AddressInUseException or SocketException)
            {
                var addresses = string.Join(", ", options.Addresses.Select(a => a.Uri.GetLeftPart(UriPartial.Authority)));
                throw ListenAddress.CannotListen(addresses, e.GetBaseException());
            }

            throw;
        }
    }

    /// <summary>Completes when the process is asked to stop, by SIGTERM, Ctrl-C or the token, and calls under way have ended.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _application.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await ReleaseAsync(_application, Workspace).ConfigureAwait(false);

    private static async ValueTask ReleaseAsync(WebApplication? application, TranslationWorkspace workspace)
    {
        if (application is not null)
        {
            await application.DisposeAsync().ConfigureAwait(false);
        }

        workspace.Dispose();
    }

    private static WebApplication Build(ServerOptions options, TranslationWorkspace workspace)
    {
        var builder = WebApplication.CreateSlimBuilder();
        Log(builder.Logging);
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, options));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownTimeout);
        builder.Services.AddSingleton(workspace);
        builder.Services.AddSingleton(options.TimeProvider);
        builder.Services.AddSingleton(new WaitingCalls(options.Limits.MaxWaitingCalls));
        builder.Services.AddSingleton(_ => LargeTextGate.ForProcessors());
        builder.Services.AddHostedService<HeapRelief>();
        builder.Services.AddSingleton<StoreDamage>();
        builder.Services.AddSingleton<ErrorInterceptor>();
        builder.Services.AddGrpcHealthChecks().AddCheck<StoreHealth>("store");
        builder.Services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = ServerOptions.MaxMessageBytes;
            grpc.MaxSendMessageSize = ServerOptions.MaxMessageBytes;
            grpc.Interceptors.Add<ErrorInterceptor>();
        }).AddServiceOptions<AlignmentService>(grpc =>
        {
            grpc.MaxReceiveMessageSize = ServerOptions.MaxDocumentMessageBytes;
            grpc.MaxSendMessageSize = null;
        });

        var application = builder.Build();
        IndexNotices.Log(workspace, application.Services.GetRequiredService<ILoggerFactory>());
        application.MapGrpcService<TranslationMemoryService>();
        application.MapGrpcService<AlignmentService>();
        application.MapGrpcService<GlossaryService>();
        application.MapGrpcService<AdministrationService>();
        application.MapGrpcHealthChecksService();
        return application;
    }

    private static void Log(ILoggingBuilder logging)
    {
        logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        // The standard output is for what the server says to people.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // A start that fails is told by its exception, in one line.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }

    private static void Listen(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        options.Limits.Apply(kestrel.Limits);
        foreach (var address in options.Addresses)
        {
            if (address.Address is null)
            {
                kestrel.ListenLocalhost(address.Port, Http2);
            }
            else
            {
                kestrel.Listen(address.Address, address.Port, Http2);
            }
        }

        // Without TLS there is nothing to negotiate with: clients speak HTTP/2 from the first byte.
        static void Http2(ListenOptions listen) => listen.Protocols = HttpProtocols.Http2;
    }
}
