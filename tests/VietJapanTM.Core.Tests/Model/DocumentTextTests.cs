using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Model;

public sealed class DocumentTextTests
{
    [Theory]
    [InlineData("es", "el presidente de la República Socialista de \n Vietnam", "el presidente de la República Socialista de Vietnam")]
    [InlineData("ja", "定期的に協\n議を行う。", "定期的に協議を行う。")]
    [InlineData("ja", "文書は Open\r\nSource である。", "文書は Open Source である。")]
    public void Join_SegmentOverLines_IsOneLine(string language, string wrapped, string joined)
    {
        var text = new DocumentText(LanguageTag.Parse(language), wrapped, [new DocumentSegment(wrapped, 0)]);
        Assert.Equal(joined, text.Join(0, 1));
    }

    [Theory]
    [InlineData("es", "Uno. Dos.")]
    [InlineData("ja", "Uno.Dos.")]
    public void Join_Segments_HaveWhatTheLanguagePutsBetween(string language, string joined) =>
        Assert.Equal(joined, new DocumentText(LanguageTag.Parse(language), "", [new DocumentSegment("Uno.", 0), new DocumentSegment("Dos.", 0)]).Join(0, 2));
}
