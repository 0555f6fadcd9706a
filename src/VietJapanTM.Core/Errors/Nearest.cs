namespace VietJapanTM.Errors;

/// <summary>Guesses what somebody meant to write, for messages.</summary>
public static class Nearest
{
    private const int MostEdits = 3;

    /// <summary><c>Did you mean 'rules'?</c>, or the list of what there is.</summary>
    public static string Hint(string word, IReadOnlyList<string> known) =>
        Find(word, known) is { } nearest ? $"Did you mean '{nearest}'?" : $"There are {string.Join(", ", known)}.";

    /// <summary>The known word that is so like a word that it may have been meant; letter case does not count. Null for none.</summary>
    public static string? Find(string word, IReadOnlyList<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(known);
        var nearest = known.MinBy(k => Distance(word.ToUpperInvariant(), k.ToUpperInvariant()));
        return nearest is not null && Distance(word.ToUpperInvariant(), nearest.ToUpperInvariant()) <= Math.Min(MostEdits, nearest.Length / 2) ? nearest : null;
    }

    /// <summary>Levenshtein's distance, row by row.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var substituted = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
