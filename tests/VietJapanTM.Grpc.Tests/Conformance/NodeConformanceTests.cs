using VietJapanTM.Grpc.Tests.Hosting;

namespace VietJapanTM.Grpc.Tests.Conformance;

public sealed class NodeConformanceTests
{
    private const int Checks = 18;

    [SkippableTheory]
    [InlineData(null)]
    [InlineData("gzip")]
    public async Task Server_NodeClient_PassesEveryCheck(string? responseCompression)
    {
        var modules = await ForeignClient.RequireNodeModulesAsync();
        await using var server = await EchoServer.StartAsync(options => options.ResponseCompressionAlgorithm = responseCompression);
        server.ExpectLogged("secret");

        var (exitCode, lines) = await ForeignClient.RunAsync(
            "node",
            [
                Path.Combine(AppContext.BaseDirectory, "Conformance", "conformance.js"),
                server.Address.Authority,
                Path.Combine(AppContext.BaseDirectory, "Protos", "echo.proto"),
            ],
            TimeSpan.FromMinutes(3),
            ("NODE_PATH", modules));

        ForeignClient.AssertChecks(exitCode, lines, Checks);
    }
}
