using System.Globalization;
using System.Text;
using VietJapanTM.Cli.Output;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Review;

/// <summary>Draws a session as lines of a terminal: both texts side by side, the current bead marked, its neighbours around it.</summary>
internal static class ReviewScreen
{
    private const int LeastWidth = 40;
    private const int Frame = 4;

    /// <summary>The keys, as the screen names them.</summary>
    public const string Keys = "↑↓ go  d doubtful  c confirm  r reject  x reset  m merge with next  s split  [ ] source border  { } target border  u undo  w write  q quit";

    /// <summary>The screen's lines, none wider than the terminal and no more than fit.</summary>
    /// <param name="session">What is shown.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Lines.</param>
    /// <param name="message">What the last key came to; may be empty.</param>
    public static IReadOnlyList<string> Draw(ReviewSession session, int width, int height, string message)
    {
        width = Math.Max(LeastWidth, width);
        var undecided = session.Undecided.Count();
        var lines = new List<string>
        {
            $"{session.Document.Name}  {session.Source} – {session.Target}  bead {(session.Beads.Length == 0 ? 0 : session.Cursor + 1)} of {session.Beads.Length}, {undecided} undecided, {Count.Of(session.Actions.Count, "action")} not written",
            "",
        };
        var foot = new List<string> { "", message };
        foot.AddRange(Wrap(Keys, width));
        lines.AddRange(Beads(session, width, Math.Max(3, height - lines.Count - foot.Count)));
        lines.AddRange(foot);
        return lines;
    }

    // The current bead first, then alternately the one before and the one after, as long as there is room.
    private static IEnumerable<string> Beads(ReviewSession session, int width, int room)
    {
        if (session.Beads.Length == 0)
        {
            return [];
        }

        var blocks = new LinkedList<List<string>>([Block(session, session.Cursor, width)]);
        var used = blocks.First!.Value.Count;
        for (int before = session.Cursor - 1, after = session.Cursor + 1; before >= 0 || after < session.Beads.Length; before--, after++)
        {
            var full = true;
            foreach (var (bead, isAfter) in new[] { (after, true), (before, false) })
            {
                if (bead < 0 || bead >= session.Beads.Length || Block(session, bead, width) is not { } block || used + block.Count > room)
                {
                    continue;
                }

                _ = isAfter ? blocks.AddLast(block) : blocks.AddFirst(block);
                used += block.Count;
                full = false;
            }

            if (full)
            {
                break;
            }
        }

        return blocks.SelectMany(b => b).Take(room);
    }

    private static List<string> Block(ReviewSession session, int index, int width)
    {
        var bead = session.Beads[index];
        var column = (width - Frame) / 2;
        var source = Side(session.SourceSegments, bead.SourceStart, bead.SourceCount, column);
        var target = Side(session.TargetSegments, bead.TargetStart, bead.TargetCount, column);
        var mark = index == session.Cursor ? '>' : ' ';
        var state = bead.Status switch
        {
            BeadStatus.Confirmed => "confirmed",
            BeadStatus.Rejected => "rejected",
            _ => bead.Confidence.ToString("F3", CultureInfo.InvariantCulture),
        };
        var dispute = session.IsDisputed(index) ? "  disputed" : "";
        var lines = new List<string> { $"{mark} {index + 1}  {bead.SourceCount}:{bead.TargetCount}  {state}{dispute}" };
        for (var i = 0; i < Math.Max(source.Count, target.Count); i++)
        {
            var left = i < source.Count ? source[i] : "";
            lines.Add($"{mark} {left}{new string(' ', Math.Max(0, column - DisplayWidth.Of(left)))}  {(i < target.Count ? target[i] : "")}".TrimEnd());
        }

        return lines;
    }

    private static List<string> Side(IReadOnlyList<string> segments, int start, int count, int column) =>
        count == 0 ? ["—"] : [.. Enumerable.Range(start, count).SelectMany(i => Wrap("• " + segments[i], column))];

    /// <summary>Breaks a text at spaces, and where a line has none, between characters.</summary>
    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        var columns = 0;
        foreach (var (piece, pieceWidth) in Pieces(OneLine.Of(text), width))
        {
            if (columns + pieceWidth > width && columns > 0)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
                columns = 0;
            }

            if (columns > 0 || piece != " ")
            {
                line.Append(piece);
                columns += pieceWidth;
            }
        }

        yield return line.ToString().TrimEnd();
    }

    private static IEnumerable<(string Text, int Width)> Pieces(string text, int width)
    {
        foreach (var word in text.Split(' '))
        {
            var columns = DisplayWidth.Of(word);
            if (columns <= width && columns == word.Length)
            {
                yield return (word, columns);
            }
            else
            {
                // Japanese has no spaces, and may break nearly anywhere.
                var clusters = StringInfo.GetTextElementEnumerator(word);
                while (clusters.MoveNext())
                {
                    var cluster = clusters.GetTextElement();
                    yield return (cluster, DisplayWidth.Of(cluster));
                }
            }

            yield return (" ", 1);
        }
    }
}
