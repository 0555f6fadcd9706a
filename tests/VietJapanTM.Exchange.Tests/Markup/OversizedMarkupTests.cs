using System.Globalization;
using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Tmx;
using VietJapanTM.Exchange.Xliff;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tests.Markup;

/// <summary>Markup that is well formed and beyond all measure: what can be read is read, and the rest is refused in its place.</summary>
public sealed class OversizedMarkupTests
{
    private const int TenMegabytes = 10_000_000;
    private const string Good = "<tu><tuv xml:lang='en'><seg>one</seg></tuv><tuv xml:lang='es'><seg>uno</seg></tuv></tu>";

    [Fact]
    public void AttributesByTheThousand_AreRead()
    {
        var attributes = string.Join(' ', Enumerable.Range(0, 40_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i}='x'")));
        var (units, _) = Read(Good + Good.Replace("<tu>", $"<tu {attributes}>") + Good);
        Assert.Equal(3, units.Count);
    }

    [Theory]
    [InlineData("<!--", "-->")]
    [InlineData("<?p ", "?>")]
    [InlineData("<note>", "</note>")]
    [InlineData("<tu tuid='", "'/>")]
    public void PartOfTenMegabytes_LeavesItsNeighboursWhole(string open, string close)
    {
        var (units, _) = Read(Good + open + new string('x', TenMegabytes) + close + Good);
        Assert.Equal(2, units.Count);
    }

    [Fact]
    public void SegmentOfTenMegabytesOfCdata_CostsItsUnit()
    {
        var (units, sink) = Read(Good + Good.Replace("one", $"<![CDATA[{new string('x', TenMegabytes)}]]>") + Good);
        Assert.Equal(2, units.Count);
        Assert.Equal("TMX008", Assert.Single(sink.Items, item => item.Severity == DiagnosticSeverity.Error).Code);
    }

    [Fact]
    public void SegmentOfAThousandTags_KeepsThemAll()
    {
        var (units, _) = Read(Good.Replace("one", string.Concat(Enumerable.Repeat("x<ph>{0}</ph>", 1_000))));
        Assert.Equal((1_000, 1_000), (units[0].Variants[0].Text.Length, units[0].Variants[0].Tags.Length));
    }

    [Fact]
    public void SubflowsNestedTwoHundredDeep_AreOneTag()
    {
        var deep = string.Concat(Enumerable.Repeat("<ph><sub>", 100)) + "x" + string.Concat(Enumerable.Repeat("</sub></ph>", 100));
        var (units, _) = Read(Good + Good.Replace("one", "a" + deep));
        Assert.Equal("a", units[1].Variants[0].Text);
        Assert.Single(units[1].Variants[0].Tags);
    }

    [Fact]
    public void XliffNestedAMillionDeep_IsRefused()
    {
        var content = "<xliff version='1.2'><file source-language='en' target-language='es'><body>" + string.Concat(Enumerable.Repeat("<group>", 1_000_000));
        var sink = new DiagnosticSink();
        Assert.Empty(XliffReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), "x.xlf", new BilingualOptions(), sink));
        Assert.Contains("deeper than 256", Assert.Single(sink.Items).Message);
    }

    private static (List<TranslationUnit> Units, DiagnosticSink Sink) Read(string body)
    {
        var sink = new DiagnosticSink();
        var bytes = Encoding.UTF8.GetBytes($"<tmx version='1.4'><header srclang='en'/><body>{body}</body></tmx>");
        return (TmxReader.Read(new MemoryStream(bytes), "test.tmx", new TmxOptions { MemoryId = "m" }, sink).ToList(), sink);
    }
}
