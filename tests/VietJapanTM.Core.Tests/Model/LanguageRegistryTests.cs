using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Model;

public sealed class LanguageRegistryTests
{
    [Theory]
    [InlineData("es", true)]
    [InlineData("vi", true)]
    [InlineData("zh-Hans-CN", true)]
    [InlineData("yue", true)]
    [InlineData("vn", false)]
    [InlineData("jp-JP", false)]
    public void Knows_Languages_NotCountries(string code, bool known) => Assert.Equal(known, LanguageRegistry.Knows(LanguageTag.Parse(code)));

    [Theory]
    [InlineData("vn", "Did you mean vi?")]
    [InlineData("jp", "Did you mean ja?")]
    [InlineData("xx", "Write a code such as es")]
    public void Doubt_NamesWhatWasMeant(string code, string words) => Assert.Contains(words, LanguageRegistry.Doubt(LanguageTag.Parse(code)));
}
