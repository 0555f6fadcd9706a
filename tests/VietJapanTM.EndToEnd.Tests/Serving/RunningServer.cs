using Grpc.Net.Client;
using VietJapanTM.Server.Hosting;
using VietJapanTM.Store;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>A server with the samples, on a real port in this process, and this project's own clients of it.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private VietJapanServer? _server;
    private GrpcChannel? _channel;
    private ServerOptions _options = new();

    public string Url => Server.Urls[0];

    public string DataFolder => _folder.Root;

    public Wire.TranslationMemory.TranslationMemoryClient Memory => new(Channel);

    public Wire.Alignment.AlignmentClient Alignment => new(Channel);

    public Wire.Glossary.GlossaryClient Glossary => new(Channel);

    public Wire.Administration.AdministrationClient Administration => new(Channel);

    public GrpcChannel Channel => _channel!;

    public StoreCounts Counts => Server.Workspace.Store.Count(Tenants.Default);

    public int Followers => Server.Workspace.Followers;

    private VietJapanServer Server => _server!;

    public IReadOnlyList<string> Verify() => Server.Workspace.Store.Verify();

    /// <summary>A server of other options than the fixture's; folder and address are given by this class.</summary>
    public static async Task<RunningServer> StartAsync(ServerOptions options)
    {
        var server = new RunningServer { _options = options };
        await server.InitializeAsync();
        return server;
    }

    public async Task InitializeAsync()
    {
        _server = await VietJapanServer.StartAsync(_options with
        {
            DataFolder = _folder.Root,
            Addresses = [ListenAddress.Parse("http://127.0.0.1:0")],
        });
        _channel = GrpcChannel.ForAddress(_server.Urls[0]);
    }

    public async Task DisposeAsync()
    {
        _channel?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Dispose();
    }
}
