namespace VietJapanTM.Testing;

/// <summary>strace, which watches a program's system calls and can make them fail or dawdle. Linux only.</summary>
public static class Strace
{
    /// <summary>Skips the running test where strace is absent or not allowed.</summary>
    public static async Task RequireAsync()
    {
        var (exitCode, _) = await ForeignClient.RunAsync("strace", ["-o", "/dev/null", "true"], TimeSpan.FromSeconds(60));
        Skip.IfNot(exitCode == 0, "strace is absent, or this machine does not let it trace.");
    }

    /// <summary>What to write before a program to have the calls of these names written to a file. The program keeps its process id.</summary>
    public static string[] Watch(string log, string calls) => ["strace", "-f", "-D", "-qq", "--seccomp-bpf", "-e", "trace=" + calls, "-o", log];

    /// <summary>What to write before a program to spoil its calls on one file, in the terms of strace's <c>inject</c>.</summary>
    public static string[] Spoil(string log, string file, string calls, string how) =>
        [.. Watch(log, calls), "-P", file, "-e", $"inject={calls}:{how}"];
}
