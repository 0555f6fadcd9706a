using System.Globalization;
using VietJapanTM.Cli.Output;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Review;

/// <summary>Draws a session as lines of a terminal: both texts side by side, the current bead marked, its neighbours around it.</summary>
internal static class ReviewScreen
{
    private const int LeastWidth = 40;
    private const int LeastHeight = 6;
    private const int Frame = 4;

    private const int Narrow = 100;

    private const string AllKeys = "↑↓ go  d next doubtful  c confirm  r reject  x reset  m merge with next  s split  [ ] source border  { } target border  u undo  w write  W and leave  q quit  ? keys";
    private const string FewKeys = "c confirm  r reject  d next doubtful  u undo  w write  q quit  ? all keys";

    private static readonly string[] Explained =
    [
        "↑ ↓ k j      the bead before, the next; Home End first, last",
        "PgUp PgDn    ten beads on; through a bead that is too long",
        "d            the next doubtful bead, and round",
        "c r x        confirm, reject, take either back",
        "a            confirm all undecided beads of 0.99 and more",
        "m            merge with the next bead",
        "s            split; asks where",
        "[ ] { }      give, take a source or a target segment",
        "             what m s [ ] { } make is confirmed",
        "u            undo",
        "w W          write and go on, write and leave",
        "q Esc ^C ^D  leave; asks once if actions are not written",
    ];

    /// <summary>The screen's lines, none wider than the terminal and no more than fit.</summary>
    /// <param name="session">What is shown.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Lines.</param>
    /// <param name="message">What the last key came to; may be empty.</param>
    public static IReadOnlyList<string> Draw(ReviewSession session, int width, int height, string message)
    {
        if (IsTooSmall(width, height))
        {
            return TooSmall(width, height);
        }

        var foot = Foot(width, message);
        var room = Room(height, foot);
        var beads = Beads(session, width, room).ToList();
        IEnumerable<string> lines = [Heading(session, width), "", .. beads, .. Enumerable.Repeat("", room - beads.Count), .. foot];
        return [.. lines.Take(Math.Max(1, height))];
    }

    /// <summary>What the keys do.</summary>
    public static IReadOnlyList<string> DrawKeys(int width, int height) => IsTooSmall(width, height)
        ? TooSmall(width, height)
        : [.. Explained.SelectMany(line => ScreenText.Wrap(line, width)).Take(height - 2), "", "Any key goes back."];

    /// <summary>How far the current bead scrolls at a time, and at most: 0 where it fits.</summary>
    public static (int Lines, int Most) Scroll(ReviewSession session, int width, int height)
    {
        width = Math.Max(LeastWidth, width);
        var room = Room(height, Foot(width, ""));
        var block = session.Beads.Length == 0 ? 0 : Block(session, session.Cursor, width).Height;
        return (Math.Max(1, room - 2), block > room ? block - room + 1 : 0);
    }

    private static bool IsTooSmall(int width, int height) => width < LeastWidth || height < LeastHeight;

    private static IReadOnlyList<string> TooSmall(int width, int height) => [.. ScreenText.Wrap(
        string.Create(CultureInfo.InvariantCulture, $"The window is too small: {width} by {height}. Make it {LeastWidth} by {LeastHeight} or larger; q leaves."), Math.Max(1, width)).Take(Math.Max(1, height))];

    private static int Room(int height, List<string> foot) => Math.Max(3, height - 2 - foot.Count);

    private static List<string> Foot(int width, string message) =>
        ["", .. ScreenText.Wrap(message, width), .. ScreenText.Wrap(width < Narrow ? FewKeys : AllKeys, width)];

    private static string Heading(ReviewSession session, int width)
    {
        var state = string.Create(
            CultureInfo.InvariantCulture,
            $"  {session.Source}–{session.Target}  bead {(session.Beads.Length == 0 ? 0 : session.Cursor + 1)} of {session.Beads.Length}, {session.Undecided.Count()} undecided, {session.Actions.Count} unwritten");
        var name = session.Document.DisplayName.Length > 0 ? session.Document.DisplayName : session.Document.Name;
        return ScreenText.Shorten(ScreenText.Shorten(name, Math.Max(8, width - DisplayWidth.Of(state))) + state, width);
    }

    // The current bead first, then alternately the one after and the one before, as long as there is room. Of a bead that is longer, and of
    // the last one at the foot, a part.
    private static IEnumerable<string> Beads(ReviewSession session, int width, int room)
    {
        if (session.Beads.Length == 0)
        {
            return [];
        }

        var current = Block(session, session.Cursor, width);
        if (current.Height > room)
        {
            return Part(current, session.Scrolled, room);
        }

        var blocks = new LinkedList<BeadBlock>([current]);
        var left = room - current.Height;
        BeadBlock? cut = null;
        for (int before = session.Cursor - 1, after = session.Cursor + 1; before >= 0 || after < session.Beads.Length;)
        {
            if (after < session.Beads.Length)
            {
                var next = Block(session, after, width);
                var isWhole = Take(next, blocks.AddLast);
                cut = isWhole ? null : next;
                after = isWhole ? after + 1 : session.Beads.Length;
            }

            before = before >= 0 && Take(Block(session, before, width), blocks.AddFirst) ? before - 1 : -1;
        }

        return blocks.SelectMany(b => b.Lines()).Concat(left > 1 ? cut?.Lines().Take(left) ?? [] : []);

        bool Take(BeadBlock block, Func<BeadBlock, LinkedListNode<BeadBlock>> add)
        {
            if (block.Height > left)
            {
                return false;
            }

            left -= block.Height;
            add(block);
            return true;
        }
    }

    // Its head stays, so that everybody knows what is scrolled; the last line says how much is to come.
    private static IEnumerable<string> Part(BeadBlock block, int scrolled, int room)
    {
        var most = block.Height - room + 1;
        var from = Math.Clamp(scrolled, 0, most);
        var rest = most - from;
        var shown = block.Lines(from, room - 2);
        return rest > 0 ? shown.Append($"> … {Count.Of(rest, "line")} more: PgDn") : shown;
    }

    private static BeadBlock Block(ReviewSession session, int index, int width)
    {
        var bead = session.Beads[index];
        var column = (width - Frame) / 2;
        var state = bead.Status switch
        {
            BeadStatus.Confirmed => "confirmed",
            BeadStatus.Rejected => "rejected",
            _ => bead.Confidence.ToString("F3", CultureInfo.InvariantCulture),
        };
        var dispute = session.IsDisputed(index) ? "  disputed" : "";
        return new BeadBlock(
            index == session.Cursor ? '>' : ' ',
            $"{index + 1}  {bead.SourceCount}:{bead.TargetCount}  {state}{dispute}",
            Side(session.SourceSegments, bead.SourceStart, bead.SourceCount, column),
            Side(session.TargetSegments, bead.TargetStart, bead.TargetCount, column),
            column);
    }

    private static List<string> Side(IReadOnlyList<string> segments, int start, int count, int column) =>
        count == 0 ? ["—"] : [.. Enumerable.Range(start, count).SelectMany(i => ScreenText.Wrap("• " + segments[i], column))];
}
