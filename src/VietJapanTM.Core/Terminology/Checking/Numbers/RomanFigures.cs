namespace VietJapanTM.Terminology.Checking.Numbers;

/// <summary>Roman figures in capitals, as centuries and popes have them.</summary>
internal static class RomanFigures
{
    private const string Figures = "IVXLCDM";
    private static readonly int[] Values = [1, 5, 10, 50, 100, 500, 1000];

    /// <summary>Reads a word; false where a letter is no figure.</summary>
    public static bool TryRead(ReadOnlySpan<char> word, out int value)
    {
        value = 0;
        var previous = 0;
        for (var i = word.Length - 1; i >= 0; i--)
        {
            var figure = Figures.IndexOf(word[i], StringComparison.Ordinal);
            if (figure < 0)
            {
                return false;
            }

            value += Values[figure] < previous ? -Values[figure] : Values[figure];
            previous = Math.Max(previous, Values[figure]);
        }

        return value > 0;
    }
}
