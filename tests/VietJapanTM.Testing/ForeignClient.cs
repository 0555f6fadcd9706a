using System.Diagnostics;

namespace VietJapanTM.Testing;

/// <summary>Runs a client of another language to its end.</summary>
public static class ForeignClient
{
    /// <summary>The python3 that has the module grpc; skips the running test where there is none.</summary>
    public static async Task<string> RequirePythonAsync()
    {
        foreach (var candidate in new[] { "python3", "/usr/bin/python3" })
        {
            var (exitCode, _) = await RunAsync(candidate, ["-c", "import grpc, google.protobuf"], TimeSpan.FromSeconds(60));
            if (exitCode == 0)
            {
                return candidate;
            }
        }

        throw new SkipException("No python3 has the module grpc (Debian: python3-grpcio).");
    }

    /// <summary>The folder of the Node.js packages; skips the running test where they or node are absent.</summary>
    public static async Task<string> RequireNodeModulesAsync()
    {
        var modules = RepositoryRoot.Combine("tests", "VietJapanTM.Grpc.Tests", "Conformance", "node_modules");
        var (found, _) = await RunAsync(
            "node", ["-e", "require('@grpc/grpc-js'); require('@grpc/proto-loader')"], TimeSpan.FromSeconds(60), ("NODE_PATH", modules));
        Skip.IfNot(found == 0, "node or its package @grpc/grpc-js is absent (npm ci in tests/VietJapanTM.Grpc.Tests/Conformance).");
        return modules;
    }

    /// <summary>Exit code and lines of output of a program; a program that is not there has the exit code null.</summary>
    public static async Task<(int? ExitCode, string[] Lines)> RunAsync(
        string program, string[] arguments, TimeSpan timeout, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, []);
        }

        using var deadline = new CancellationTokenSource(timeout);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, $"{await output}\n{await errors}".Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Asserts that each line of a check is good and that there are at least so many.</summary>
    public static void AssertChecks(int? exitCode, string[] lines, int atLeast)
    {
        var bad = lines.Where(line => !line.StartsWith("ok ", StringComparison.Ordinal));
        Assert.Empty(bad);
        Assert.Equal(0, exitCode);
        Assert.InRange(lines.Length, atLeast, int.MaxValue);
        Assert.Equal(lines.Length, lines.Distinct().Count());
    }
}
