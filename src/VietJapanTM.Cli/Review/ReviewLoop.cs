using VietJapanTM.Alignment.Review;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Review;

/// <summary>Turns keys into actions until the reviewer writes or quits.</summary>
internal static class ReviewLoop
{
    /// <summary>Runs it.</summary>
    /// <exception cref="OperationCanceledException">As the terminal; what was done stands in the session.</exception>
    public static ReviewEnd Run(ReviewSession session, IReviewTerminal terminal)
    {
        var message = "";
        var leaving = false;
        while (true)
        {
            var (width, height) = terminal.Size;
            terminal.Show(ReviewScreen.Draw(session, width, height, message));
            if (terminal.ReadKey() is not { } key)
            {
                continue;
            }

            if (key.KeyChar == 'w')
            {
                return session.Actions.Count > 0 ? ReviewEnd.Write : ReviewEnd.Quit;
            }

            if (EndOf(key) is { } end)
            {
                if (session.Actions.Count == 0 || leaving)
                {
                    return end;
                }

                leaving = true;
                message = $"What you did is not written. {(end == ReviewEnd.Interrupt ? "Ctrl-C" : "q")} again forgets it, w writes it.";
                continue;
            }

            leaving = false;
            message = Handle(session, key, terminal);
        }
    }

    /// <summary>The keys that people leave a program by.</summary>
    private static ReviewEnd? EndOf(ConsoleKeyInfo key) => key switch
    {
        { KeyChar: '\u0003' } => ReviewEnd.Interrupt,
        { KeyChar: 'q' or '\u0004' } or { Key: ConsoleKey.Escape } => ReviewEnd.Quit,
        { Modifiers: ConsoleModifiers.Control, Key: ConsoleKey.C } => ReviewEnd.Interrupt,
        { Modifiers: ConsoleModifiers.Control, Key: ConsoleKey.D } => ReviewEnd.Quit,
        _ => null,
    };

    private static string Handle(ReviewSession session, ConsoleKeyInfo key, IReviewTerminal terminal)
    {
        try
        {
            return key.Key switch
            {
                ConsoleKey.UpArrow => Go(session, session.Cursor - 1),
                ConsoleKey.DownArrow => Go(session, session.Cursor + 1),
                ConsoleKey.PageUp => Page(session, terminal, -1),
                ConsoleKey.PageDown => Page(session, terminal, 1),
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
                return session.NextDoubtful() is { } next ? Go(session, next)
                    : session.Undecided.Any() ? "Every other bead has been decided." : "Every bead has been decided.";
            case 'c':
                return Decide(session, new ReviewAction.Confirm(session.Cursor), "Confirmed");
            case 'r':
                return Decide(session, new ReviewAction.Reject(session.Cursor), "Rejected");
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
            case '?' or 'h':
                Explain(terminal);
                return "";
            default:
                return char.IsControl(key) ? "? shows the keys." : $"{key} does nothing here; ? shows the keys.";
        }
    }

    // On to the next in the order of doubt; what was passed over comes round again.
    private static string Decide(ReviewSession session, ReviewAction action, string done)
    {
        var next = session.NextDoubtful();
        session.Do(action);
        session.GoTo(next ?? session.Cursor);
        return next is null ? $"{done}; every bead has been decided." : $"{done}.";
    }

    private static void Explain(IReviewTerminal terminal)
    {
        do
        {
            var (width, height) = terminal.Size;
            terminal.Show(ReviewScreen.DrawKeys(width, height));
        }
        while (terminal.ReadKey() is null);
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

            char? key;
            do
            {
                var (width, height) = terminal.Size;
                terminal.Show(ReviewScreen.Draw(
                    session, width, height, $"How many of the {most} {side} segments does the first part take? 0 to {Math.Min(9, most)}, another key leaves it."));
                key = terminal.ReadKey()?.KeyChar;
            }
            while (key is null);

            return key is >= '0' and <= '9' && key - '0' <= most ? key - '0' : null;
        }
    }

    // Through a bead that is longer than the screen, else past ten.
    private static string Page(ReviewSession session, IReviewTerminal terminal, int direction)
    {
        var (width, height) = terminal.Size;
        var (lines, most) = ReviewScreen.Scroll(session, width, height);
        var line = Math.Clamp(session.Scrolled + (direction * lines), 0, most);
        if (line == session.Scrolled)
        {
            return Go(session, session.Cursor + (10 * direction));
        }

        session.ScrollTo(line);
        return "";
    }

    private static string Go(ReviewSession session, int bead)
    {
        session.GoTo(bead);
        return "";
    }
}
