using VietJapanTM.Cli.Output;
using VietJapanTM.Cli.Review;

namespace VietJapanTM.Cli.Tests.Review;

public sealed class ScreenTextTests
{
    [Theory]
    [InlineData("外相は協力を強調した。", 20, "外相は協力を強調し|た。")]
    [InlineData("外相は協力を「強調」した。", 14, "外相は協力を|「強調」した。")]
    [InlineData("外相は協力をニュース", 16, "外相は協力を|ニュース")]
    [InlineData("。。。。。", 4, "。。|。。|。")]
    [InlineData("El presidente llegó ayer.", 14, "El presidente|llegó ayer.")]
    [InlineData("会談 meeting、会談", 10, "会談|meeting、|会談")]
    public void Wrap_Japanese_BreaksNeitherBeforeAStopNorBehindABracket(string text, int width, string lines)
    {
        var wrapped = ScreenText.Wrap(text, width).ToList();
        Assert.Equal(lines, string.Join('|', wrapped));
        Assert.All(wrapped, line => Assert.InRange(DisplayWidth.Of(line), 0, width));
    }
}
