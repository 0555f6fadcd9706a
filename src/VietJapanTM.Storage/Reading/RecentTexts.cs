using SQLitePCL;

namespace VietJapanTM.Storage.Reading;

/// <summary>A column of few values, such as the author: a value that one of the last rows had is not made into a string again. Not thread-safe.</summary>
internal sealed class RecentTexts
{
    private const int Kept = 4;

    private readonly (byte[] Bytes, string Text)[] _recent = new (byte[], string)[Kept];
    private int _next;

    /// <summary>A column's text as a string of its own; null: none.</summary>
    public static string? ReadNew(sqlite3_stmt row, int column) => IsNull(row, column) ? null : ToText(raw.sqlite3_column_blob(row, column));

    /// <summary>A column's text; null: none.</summary>
    public string? Read(sqlite3_stmt row, int column)
    {
        if (IsNull(row, column))
        {
            return null;
        }

        var bytes = raw.sqlite3_column_blob(row, column);
        foreach (var (known, text) in _recent)
        {
            if (known is not null && bytes.SequenceEqual(known))
            {
                return text;
            }
        }

        var added = ToText(bytes);
        _recent[_next] = (bytes.ToArray(), added);
        _next = (_next + 1) % Kept;
        return added;
    }

    private static bool IsNull(sqlite3_stmt row, int column) => raw.sqlite3_column_type(row, column) == raw.SQLITE_NULL;

    private static string ToText(ReadOnlySpan<byte> bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}
