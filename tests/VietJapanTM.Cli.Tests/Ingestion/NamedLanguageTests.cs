using VietJapanTM.Cli.Ingestion;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Tests.Ingestion;

public sealed class NamedLanguageTests
{
    private static readonly LanguageTag[] Languages = [.. "es en vi ja".Split(' ').Select(LanguageTag.Parse)];

    [Theory]
    [InlineData("summit.es.txt", "es", "summit")]
    [InlineData("summit_es.txt", "es", "summit")]
    [InlineData("summit-ES.md", "es", "summit")]
    [InlineData("es_summit.html", "es", "summit")]
    [InlineData("summit.es-MX.txt", "es", "summit")]
    [InlineData("summit_es_MX.txt", "es", "summit")]
    [InlineData("summit (vn).docx", "vi", "summit")]
    [InlineData("news/es/summit.html", "es", "news/summit")]
    [InlineData("Spanish/2023/summit.html", "es", "2023/summit")]
    [InlineData("summit.jp.txt", "ja", "summit")]
    [InlineData("es/summit.en.txt", "en", "es/summit")]
    [InlineData("en.vi.txt", "vi", "en")]
    [InlineData("summit.vi.final.txt", "vi", "summit.final")]
    [InlineData("doc/es.md", "es", "doc")]
    [InlineData("es.txt", "es", "")]
    [InlineData("es/es.txt", "es", "")]
    [InlineData("2023/es/nota/español.txt", "es", "2023/nota")]
    [InlineData("es/en.txt", "en", "es")]
    [InlineData("es-nota.txt", "es", "nota")]
    [InlineData("es-TV.txt", "es", "TV")]
    public void Find_LanguageInThePath_NamesItAndTheDocument(string path, string language, string stem) =>
        Assert.Equal((LanguageTag.Parse(language), stem), NamedLanguage.Find(path, Languages));

    [Theory]
    [InlineData("summit.txt")]
    [InlineData("summit.fr.txt")]
    [InlineData("essay.txt")]
    [InlineData("vision/enjambre.txt")]
    [InlineData("-.txt")]
    [InlineData("..txt")]
    public void Find_NoLanguageInThePath_IsNull(string path) => Assert.Null(NamedLanguage.Find(path, Languages));

    [Fact]
    public void Find_RegionAskedFor_IsPreferred()
    {
        LanguageTag[] regions = [LanguageTag.Parse("es-ES"), LanguageTag.Parse("es-MX")];
        Assert.Equal((regions[1], "a"), NamedLanguage.Find("a.es-MX.txt", regions));
        Assert.Equal((regions[0], "a"), NamedLanguage.Find("a.es.txt", regions));
        Assert.Equal((regions[1], "a"), NamedLanguage.Find("a/es_MX.txt", regions));
    }
}
