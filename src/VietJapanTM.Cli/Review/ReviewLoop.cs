using System.Globalization;
using VietJapanTM.Alignment.Review;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Review;

/// <summary>Turns keys into actions until the reviewer writes or quits.</summary>
internal static class ReviewLoop
{
    /// <summary>Runs it.</summary>
    /// <param name="session">What is reviewed.</param>
    /// <param name="terminal">Shows it and asks.</param>
    /// <param name="message">What is said at first.</param>
    /// <exception cref="OperationCanceledException">As the terminal; what was done stands in the session.</exception>
    public static ReviewEnd Run(ReviewSession session, IReviewTerminal terminal, string message = "")
    {
        var leaving = false;
        while (true)
        {
            var (width, height) = terminal.Size;
            terminal.Show(ReviewScreen.Draw(session, width, height, message));
            if (terminal.ReadKey() is not { } key)
            {
                continue;
            }

            if (key.KeyChar is 'w' or 'W')
            {
                if (key.KeyChar == 'w' && session.Actions.Count == 0)
                {
                    message = "There is nothing to write.";
                    continue;
                }

                return key.KeyChar == 'w' ? ReviewEnd.Write : session.Actions.Count > 0 ? ReviewEnd.WriteAndLeave : ReviewEnd.Quit;
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
                    : $"No {(session.Doubtful.Any() ? "other " : "")}doubtful bead is left; {session.Undecided.Count()} undecided.";
            case 'a':
                return ConfirmSure(session, terminal);
            case 'c':
                return Decide(session, new ReviewAction.Confirm(session.Cursor), "Confirmed");
            case 'r':
                return Decide(session, new ReviewAction.Reject(session.Cursor), "Rejected");
            case 'x':
                session.Do(new ReviewAction.Reset(session.Cursor));
                return "";
            case 'm':
                session.Do(new ReviewAction.Merge(session.Cursor));
                return "Merged and confirmed.";
            case 's':
                return Split(session, terminal);
            case ']' or '[':
                session.Do(new ReviewAction.Move(session.Cursor, key == ']' ? 1 : -1, 0));
                return "Moved; this bead and the next are confirmed.";
            case '}' or '{':
                session.Do(new ReviewAction.Move(session.Cursor, 0, key == '}' ? 1 : -1));
                return "Moved; this bead and the next are confirmed.";
            case 'u':
                return session.Undo() ? "Taken back." : "There is nothing to take back.";
            case '?' or 'h':
                Explain(terminal);
                return "";
            default:
                return char.IsControl(key) ? "? shows the keys." : $"{key} does nothing here; ? shows the keys.";
        }
    }

    // On in the order of the text; d leads to what is doubtful.
    private static string Decide(ReviewSession session, ReviewAction action, string done)
    {
        var next = session.NextUndecided();
        session.Do(action);
        session.GoTo(next ?? session.Cursor);
        return next is null ? $"{done}; every bead has been decided." : $"{done}.";
    }

    private static string ConfirmSure(ReviewSession session, IReviewTerminal terminal)
    {
        var sure = session.Sure.ToList();
        var least = ReviewSession.LeastSure.ToString(CultureInfo.InvariantCulture);
        if (sure.Count == 0)
        {
            return $"No undecided bead has {least} or more.";
        }

        if (Ask(session, terminal, $"Confirm the {Count.Of(sure.Count, "undecided bead")} of {least} and more? y does it, another key leaves it.") != 'y')
        {
            return "Not confirmed.";
        }

        sure.ForEach(bead => session.Do(new ReviewAction.Confirm(bead)));
        return $"{Count.Of(sure.Count, "bead")} confirmed.";
    }

    private static char Ask(ReviewSession session, IReviewTerminal terminal, string question)
    {
        while (true)
        {
            var (width, height) = terminal.Size;
            terminal.Show(ReviewScreen.Draw(session, width, height, question));
            if (terminal.ReadKey() is { } key)
            {
                return key.KeyChar;
            }
        }
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
        var source = AskCount("source", bead.SourceCount);
        var target = source is null ? null : AskCount("target", bead.TargetCount);
        if (source is null || target is null)
        {
            return "Not split.";
        }

        session.Do(new ReviewAction.Split(session.Cursor, source.Value, target.Value));
        return "Split; both parts are confirmed.";

        int? AskCount(string side, int most)
        {
            if (most == 0)
            {
                return 0;
            }

            var key = Ask(session, terminal, $"How many of the {most} {side} segments does the first part take? 0 to {Math.Min(9, most)}, another key leaves it.");
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
