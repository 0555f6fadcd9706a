namespace VietJapanTM.Text.Vocabulary;

/// <summary>Counts of word pairs, a row for each first word with its followers in order. Immutable and thread-safe.</summary>
internal sealed class BigramTable(int[] rows, int[] followers, int[] counts)
{
    /// <summary>How often <paramref name="second"/> follows <paramref name="first"/>; 0 where the pair is not listed.</summary>
    public int Of(int first, int second)
    {
        var row = followers.AsSpan(rows[first], rows[first + 1] - rows[first]);
        var at = row.BinarySearch(second);
        return at < 0 ? 0 : counts[rows[first] + at];
    }
}
