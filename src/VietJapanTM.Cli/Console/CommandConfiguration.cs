using System.CommandLine;
using System.Text;
using VietJapanTM.Server.Hosting;

namespace VietJapanTM.Cli.Console;

/// <summary>What a command line talks to. Tests give it streams and strings; the program gives it the terminal.</summary>
internal sealed class CommandConfiguration : InvocationConfiguration
{
    private const int BufferChars = 1 << 14;

    /// <summary>Standard input, opened when a command asks for it.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>True where the error writer is a terminal that can show progress bars.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>The process's own streams: UTF-8 whatever the system's setting, results buffered until a command ends or flushes.</summary>
    public static CommandConfiguration OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new CommandConfiguration
        {
            OpenInput = System.Console.OpenStandardInput,
            Output = new StreamWriter(System.Console.OpenStandardOutput(), utf8, BufferChars),
            Error = new StreamWriter(System.Console.OpenStandardError(), utf8) { AutoFlush = true },
            IsInteractive = !System.Console.IsErrorRedirected,

            // Longer than a server waits for the calls that are under way.
            ProcessTerminationTimeout = new ServerOptions().ShutdownTimeout * 2,
        };
    }
}
