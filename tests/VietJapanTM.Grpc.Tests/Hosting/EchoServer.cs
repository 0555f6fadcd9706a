using System.Net;
using Grpc.AspNetCore.Server;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VietJapanTM.Grpc.Tests.Protos;

namespace VietJapanTM.Grpc.Tests.Hosting;

/// <summary>The echo service on a real Kestrel at a free port. A warning or an error that no test expected fails the test at its end.</summary>
public sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly CollectingLoggerProvider _log = new();
    private readonly List<string> _expected = [];

    private EchoServer(Action<GrpcServiceOptions>? options, Action<IServiceCollection>? services, Action<WebApplication>? map, HttpProtocols protocols)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(_log).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        builder.Services.AddGrpc(options ?? (_ => { }));
        builder.Services.AddSingleton<EchoObservations>();
        services?.Invoke(builder.Services);
        _application = builder.Build();
        (map ?? (application => application.MapGrpcService<EchoService>()))(_application);
    }

    public Uri Address => new(_application.Urls.Single());

    public EchoObservations Observations => _application.Services.GetRequiredService<EchoObservations>();

    public IServiceProvider Services => _application.Services;

    public static async Task<EchoServer> StartAsync(
        Action<GrpcServiceOptions>? options = null,
        Action<IServiceCollection>? services = null,
        Action<WebApplication>? map = null,
        HttpProtocols protocols = HttpProtocols.Http2)
    {
        var server = new EchoServer(options, services, map, protocols);
        await server._application.StartAsync();
        return server;
    }

    public GrpcChannel NewChannel(GrpcChannelOptions? options = null) => GrpcChannel.ForAddress(Address, options ?? new GrpcChannelOptions());

    public Echo.EchoClient NewClient() => new(NewChannel());

    /// <summary>Lets lines pass that hold the text.</summary>
    public void ExpectLogged(string text) => _expected.Add(text);

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await _application.StopAsync(patience.Token);
        await _application.DisposeAsync();
        Assert.DoesNotContain(_log.Lines, line => !_expected.Exists(text => line.Contains(text, StringComparison.Ordinal)));
        Assert.All(_expected, text => Assert.Contains(_log.Lines, line => line.Contains(text, StringComparison.Ordinal)));
    }
}
