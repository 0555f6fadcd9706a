namespace VietJapanTM.Terminology.Checking.Names;

/// <summary>Do two words differ by one slip of the pen?</summary>
internal static class EditDistance
{
    /// <summary>True where one letter is put in, left out, replaced or two neighbours are swapped: Damerau's distance of exactly one.</summary>
    public static bool IsOne(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var start = one.CommonPrefixLength(other);
        one = one[start..];
        other = other[start..];
        while (one.Length > 0 && other.Length > 0 && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }

        return (one.Length, other.Length) switch
        {
            (1, 1) or (0, 1) or (1, 0) => true,
            (2, 2) => one[0] == other[1] && one[1] == other[0],
            _ => false,
        };
    }
}
