using System.Reflection;
using VietJapanTM.Grpc.Tests.Hosting;

namespace VietJapanTM.Grpc.Tests.Conformance;

public sealed class PythonConformanceTests
{
    private const int Checks = 61;

    [SkippableTheory]
    [InlineData(null)]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Server_PythonClient_PassesEveryCheck(string? responseCompression)
    {
        var python = await ForeignClient.RequirePythonAsync();
        using var folder = new TemporaryFolder();
        await CompileProtoAsync(folder.Root);
        await using var server = await EchoServer.StartAsync(options => options.ResponseCompressionAlgorithm = responseCompression);
        server.ExpectLogged("secret");

        var (exitCode, lines) = await ForeignClient.RunAsync(
            python,
            [Path.Combine(AppContext.BaseDirectory, "Conformance", "conformance.py"), server.Address.Authority],
            TimeSpan.FromMinutes(3),
            ("PROTO_OUT", folder.Root),
            ("PYTHONDONTWRITEBYTECODE", "1"));

        ForeignClient.AssertChecks(exitCode, lines, Checks);
    }

    private static async Task CompileProtoAsync(string target)
    {
        var protoc = typeof(PythonConformanceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "ProtocPath").Value!;
        var protos = Path.Combine(AppContext.BaseDirectory, "Protos");
        var (exitCode, lines) = await ForeignClient.RunAsync(
            protoc, [$"--proto_path={protos}", $"--python_out={target}", "echo.proto"], TimeSpan.FromSeconds(60));
        Assert.True(exitCode == 0, string.Join('\n', lines));
    }
}
