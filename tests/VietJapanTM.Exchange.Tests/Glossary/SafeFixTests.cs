using VietJapanTM.Exchange.Glossary;
using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Exchange.Tests.Glossary;

/// <summary>What the check with the shipped glossary would write into real sentences: a fix that nobody looks at must never make a fault.</summary>
public sealed class SafeFixTests
{
    private static readonly TermChecker Checker = new(new TermRecognizer(
        GlossaryFolder.Read(RepositoryRoot.Combine("glossary"), new DiagnosticSink()).Entries.Select(e => e.Concept)));

    [Theory]
    [InlineData("es", "Vietnam y Japón hablaron.", "ja", "越南と日本が話した。", "VJT001 ベトナム")] // not the state's full name, not the adjective
    [InlineData("es", "La guerra de Vietnam", "ja", "ヴェトナム戦争", "VJT001 ベトナム")]
    [InlineData("es", "El mar del Este hoy", "vi", "BIỂN NAM TRUNG HOA HÔM NAY", "VJT001 BIỂN ĐÔNG")]
    [InlineData("es", "La AOD creció.", "en", "OFFICIAL DEVELOPMENT AID ROSE", "VJT001 OFFICIAL DEVELOPMENT ASSISTANCE")]
    [InlineData("es", "La AOD creció.", "en", "Official Development Aid Rose", "VJT001 ?")] // a headline in title case
    [InlineData("es", "La AOD creció.", "en", "Official development aid rose.", "VJT001 Official development assistance")]
    [InlineData("es", "El secretario general habló.", "vi", "Tổng Thư ký Nguyễn Phú Trọng phát biểu.", "VJT001 ?")] // the name must stay
    [InlineData("es", "Habló Fumio Kishida.", "vi", "Thủ tướng Kishida Fumiô phát biểu.", "VJT008 Kishida Fumio")] // the order was right
    [InlineData("es", "Habló Fumio Kishida.", "en", "FUMIO KISHIDE SPOKE", "VJT008 FUMIO KISHIDA")]
    [InlineData("es", "los países del Sudeste Asiático", "en", "Southeast Asian countries", "")]
    [InlineData("vi", "các đối tác Đông Nam Á", "en", "its South-East Asian partners", "")]
    [InlineData("es", "Habló Kishida Fumio.", "en", "KISHIDA Fumio spoke.", "")]
    [InlineData("es", "Habló Kishida Fumio.", "vi", "Ông Fumio KISHIDA phát biểu.", "")]
    [InlineData("es", "Habló Nguyen Phu Trong.", "en", "Nguyễn Phú Trọng spoke.", "")]
    [InlineData("es", "Habló el Gobierno de Japón.", "en", "Japan's government spoke.", "")]
    [InlineData("es", "La Guardia Costera de Vietnam", "en", "the Vietnamese Coast Guard", "")]
    [InlineData("es", "la ayuda de Japón a Vietnam", "ja", "日本の対越援助", "")]
    public void Check_Sentence_OffersOnlyWhatIsSafe(string from, string source, string to, string target, string expected)
    {
        var findings = Checker.Check(source, LanguageTag.Parse(from), target, LanguageTag.Parse(to));
        Assert.Equal(expected, string.Join("; ", findings.Where(f => f.Severity >= FindingSeverity.Warning).Select(f => $"{f.Rule.Id} {f.SafeFix ?? "?"}")));
    }

    [Theory]
    [InlineData("vi", "Tổng Thư ký Nguyễn Phú Trọng tiếp ông.", "Tổng Bí thư Nguyễn Phú Trọng")]
    [InlineData("ja", "トゥオン大統領が話した。", "トゥオン国家主席")]
    public void Check_ForbiddenTermThatHoldsAName_KeepsTheNameInItsAdvice(string language, string text, string expected)
    {
        var finding = Assert.Single(Checker.CheckText(text, LanguageTag.Parse(language)), f => f.Rule.Id == "VJT001");
        Assert.Equal(expected, Assert.Single(finding.Replacements));
        Assert.Null(finding.SafeFix);
    }
}
