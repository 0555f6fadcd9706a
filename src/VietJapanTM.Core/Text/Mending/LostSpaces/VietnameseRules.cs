namespace VietJapanTM.Text.Mending.LostSpaces;

/// <summary>Vietnamese: every syllable is written apart, so that a frequent syllable is as good as a function word.</summary>
internal static class VietnameseRules
{
    /// <summary>The rules.</summary>
    public static MendingRules Rules { get; } = new()
    {
        FunctionWords = new WordSet("và của là có các những cho với được trong đã này một người không để từ ở ra vào về đến khi mà thì năm tháng ngày y khoảng hơn gần giờ lúc trên dưới"),
        FunctionWordFrom = -4.2,
        LeastGain = -2,
        WritesSyllables = true,
        NumberEndings = new WordSet("km m cm mm kg g ha h px gb mb kb tb hz ghz mhz kw mw kwh usd vnd đ"),
    };
}
