using System.Text;
using VietJapanTM.Exchange.Parallel;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tests.Parallel;

public sealed class ParallelTextTests
{
    [Theory]
    [InlineData("uno\ndos\n", "one\r\ntwo", "uno=one dos=two")]
    [InlineData("uno\ndos\ntres", "one\n[no target]\nthree\n", "uno=one dos tres=three")]
    [InlineData("\ufeffu\rno", "one", "u\rno=one")]
    public void Reader_SoundFiles_GiveAUnitALine(string es, string en, string expected)
    {
        var (units, sink) = Read(es, en);

        Assert.False(sink.HasErrors);
        Assert.Equal(expected, Show(units));
    }

    [Fact]
    public void Reader_ThreeLanguages_LeaveAbsentVariantsOut()
    {
        var (units, sink) = Read("uno\ndos", "one\n\n", "một\nhai");

        Assert.Empty(sink.Items);
        Assert.Equal("uno=one=một dos=hai", Show(units));
    }

    [Fact]
    public void Reader_DifferentLineCounts_NamesBothAndTheFirstUnmatchedLine()
    {
        var (units, sink) = Read("uno\ndos\ntres\ncuatro", "one\ntwo");

        var finding = Assert.Single(sink.Items);
        Assert.Equal(("PAR001", "0.txt", 3), (finding.Code, finding.File, finding.Line));
        Assert.Contains("4 lines", finding.Message);
        Assert.Contains("1.txt has 2", finding.Message);
        Assert.Contains("'tres'", finding.Message);
        Assert.Equal(2, units.Count);
    }

    [Fact]
    public void Reader_LineWithoutText_IsSkippedAndCounted()
    {
        var (units, sink) = Read("\ndos", "[no target]\ntwo");

        Assert.Equal(("PAR003", 1), (Assert.Single(sink.Items).Code, sink.Items[0].Line));
        Assert.Equal("dos=two", Show(units));
    }

    [Fact]
    public void Reader_LineOverTheLimit_IsAnErrorAtItsLine()
    {
        var (_, sink) = Read("uno\n" + new string('x', 65_537), "one\ntwo");

        Assert.Equal(("PAR004", 2), (sink.Items[0].Code, sink.Items[0].Line));
    }

    [Fact]
    public void Reader_InvalidBytes_AreRefusedByOffsetAndLine()
    {
        var sink = new DiagnosticSink();
        var bytes = "uno\ndos\nma\u00f1ana\n"u8.ToArray();
        bytes[10] = 0xF1;
        var units = ParallelTextReader.Read(
            [
                new ParallelText(LanguageTag.Spanish, new MemoryStream(bytes), "es.txt"),
                new ParallelText(LanguageTag.English, new MemoryStream("one\ntwo\nthree\n"u8.ToArray()), "en.txt"),
            ],
            "m",
            sink).ToList();

        Assert.Empty(units);
        var finding = Assert.Single(sink.Items);
        Assert.Equal(("PAR002", "es.txt"), (finding.Code, finding.File));
        Assert.Contains("offset 10 (line 3) are not utf-8", finding.Message);
    }

    [Fact]
    public void Reader_OneText_IsACallersBug() => Assert.Throws<ArgumentException>(() => Read("uno"));

    private static (List<TranslationUnit> Units, DiagnosticSink Sink) Read(params string[] texts)
    {
        LanguageTag[] languages = [LanguageTag.Spanish, LanguageTag.English, LanguageTag.Vietnamese];
        var sink = new DiagnosticSink();
        var files = texts.Select((text, i) => new ParallelText(languages[i], new MemoryStream(Encoding.UTF8.GetBytes(text)), $"{i}.txt")).ToList();
        return (ParallelTextReader.Read(files, "m", sink).ToList(), sink);
    }

    private static string Show(IEnumerable<TranslationUnit> units) =>
        string.Join(' ', units.Select(unit => string.Join('=', unit.Variants.Select(variant => variant.Text))));
}
