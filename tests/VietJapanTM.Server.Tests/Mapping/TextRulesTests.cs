using VietJapanTM.Errors;
using VietJapanTM.Server.Mapping;

namespace VietJapanTM.Server.Tests.Mapping;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("a")]
    [InlineData(" a ")]
    [InlineData("Tiếng Việt 日本 🎏 e\u0301 \u200b\ufeff\u202e")]
    public void Require_WellFormed_IsTheSameText(string text) => Assert.Same(text, TextRules.Require(text, "text"));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u00a0\u2003\u3000")]
    public void Require_Empty_IsRefusedUnlessAllowed(string text)
    {
        AssertRefused(ErrorCode.TextEmpty, text);
        Assert.Same(text, TextRules.Require(text, "text", allowEmpty: true));
    }

    [Theory]
    [InlineData("ab\ud800")]
    [InlineData("ab\udc00c")]
    [InlineData("ab\ud83d\ud83d\udc4d")]
    [InlineData("ab\ufffd")]
    [InlineData("ab\0")]
    public void Require_Malformed_NamesTheOffset(string text) =>
        Assert.Contains("offset 2", AssertRefused(ErrorCode.TextMalformed, text).Message, StringComparison.Ordinal);

    [Fact]
    public void Require_Length_IsCountedInUtf16()
    {
        Assert.Equal(4, TextRules.Require("🎏🎏", "text", maxLength: 4).Length);
        Assert.Equal(ErrorCode.TextTooLong, Assert.Throws<DomainException>(() => TextRules.Require("🎏🎏", "text", maxLength: 3)).Code);
    }

    private static DomainException AssertRefused(ErrorCode code, string text)
    {
        var failure = Assert.Throws<DomainException>(() => TextRules.Require(text, "text"));
        Assert.Equal((code, "text"), (failure.Code, failure.Field));
        return failure;
    }
}
