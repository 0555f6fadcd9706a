using System.Diagnostics;

namespace VietJapanTM.Cli.Tests.Scenarios;

/// <summary>The program itself, through a shell.</summary>
public sealed class ProcessTests
{
    [SkippableFact]
    public async Task Program_WritesUtf8WhateverTheLocale()
    {
        var (exitCode, output, error) = await ShellAsync($"printf 'Tiếng 日本語. ñ' | LC_ALL=C {Program} segment --lang vi");
        Assert.Equal((0, "Tiếng 日本語. ñ\n", ""), (exitCode, output, error));
    }

    [SkippableFact]
    public async Task Program_WhoseReaderLeaves_EndsQuietly()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("long.txt", string.Concat(Enumerable.Repeat("Llegó ayer a Tokio.\n", 50_000)));
        var (exitCode, output, error) = await ShellAsync($"set -o pipefail; {Program} segment --lang es {file} | head -n 1");
        Assert.Equal((0, "Llegó ayer a Tokio.\n", ""), (exitCode, output, error));
    }

    [SkippableFact]
    public async Task Program_WithAMistake_ExitsWith2()
    {
        var (exitCode, output, error) = await ShellAsync($"{Program} mend --lang es nowhere.txt");
        Assert.Equal((2, "", "error: nowhere.txt does not exist. Check the name.\n"), (exitCode, output, error));
    }

    private static string Program => $"dotnet {Path.Combine(AppContext.BaseDirectory, "vjtm.dll")}";

    private static async Task<(int ExitCode, string Output, string Error)> ShellAsync(string script)
    {
        Skip.IfNot(File.Exists("/bin/bash"), "There is no /bin/bash");
        using var shell = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = shell.StandardOutput.ReadToEndAsync();
        var error = shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return (shell.ExitCode, await output, await error);
    }
}
