using VietJapanTM.Matching.Analysis;
using VietJapanTM.Model;

namespace VietJapanTM.Core.Tests.Matching.Analysis;

public sealed class AnalysisTests
{
    [Theory]
    [InlineData(101, "101")]
    [InlineData(100, "100")]
    [InlineData(99, "95-99")]
    [InlineData(95, "95-99")]
    [InlineData(94, "85-94")]
    [InlineData(85, "85-94")]
    [InlineData(84, "75-84")]
    [InlineData(75, "75-84")]
    [InlineData(74, "50-74")]
    [InlineData(50, "50-74")]
    [InlineData(49, "new")]
    [InlineData(0, "new")]
    [InlineData(null, "new")]
    public void Band_AtItsBorders_IsTheOneOfItsName(int? score, string name) => Assert.Equal(name, AnalysisBands.NameOf(AnalysisBands.Of(score)));

    [Theory]
    [InlineData(-1)]
    [InlineData(102)]
    public void Band_OfNoMatchRate_IsRefused(int score) => Assert.Throws<ArgumentOutOfRangeException>(() => AnalysisBands.Of(score));

    [Fact]
    public void Names_OfAllBands_AreDifferent() =>
        Assert.Equal(["repetition", "101", "100", "95-99", "85-94", "75-84", "50-74", "new"], AnalysisBands.All.Select(AnalysisBands.NameOf));

    [Theory]
    [InlineData("es", "La visita, de 2 días, fue un éxito.", 8, 28)]
    [InlineData("vi", "Việt Nam và Nhật Bản", 5, 16)]
    [InlineData("en", "state-of-the-art  -  x\u00A0y\n", 3, 19)]
    [InlineData("ja", "両首脳は、会談した。\u3000A社", 0, 12)]
    [InlineData("en", "… — !", 0, 3)]
    [InlineData("ja", "𠮷野家", 0, 3)]
    [InlineData("en", " \t", 0, 0)]
    public void Size_OfASegment_FollowsThePublishedRule(string language, string text, int words, int characters)
    {
        Assert.Equal(new SegmentSize(1, words, characters), SegmentSize.Of(LanguageTag.Parse(language), text));
        Assert.Equal(
            new SegmentSize(1, words, characters), SegmentSize.Of(LanguageTag.Parse(language), text.Normalize(System.Text.NormalizationForm.FormD)));
    }

    [Fact]
    public void Table_OfAnySegments_AddsUpToTheWhole() => Seeded.Run(100, random =>
    {
        var (total, whole, files) = (new AnalysisTable(), default(SegmentSize), random.Next(0, 4));
        for (var file = 0; file < files; file++)
        {
            var table = new AnalysisTable();
            var ofFile = default(SegmentSize);
            for (var i = random.Next(0, 30); i > 0; i--)
            {
                var size = new SegmentSize(1, random.Next(0, 50), random.Next(0, 300));
                table.Add(AnalysisBands.All[random.Next(AnalysisBands.All.Length)], size);
                ofFile += size;
            }

            Assert.Equal(ofFile, table.Total);
            total.Add(table);
            whole += ofFile;
        }

        Assert.Equal(whole, total.Total);
        Assert.Equal(whole.Words, AnalysisBands.All.Sum(b => total[b].Words));
    });
}
