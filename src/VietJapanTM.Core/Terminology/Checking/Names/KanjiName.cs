namespace VietJapanTM.Terminology.Checking.Names;

/// <summary>Names with kanji, which no space and no capital sets apart: 岸田文雄, 東南アジア諸国連合.</summary>
internal static class KanjiName
{
    /// <summary>Shorter ones are too often words.</summary>
    private const int LeastToTurn = 3;
    private const int LeastToChange = 4;

    /// <summary>Where a text has the name's kanji in another order, or all but one of them; null where it has neither, or the name itself.</summary>
    public static (int Start, int End, bool IsReordered)? Find(string text, string name)
    {
        var kanji = name.Count(IsKanji);
        if (kanji < LeastToTurn || !name.All(c => IsKanji(c) || IsKana(c)) || text.Contains(name, StringComparison.Ordinal))
        {
            return null;
        }

        for (var cut = 1; kanji == name.Length && cut < name.Length; cut++)
        {
            var turned = text.IndexOf(name[cut..] + name[..cut], StringComparison.Ordinal);
            if (turned >= 0)
            {
                return (turned, turned + name.Length, true);
            }
        }

        for (var at = 0; kanji >= LeastToChange && at + name.Length <= text.Length; at++)
        {
            var window = text.AsSpan(at, name.Length);
            if (Different(window, name) is { } different && IsKanji(window[different]) && IsKanji(name[different]))
            {
                return (at, at + name.Length, false);
            }
        }

        return null;
    }

    /// <summary>The one place where two texts of a length differ, or null.</summary>
    private static int? Different(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        int? different = null;
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i] != other[i])
            {
                if (different is not null)
                {
                    return null;
                }

                different = i;
            }
        }

        return different;
    }

    private static bool IsKana(char character) => character is >= '\u3041' and <= '\u30FF';

    private static bool IsKanji(char character) => character is >= '\u3400' and <= '\u9FFF' or '々';
}
