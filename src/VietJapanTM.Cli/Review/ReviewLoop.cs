using VietJapanTM.Alignment.Review;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Review;

/// <summary>A terminal as the loop needs it.</summary>
internal interface IReviewTerminal
{
    /// <summary>Columns and lines.</summary>
    (int Width, int Height) Size { get; }

    /// <summary>Waits for a key.</summary>
    ConsoleKeyInfo ReadKey();

    /// <summary>Shows lines in place of what was shown before.</summary>
    void Show(IReadOnlyList<string> lines);
}

/// <summary>Turns keys into actions until the reviewer writes or quits.</summary>
internal static class ReviewLoop
{
    /// <summary>Runs it.</summary>
    /// <returns>True where the actions are to be written.</returns>
    public static bool Run(ReviewSession session, IReviewTerminal terminal)
    {
        var message = "";
        var leaving = false;
        while (true)
        {
            var (width, height) = terminal.Size;
            terminal.Show(ReviewScreen.Draw(session, width, height, message));
            var key = terminal.ReadKey();
            if (key.KeyChar == 'w')
            {
                return session.Actions.Count > 0;
            }

            if (key.KeyChar == 'q' || key.Key == ConsoleKey.Escape)
            {
                if (session.Actions.Count == 0 || leaving)
                {
                    return false;
                }

                leaving = true;
                message = "What you did is not written. q again forgets it, w writes it.";
                continue;
            }

            leaving = false;
            message = Handle(session, key, terminal);
        }
    }

    private static string Handle(ReviewSession session, ConsoleKeyInfo key, IReviewTerminal terminal)
    {
        try
        {
            return key.Key switch
            {
                ConsoleKey.UpArrow => Go(session, session.Cursor - 1),
                ConsoleKey.DownArrow => Go(session, session.Cursor + 1),
                ConsoleKey.PageUp => Go(session, session.Cursor - 10),
                ConsoleKey.PageDown => Go(session, session.Cursor + 10),
                ConsoleKey.Home => Go(session, 0),
                ConsoleKey.End => Go(session, int.MaxValue),
                _ => Handle(session, key.KeyChar, terminal),
            };
        }
        catch (DomainException e)
        {
            return e.Message;
        }
    }

    private static string Handle(ReviewSession session, char key, IReviewTerminal terminal)
    {
        switch (key)
        {
            case 'k':
                return Go(session, session.Cursor - 1);
            case 'j':
                return Go(session, session.Cursor + 1);
            case 'd':
                return session.GoToDoubtful() ? "" : "Every bead has been decided.";
            case 'c':
                session.Do(new ReviewAction.Confirm(session.Cursor));
                return session.GoToDoubtful() ? "Confirmed." : "Confirmed; every bead has been decided.";
            case 'r':
                session.Do(new ReviewAction.Reject(session.Cursor));
                return session.GoToDoubtful() ? "Rejected." : "Rejected; every bead has been decided.";
            case 'x':
                session.Do(new ReviewAction.Reset(session.Cursor));
                return "";
            case 'm':
                session.Do(new ReviewAction.Merge(session.Cursor));
                return "Merged.";
            case 's':
                return Split(session, terminal);
            case ']' or '[':
                session.Do(new ReviewAction.Move(session.Cursor, key == ']' ? 1 : -1, 0));
                return "Moved.";
            case '}' or '{':
                session.Do(new ReviewAction.Move(session.Cursor, 0, key == '}' ? 1 : -1));
                return "Moved.";
            case 'u':
                return session.Undo() ? "Taken back." : "There is nothing to take back.";
            default:
                return "";
        }
    }

    // The reviewer says how many segments of each side the first part takes; a side without segments is not asked about.
    private static string Split(ReviewSession session, IReviewTerminal terminal)
    {
        var bead = session.Beads.Length > 0 ? session.Beads[session.Cursor] : default(Bead);
        var source = Ask("source", bead.SourceCount);
        var target = source is null ? null : Ask("target", bead.TargetCount);
        if (source is null || target is null)
        {
            return "Not split.";
        }

        session.Do(new ReviewAction.Split(session.Cursor, source.Value, target.Value));
        return "Split.";

        int? Ask(string side, int most)
        {
            if (most == 0)
            {
                return 0;
            }

            var (width, height) = terminal.Size;
            terminal.Show(ReviewScreen.Draw(session, width, height, $"How many of the {most} {side} segments does the first part take? 0 to {Math.Min(9, most)}, another key leaves it."));
            var key = terminal.ReadKey().KeyChar;
            return key is >= '0' and <= '9' && key - '0' <= most ? key - '0' : null;
        }
    }

    private static string Go(ReviewSession session, int bead)
    {
        session.GoTo(bead);
        return "";
    }
}
