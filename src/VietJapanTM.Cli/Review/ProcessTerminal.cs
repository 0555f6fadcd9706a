using System.Text;

namespace VietJapanTM.Cli.Review;

/// <summary>The terminal that the process runs in. The screen of before comes back at the end (xterm's alternate screen).</summary>
internal sealed class ProcessTerminal : IReviewTerminal, IDisposable
{
    public ProcessTerminal() => System.Console.Error.Write("\u001b[?1049h\u001b[?25l");

    public (int Width, int Height) Size => (System.Console.WindowWidth, System.Console.WindowHeight);

    public ConsoleKeyInfo ReadKey() => System.Console.ReadKey(intercept: true);

    public void Show(IReadOnlyList<string> lines)
    {
        var screen = new StringBuilder("\u001b[H");
        for (var i = 0; i < lines.Count; i++)
        {
            // Control characters of a text must not steer the terminal.
            screen.Append([.. lines[i].Where(c => !char.IsControl(c))]).Append("\u001b[K").Append(i + 1 < lines.Count ? "\r\n" : "");
        }

        System.Console.Error.Write(screen.Append("\u001b[J"));
    }

    public void Dispose() => System.Console.Error.Write("\u001b[?25h\u001b[?1049l");
}
