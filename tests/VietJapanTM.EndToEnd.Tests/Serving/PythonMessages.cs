using System.Reflection;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>Python's classes of all messages, made by protoc.</summary>
internal static class PythonMessages
{
    public static async Task MakeAsync(string target)
    {
        var protos = RepositoryRoot.Combine("protos");
        var files = new[] { Path.Combine("vietjapantm", "v1alpha1"), Path.Combine("google", "rpc") }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(protos, folder), "*.proto"));
        await ProtocAsync([$"--proto_path={protos}", $"--proto_path={Metadata("ProtoIncludes")}", $"--python_out={target}", .. files]);

        // Not below protos: a Python package named grpc would hide the real one.
        var health = Path.Combine(protos, "grpc");
        await ProtocAsync([$"--proto_path={health}", $"--python_out={target}", Path.Combine(health, "health", "v1", "health.proto")]);
    }

    private static async Task ProtocAsync(string[] arguments)
    {
        var (exitCode, lines) = await ForeignClient.RunAsync(Metadata("ProtocPath"), arguments, TimeSpan.FromSeconds(60));
        Assert.True(exitCode == 0, string.Join('\n', lines));
    }

    private static string Metadata(string key) =>
        typeof(PythonMessages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
