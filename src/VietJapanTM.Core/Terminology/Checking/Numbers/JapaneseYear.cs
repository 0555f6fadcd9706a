using VietJapanTM.Text.Tokens;

namespace VietJapanTM.Terminology.Checking.Numbers;

/// <summary>Years of the Japanese eras, and tenths.</summary>
internal static class JapaneseYear
{
    private static readonly (string Era, int Before)[] Eras = [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867)];

    /// <summary>What a number may also mean by its neighbours: 令和5 is 5 and 2023, 3割 is 3 and 30.</summary>
    public static IEnumerable<decimal> Readings(string text, List<Token> tokens, int first, int end, decimal value)
    {
        yield return value;
        if (value < 100 && EraBefore(text, tokens[first].Start) is { Length: > 0 } era)
        {
            yield return Eras.First(e => e.Era == era).Before + value;
        }

        if (end < tokens.Count && text[tokens[end].Start] == '割')
        {
            yield return value * 10;
        }
    }

    /// <summary>The name of the era that stands directly before an offset, or nothing.</summary>
    public static string EraBefore(string text, int offset)
    {
        foreach (var (era, _) in Eras)
        {
            if (text.AsSpan(0, offset).EndsWith(era))
            {
                return era;
            }
        }

        return "";
    }
}
