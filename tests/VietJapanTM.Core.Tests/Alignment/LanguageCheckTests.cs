using VietJapanTM.Alignment;
using VietJapanTM.Model;
using Xunit.Abstractions;

namespace VietJapanTM.Core.Tests.Alignment;

public sealed class LanguageCheckTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["es"] = "El presidente de la república recibió ayer en el palacio al primer ministro, con quien habló de la cooperación económica entre los dos países y de la situación en la región.",
        ["en"] = "The president of the republic received the prime minister at the palace yesterday, and they talked about economic cooperation between the two countries and the situation in the region.",
        ["vi"] = "Hôm qua Chủ tịch nước đã tiếp Thủ tướng tại phủ, hai bên trao đổi về hợp tác kinh tế giữa hai nước và về tình hình trong khu vực.",
        ["ja"] = "大統領は昨日、官邸で首相と会談し、両国の経済協力と地域の情勢について意見を交わした。また、貿易と投資の拡大についても協議し、来年の首脳会談の開催で一致した。",
    };

    public static IEnumerable<object[]> Pairs => from one in Texts.Keys from other in Texts.Keys select new object[] { one, other };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Find_TextMarkedWithALanguage_NamesTheOneThatItReadsLike(string text, string marked)
    {
        var side = AlignmentSide.OfLines(LanguageTag.Parse(marked), [Texts[text]]);
        foreach (var language in Texts.Keys)
        {
            output.WriteLine($"{text} as {language}: {LanguageCheck.Fit(LanguageCheck.Words(side), LanguageTag.Parse(language)):F2}");
        }

        var doubts = LanguageCheck.Find([side]);
        if (text == marked)
        {
            Assert.Empty(doubts);
        }
        else
        {
            Assert.Equal(new LanguageDoubt(LanguageTag.Parse(marked), LanguageTag.Parse(text)), Assert.Single(doubts));
        }
    }

    [Fact]
    public void Find_ShortOrUnknownText_SaysNothing()
    {
        Assert.Empty(LanguageCheck.Find([AlignmentSide.OfLines(LanguageTag.Spanish, ["The end."]), AlignmentSide.OfLines(LanguageTag.English, [])]));
        Assert.Empty(LanguageCheck.Find([AlignmentSide.OfLines(LanguageTag.Parse("fr"), [Texts["es"]])]));
    }

    [SkippableTheory]
    [InlineData("ntrexdev-hard", "es-en")]
    [InlineData("ntrexdev-hard", "es-vi")]
    [InlineData("ntrexdev-hard", "es-ja")]
    [InlineData("lohelp", "es-en")]
    public void Find_DevelopmentDocuments_AreInTheirLanguages(string set, string pair)
    {
        foreach (var document in VietJapanTM.Testing.Alignment.AlignedDocument.ReadAll(TestData.Require("align", "dev", set), pair))
        {
            Assert.Empty(LanguageCheck.Find([document.Source, document.Target]));
        }
    }
}
