using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Model;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("EN_us", "en-US")]
    [InlineData("en-US", "en-US")]
    [InlineData("eN-uS", "en-US")]
    [InlineData("ZH-hans-cn", "zh-Hans-CN")]
    [InlineData("es-419", "es-419")]
    [InlineData("SR-LATN", "sr-Latn")]
    [InlineData("iw", "he")]
    [InlineData("iw-IL", "he-IL")]
    [InlineData("de-1996", "de-1996")]
    [InlineData("en-x-Private", "en-x-private")]
    public void Parse_TagInAnyCase_IsConventionalAndStable(string text, string expected)
    {
        var tag = LanguageTag.Parse(text);
        Assert.Equal(expected, tag.Value);
        Assert.Equal(tag, LanguageTag.Parse(tag.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("english")]
    [InlineData("x-private")]
    [InlineData("en-")]
    [InlineData("-en")]
    [InlineData("en--US")]
    [InlineData("en-x")]
    [InlineData("en US")]
    [InlineData("tiếng")]
    [InlineData("еn")]
    [InlineData("en-verylongsubtag")]
    public void Parse_NoTag_IsRefused(string text)
    {
        Assert.False(LanguageTag.TryParse(text, out var tag));
        Assert.Equal(default, tag);
        Assert.Equal(ErrorCode.LanguageInvalid, Assert.Throws<DomainException>(() => LanguageTag.Parse(text)).Code);
    }

    [Fact]
    public void Parse_ThreeHundredCharacters_IsRefusedInAShortLine()
    {
        var failure = Assert.Throws<DomainException>(() => LanguageTag.Parse(string.Join('-', Enumerable.Repeat("abcd", 60))));
        Assert.InRange(failure.Message.Length, 1, 200);
    }

    [Theory]
    [InlineData("en", "en-US", true)]
    [InlineData("en", "en", true)]
    [InlineData("en-US", "en", false)]
    [InlineData("es", "est", false)]
    [InlineData("sr", "sr-Latn", true)]
    [InlineData("sr-Cyrl", "sr-Latn", false)]
    [InlineData("zh-Hans", "zh-Hans-CN", true)]
    public void Covers_MoreSpecialTagOfTheSameScript_IsCovered(string tag, string other, bool covers) =>
        Assert.Equal(covers, LanguageTag.Parse(tag).Covers(LanguageTag.Parse(other)));
}
