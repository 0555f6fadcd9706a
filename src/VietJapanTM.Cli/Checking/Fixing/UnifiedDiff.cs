using System.Globalization;
using System.Text;

namespace VietJapanTM.Cli.Checking.Fixing;

/// <summary>Writes changes within lines as diff(1) does with <c>-u</c>.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The difference of two texts with equally many lines; empty where they are equal.</summary>
    public static string Of(string file, string before, string after)
    {
        var (old, current) = (before.ReplaceLineEndings("\n").Split('\n'), after.ReplaceLineEndings("\n").Split('\n'));
        var changed = Enumerable.Range(0, old.Length).Where(i => old[i] != current[i]).ToList();
        var name = file.Replace('\\', '/');
        var diff = new StringBuilder();
        if (changed.Count > 0)
        {
            diff.Append(CultureInfo.InvariantCulture, $"--- a/{name}\n+++ b/{name}\n");
        }

        // What follows a last line break is no line.
        var count = old[^1].Length == 0 ? old.Length - 1 : old.Length;
        for (var i = 0; i < changed.Count;)
        {
            var first = i;
            while (i + 1 < changed.Count && changed[i + 1] - changed[i] <= 2 * Context)
            {
                i++;
            }

            WriteHunk(diff, old, current, Math.Max(0, changed[first] - Context), Math.Min(count, changed[i] + Context + 1));
            i++;
        }

        return diff.ToString();
    }

    private static void WriteHunk(StringBuilder diff, string[] old, string[] current, int start, int end)
    {
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{start + 1},{end - start} +{start + 1},{end - start} @@\n");
        for (var i = start; i < end;)
        {
            var run = i;
            while (run < end && old[run] != current[run])
            {
                run++;
            }

            if (run == i)
            {
                diff.Append(' ').Append(old[i++]).Append('\n');
                continue;
            }

            WriteLines(diff, '-', old.AsSpan(i, run - i));
            WriteLines(diff, '+', current.AsSpan(i, run - i));
            i = run;
        }
    }

    private static void WriteLines(StringBuilder diff, char sign, ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            diff.Append(sign).Append(line).Append('\n');
        }
    }
}
