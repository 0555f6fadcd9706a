using System.Globalization;
using VietJapanTM.Alignment.Review;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;

namespace VietJapanTM.Cli.Review;

/// <summary>
/// A reviewer's actions as lines, for scripts: <c>confirm 3</c>, <c>confirm 1-10</c>, <c>reject 4</c>, <c>reset 4</c>, <c>merge 5</c>, <c>split 7 1 1</c>,
/// <c>move 8 1 0</c>. Beads count from 1, as everywhere people read them; an empty line and what follows # say nothing.
/// </summary>
internal static class ActionText
{
    /// <summary>Beads of a range; as many actions as one review takes.</summary>
    private const int MostBeads = 10_000;

    /// <summary>Does what a file's lines say, one after the other.</summary>
    /// <param name="session">What they are done to.</param>
    /// <param name="text">The content.</param>
    /// <param name="file">What messages call it.</param>
    /// <exception cref="DomainException">FileMalformed: a line is no action, or one that cannot be done, with its place.</exception>
    public static void Apply(ReviewSession session, string text, string file)
    {
        foreach (var (action, line) in Read(text, file))
        {
            try
            {
                session.Do(action);
            }
            catch (DomainException e)
            {
                throw new DomainException(ErrorCode.FileMalformed, $"{file}:{line}: {e.Message} Nothing was written.", innerException: e);
            }
        }
    }

    /// <summary>Reads a file's lines.</summary>
    /// <param name="text">The content.</param>
    /// <param name="file">What messages call it.</param>
    /// <exception cref="DomainException">FileMalformed, with the line.</exception>
    public static List<(ReviewAction Action, int Line)> Read(string text, string file)
    {
        var actions = new List<(ReviewAction, int)>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var words = line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
            {
                var read = Spread(words).Select(Parse).ToList();
                if (read.Count == 0 || read.Contains(null))
                {
                    throw new DomainException(
                        ErrorCode.FileMalformed,
                        $"{file}:{number}: '{OneLine.Of(line)}' is no action. Write confirm 3, reject 3, reset 3 (or 3-9 for several), merge 3 (with the next), split 3 1 1 (after so many source and target segments) or move 3 1 0 (so many come from the next).");
                }

                actions.AddRange(read.Select(action => (action!, number)));
            }
        }

        return actions;
    }

    /// <summary>Actions as the lines that <see cref="Read"/> reads.</summary>
    public static string Write(IEnumerable<ReviewAction> actions) => string.Concat(actions.Select(action => FormattableString.Invariant(action switch
    {
        ReviewAction.Confirm => $"confirm {action.Bead + 1}\n",
        ReviewAction.Reject => $"reject {action.Bead + 1}\n",
        ReviewAction.Reset => $"reset {action.Bead + 1}\n",
        ReviewAction.Merge => $"merge {action.Bead + 1}\n",
        ReviewAction.Split split => $"split {action.Bead + 1} {split.Source} {split.Target}\n",
        ReviewAction.Move move => (FormattableString)$"move {action.Bead + 1} {move.Source} {move.Target}\n",
        _ => throw new ArgumentOutOfRangeException(nameof(actions), action, "no such action"),
    })));

    // A range stands for the same action on each of its beads, which none of them moves.
    private static IEnumerable<string[]> Spread(string[] words)
    {
        var ends = words.Length == 2 && words[0] is "confirm" or "reject" or "reset" ? words[1].Split('-') : [];
        if (ends.Length != 2 || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            return [words];
        }

        return first > last || last - first >= MostBeads ? [] : Enumerable.Range(first, last - first + 1).Select(bead => new[] { words[0], bead.ToString(CultureInfo.InvariantCulture) });
    }

    private static ReviewAction? Parse(string[] words)
    {
        var numbers = new int[words.Length - 1];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!int.TryParse(words[i + 1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return (words[0], numbers.Length) switch
        {
            ("confirm", 1) => new ReviewAction.Confirm(numbers[0] - 1),
            ("reject", 1) => new ReviewAction.Reject(numbers[0] - 1),
            ("reset", 1) => new ReviewAction.Reset(numbers[0] - 1),
            ("merge", 1) => new ReviewAction.Merge(numbers[0] - 1),
            ("split", 3) => new ReviewAction.Split(numbers[0] - 1, numbers[1], numbers[2]),
            ("move", 3) => new ReviewAction.Move(numbers[0] - 1, numbers[1], numbers[2]),
            _ => null,
        };
    }
}
