using VietJapanTM.Cli.Output;

namespace VietJapanTM.Cli.Tests.Output;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("日本語、カナ", 12)]
    [InlineData("ｶﾅ", 2)]
    [InlineData("Đối tác", 7)]
    [InlineData("Đo\u0302\u0301i", 3)]
    [InlineData("👨\u200D👩\u200D👧", 2)]
    [InlineData("🇻🇳", 2)]
    [InlineData("☀\uFE0F☀", 3)]
    [InlineData("𠮷", 2)]
    public void Width_OfText_IsThatOfATerminal(string text, int columns) => Assert.Equal(columns, DisplayWidth.Of(text));

    [Theory]
    [InlineData("日本のasean諸国", "asean", "日本のasean諸国", "      ^^^^^")]
    [InlineData("Tie\u0302\u0301ng asean", "asean", "Tie\u0302\u0301ng asean", "      ^^^^^")]
    [InlineData("日本の首脳", "首脳", "日本の首脳", "      ^^^^")]
    public void Underline_BelowWideAndCombiningText_StandsUnderTheWords(string text, string words, string line, string marks) =>
        Assert.Equal((line, marks), Of(text, words).Underlined());

    [Fact]
    public void Cut_OfLongText_KeepsWholeWords()
    {
        var excerpt = Of(string.Join(' ', Enumerable.Repeat("palabra", 20)) + " asean " + string.Join(' ', Enumerable.Repeat("término", 20)), "asean");

        Assert.Equal("…palabra palabra palabra palabra palabra ", excerpt.Before);
        Assert.Equal(" término término término término término…", excerpt.After);
    }

    [Fact]
    public void Cut_OfTextWithoutSpaces_KeepsWholeClusters()
    {
        var excerpt = Of(string.Concat(Enumerable.Repeat("が", 30).Select(c => c.Normalize(System.Text.NormalizationForm.FormD))) + "X", "X");

        Assert.Equal("…" + string.Concat(Enumerable.Repeat("か\u3099", 20)), excerpt.Before);
    }

    [Fact]
    public void Excerpt_OfWhatSteersATerminal_IsHarmless()
    {
        var (line, _) = Of("a\u001B[31m \u202Eb\tc\nX", "X").Underlined();

        Assert.Equal("a\uFFFD[31m \uFFFDb c X", line);
    }

    private static Excerpt Of(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return Excerpt.Of(text, start, start + words.Length);
    }
}
