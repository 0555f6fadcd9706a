using VietJapanTM.Cli.Output;

namespace VietJapanTM.Cli.Review;

/// <summary>A bead as lines of a terminal: a head, and its two sides beside each other.</summary>
/// <param name="Mark">Begins each line.</param>
/// <param name="Head">The first line.</param>
/// <param name="Source">The lines of the left side.</param>
/// <param name="Target">The lines of the right side.</param>
/// <param name="Column">Columns of a side.</param>
internal sealed record BeadBlock(char Mark, string Head, IReadOnlyList<string> Source, IReadOnlyList<string> Target, int Column)
{
    /// <summary>Lines, with the head.</summary>
    public int Height => 1 + Math.Max(Source.Count, Target.Count);

    /// <summary>All lines.</summary>
    public IEnumerable<string> Lines() => Lines(0, Height - 1);

    /// <summary>
    /// The head and some lines of the sides. The longer side begins at a line, the shorter so far from its beginning that both come to their ends
    /// together, so that what corresponds stays side by side.
    /// </summary>
    /// <param name="from">The line of the longer side, counted from 0.</param>
    /// <param name="rows">How many lines.</param>
    public IEnumerable<string> Lines(int from, int rows)
    {
        yield return $"{Mark} {Head}";
        var most = Math.Max(1, Height - 1 - rows);
        var (left, right) = (Start(Source), Start(Target));
        for (var i = 0; i < rows && Math.Max(left, right) + i < Height - 1; i++)
        {
            var text = LineOf(Source, left + i);
            yield return $"{Mark} {text}{new string(' ', Math.Max(0, Column - DisplayWidth.Of(text)))}  {LineOf(Target, right + i)}".TrimEnd();
        }

        int Start(IReadOnlyList<string> side) => (int)Math.Round((double)from * Math.Max(0, side.Count - rows) / most);
    }

    private static string LineOf(IReadOnlyList<string> side, int line) => line < side.Count ? side[line] : "";
}
