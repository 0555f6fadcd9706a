using System.Diagnostics;
using System.Runtime.InteropServices;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>Signals to a child process.</summary>
internal static class ProcessSignal
{
    public const int Interrupt = 2;
    public const int Terminate = 15;

    public static void Send(Process process, int signal) => Assert.Equal(0, Kill(process.Id, signal));

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
