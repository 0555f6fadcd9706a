namespace VietJapanTM.Exchange.Delimited;

/// <summary>
/// Writes lines of delimited cells. Cells that need it are quoted (RFC 4180), and cells that a spreadsheet could run are guarded; the readers
/// of this folder take both off again. Thread-safe for different writers.
/// </summary>
public static class CellWriter
{
    /// <summary>Writes one line, its end included.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="delimiter">What parts the cells, such as a comma or a tab.</param>
    /// <param name="cells">The cells.</param>
    public static void WriteLine(TextWriter writer, char delimiter, IReadOnlyList<string> cells)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(cells);
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                writer.Write(delimiter);
            }

            Write(writer, delimiter, cells[i]);
        }

        writer.Write('\n');
    }

    private static void Write(TextWriter writer, char delimiter, string cell)
    {
        var isGuarded = CellGuard.IsNeeded(cell);
        if (!isGuarded && cell.AsSpan().IndexOfAny("\"\r\n") < 0 && !cell.Contains(delimiter, StringComparison.Ordinal))
        {
            writer.Write(cell);
            return;
        }

        writer.Write(isGuarded ? "\"\t" : "\"");
        writer.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}
