using System.Runtime.InteropServices;
using System.Text;

namespace VietJapanTM.Cli.Review;

/// <summary>
/// The terminal that the process runs in. The screen of before comes back at the end (xterm's alternate screen). Keys are waited for in short
/// steps, so that a new size is seen, and a request to stop: SIGTERM by way of the token, and SIGHUP, by which a terminal says that it was closed.
/// </summary>
internal sealed class ProcessTerminal : IReviewTerminal, IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(30);

    private readonly CancellationTokenSource _stopping;
    private readonly PosixSignalRegistration? _closed;
    private (int Width, int Height) _shown;

    public ProcessTerminal(CancellationToken cancellationToken)
    {
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _closed = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            _stopping.Cancel();
        });
        System.Console.TreatControlCAsInput = true;
        System.Console.Error.Write("\u001b[?1049h\u001b[?25l");
    }

    public (int Width, int Height) Size => (System.Console.WindowWidth, System.Console.WindowHeight);

    public ConsoleKeyInfo? ReadKey()
    {
        while (!System.Console.KeyAvailable)
        {
            _stopping.Token.ThrowIfCancellationRequested();
            if (Size != _shown)
            {
                return null;
            }

            _stopping.Token.WaitHandle.WaitOne(Step);
        }

        return System.Console.ReadKey(intercept: true);
    }

    public void Show(IReadOnlyList<string> lines)
    {
        _shown = Size;
        var screen = new StringBuilder("\u001b[H");
        for (var i = 0; i < lines.Count; i++)
        {
            // Control characters of a text must not steer the terminal.
            screen.Append([.. lines[i].Where(c => !char.IsControl(c))]).Append("\u001b[K").Append(i + 1 < lines.Count ? "\r\n" : "");
        }

        System.Console.Error.Write(screen.Append("\u001b[J"));
    }

    public void Dispose()
    {
        _closed?.Dispose();
        _stopping.Dispose();
        System.Console.Error.Write("\u001b[?25h\u001b[?1049l");
        System.Console.TreatControlCAsInput = false;
    }
}
