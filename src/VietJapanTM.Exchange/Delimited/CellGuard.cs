namespace VietJapanTM.Exchange.Delimited;

/// <summary>
/// Keeps a spreadsheet from running a cell as a formula: a tab goes before it, inside the quotation marks, and comes off again
/// on reading. Source: OWASP, CSV Injection.
/// </summary>
internal static class CellGuard
{
    /// <summary>True where a spreadsheet could take the cell for a formula.</summary>
    public static bool IsNeeded(string cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    /// <summary>The content of a quoted cell without the guard.</summary>
    public static string Remove(string cell) => cell.Length > 1 && cell[0] == '\t' && IsNeeded(cell[1..]) ? cell[1..] : cell;
}
