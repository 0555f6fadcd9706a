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
        var modules = RepositoryRoot.Combine("tests", "VietJapanTM.Grpc.Tests", "Conformance", "node_modules");
        var (found, _) = await ForeignClient.RunAsync(
            "node", ["-e", "require('@grpc/grpc-js'); require('@grpc/proto-loader')"], TimeSpan.FromSeconds(60), ("NODE_PATH", modules));
        Skip.IfNot(found == 0, "node or its package @grpc/grpc-js is absent (npm ci in tests/VietJapanTM.Grpc.Tests/Conformance).");
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
