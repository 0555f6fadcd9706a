using VietJapanTM.Model;
using VietJapanTM.Terminology;
using VietJapanTM.Terminology.Checking;
using static VietJapanTM.Core.Tests.Terminology.TestGlossary;

namespace VietJapanTM.Core.Tests.Terminology.Checking;

public sealed class VerbatimPartsTests
{
    private static readonly TermChecker Checker = new(new TermRecognizer([Concept("asean", "es:ASEAN/acronym", "es:Asean/acronym/deprecated")]));

    [Theory]
    [InlineData("Véase https://www.Asean.org/Asean/index?x=Asean.")]
    [InlineData("日本語https://Asean.org/に続く")]
    [InlineData("Escriba a info@Asean.org o a Asean@example.org.")]
    [InlineData("Bienvenido, {Asean}, ${Asean} y {{Asean}}.")]
    [InlineData("<b title=\"Asean\">Hola</b>")]
    [InlineData("Lea Asean.pdf y docs/Asean/a.txt.")]
    [InlineData("#Asean y @Asean")]
    [InlineData("www.example.org/Asean, Asean.org")]
    public void Term_InsideWhatIsNoWord_IsNoFinding(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("Los países de la Asean.", 1)]
    [InlineData("La Asean. Véase https://asean.org", 1)]
    [InlineData("{n, plural, one {la Asean} other {las Asean}}", 2)]
    [InlineData("a < b y la Asean > c", 1)]
    [InlineData("<b>Asean</b>", 1)]
    public void Term_AmongWords_IsOne(string text, int count) => Assert.Equal(count, Find(text).Count());

    private static IEnumerable<Finding> Find(string text) => Checker.CheckAll(
        [new CheckSegment { SourceLanguage = LanguageTag.Spanish, TargetLanguage = LanguageTag.Spanish, Target = text }])[0].Where(f => f.Rule.Id == "VJT001");
}
