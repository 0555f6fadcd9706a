using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Tmx;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tests.Tmx;

public sealed class TmxReaderTests
{
    private const string Good = "<tu tuid='good'><tuv xml:lang='en'><seg>one</seg></tuv><tuv xml:lang='es'><seg>uno</seg></tuv></tu>";

    [Fact]
    public void Unit_WithEverything_FillsTheModel()
    {
        var (units, _) = Body("""
            <tu tuid="7" creationid="BOB" creationdate="20240229T120000Z"><note>n1</note><note>n2</note><prop type="domain">law
              </prop><prop type="m">1</prop><prop type="m">2</prop>
            <tuv xml:lang="EN_us" changeid="ANA" changedate="20250101T000000Z"><seg>one</seg></tuv>
            <tuv lang="iw"><seg>two</seg></tuv></tu>
            """);

        var unit = Assert.Single(units);
        Assert.Equal(("7", "m"), (unit.Key, unit.MemoryId));
        Assert.Equal("law", unit.Attributes["domain"]);
        Assert.Equal("1\n2", unit.Attributes["m"]);
        Assert.Equal("n1\nn2", unit.Attributes["note"]);
        Assert.Equal(["en-US", "he"], unit.Variants.Select(variant => variant.Language.Value));
        Assert.Equal(["ANA", "BOB"], unit.Variants.Select(variant => variant.Author));
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero), unit.Variants[1].CreateTime);
        Assert.Equal(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), unit.Variants[0].UpdateTime);
        Assert.All(unit.Variants, variant => Assert.Equal(VariantOrigin.Imported, variant.Origin));
    }

    [Theory]
    [InlineData("a<bpt i='5' x='2' type='bold'>&lt;b></bpt>b<ept i='5'>&lt;/b></ept>c", "abc", "1 Open 2 <b> bold|2 Close 2 </b> ")]
    [InlineData("<ph x='3' type='var'>{0}</ph>x<it pos='begin'>&lt;a></it><ut>u</ut>", "x", "0 Standalone 3 {0} var|1 Standalone 2 <a> |1 Standalone 4 u ")]
    [InlineData("a <hi type='term'>b <hi>c</hi></hi>", "a b c", "2 Open 1  term|4 Open 2  |5 Close 2  |5 Close 1  ")]
    [InlineData("x<ph>&lt;img alt='<sub>text</sub>'></ph>", "x", "1 Standalone 1 <img alt='text'> ")]
    [InlineData("x<n id='1' r='&quot;'/>y<w>z</w>", "xyz", "1 Standalone 1 <n id=\"1\" r=\"&quot;\"/> n|2 Open 2 <w> w|3 Close 2 </w> ")]
    [InlineData("a<ept i='1'>e</ept><bpt i='1'>b</bpt>", "a", "1 Standalone 1 e |1 Standalone 2 b ")]
    [InlineData("<bpt i='1'>b</bpt>a<bpt i='1'>c</bpt>d<ept i='1'>e</ept>", "ad", "0 Open 1 b |1 Standalone 2 c |2 Close 1 e ")]
    [InlineData("<![CDATA[<b>&]]> x", "<b>& x", "")]
    [InlineData("𠮷<ph/>x", "𠮷x", "2 Standalone 1  ")]
    public void Segment_InlineTags_BecomePlaceholders(string seg, string text, string tags)
    {
        var (units, _) = Body($"<tu><tuv xml:lang='en'><seg>{seg}</seg></tuv><tuv xml:lang='es'><seg>z</seg></tuv></tu>");

        var variant = Assert.Single(units).Variants[0];
        Assert.Equal(text, variant.Text);
        Assert.Equal(tags, string.Join('|', variant.Tags.Select(tag => $"{tag.Position} {tag.Kind} {tag.Id} {tag.Data} {tag.Type}")));
    }

    /// <summary>One bad thing in a file costs its own unit and nothing else.</summary>
    [Theory]
    [InlineData("TMX004", "<tu><tuv xml:lang='en'/><tuv xml:lang='es'><seg>a</seg></tuv></tu>", 0)]
    [InlineData("TMX005", "<tu><tuv xml:lang='en'><seg>a</seg></tuv><tuv><seg>a</seg></tuv></tu>", 0)]
    [InlineData("TMX005", "<tu><tuv xml:lang='en'><seg>a</seg></tuv><tuv xml:lang='english!'><seg>a</seg></tuv><tuv xml:lang='es'><seg>a</seg></tuv></tu>", 1)]
    [InlineData("TMX006", "<tu><tuv xml:lang='en'><seg/></tuv><tuv xml:lang='es'><seg>a</seg></tuv></tu>", 0)]
    [InlineData("TMX006", "<tu><tuv xml:lang='en'><seg> \n</seg></tuv><tuv xml:lang='es'><seg>a</seg></tuv></tu>", 0)]
    [InlineData("TMX006", "<tu><tuv xml:lang='en'><seg><ph>x</ph></seg></tuv><tuv xml:lang='es'><seg>a</seg></tuv></tu>", 0)]
    [InlineData("TMX007", "<tu><tuv xml:lang='es'><seg>a</seg></tuv></tu>", 0)]
    [InlineData("TMX007", "<tu/>", 0)]
    [InlineData("TMX010", "<tu creationdate='yesterday'><tuv xml:lang='en'><seg>a</seg></tuv><tuv xml:lang='es'><seg>a</seg></tuv></tu>", 1)]
    [InlineData("TMX011", "<tu><tuv xml:lang='en'><seg>a<bpt i='1'/></seg></tuv><tuv xml:lang='es'><seg>a</seg></tuv></tu>", 1)]
    [InlineData("TMX012", "<tu usagecount='3'><tuv xml:lang='en'><seg>a</seg></tuv><tuv xml:lang='es'><seg>a</seg></tuv></tu>", 1)]
    public void Body_OneBadUnit_CostsThatUnitOnly(string code, string bad, int kept)
    {
        var (units, sink) = Body(Good + "\n" + bad + Good);

        Assert.Equal(2 + kept, units.Count);
        Assert.Contains(sink.Items, item => item.Code == code && item.Line == 4);
    }

    [Fact]
    public void Segment_OverTheLimit_CostsItsUnit()
    {
        var (units, sink) = Body($"<tu><tuv xml:lang='en'><seg>{new string('a', 65_537)}</seg></tuv><tuv xml:lang='es'><seg>a</seg></tuv></tu>" + Good);

        Assert.Single(units);
        Assert.Equal("TMX008", Assert.Single(sink.Items, item => item.Severity == DiagnosticSeverity.Error).Code);
    }

    /// <summary>What ends a strict reading costs what follows; lenient reading mends what can be mended.</summary>
    [Theory]
    [InlineData("a\u0003b", "ab")]
    [InlineData("a&#3;b&#xD800;c", "abc")]
    [InlineData("a&nbsp;b&para;", "a\u00a0b¶")]
    [InlineData("R&D", "R&D")]
    [InlineData("a&nosuch;b", "a&nosuch;b")]
    [InlineData("a<t5:n id='1'/>b", "ab")]
    [InlineData("<![CDATA[a&nbsp;b]]>&nbsp;", "a&nbsp;b\u00a0")]
    public void Segment_AgainstTheRulesOfXml_StopsStrictReadingAndIsMendedByLenient(string seg, string mended)
    {
        var unit = $"<tu><tuv xml:lang='en'><seg>{seg}</seg></tuv><tuv xml:lang='es'><seg>z</seg></tuv></tu>";

        var (strict, strictSink) = Body(Good + unit);
        var (lenient, lenientSink) = Body(Good + unit, lenient: true);

        Assert.Single(strict);
        Assert.Equal(("TMX001", 3), (strictSink.Items[0].Code, strictSink.Items[0].Line));
        Assert.Equal(mended, lenient[1].Variants[0].Text);
        Assert.False(lenientSink.HasErrors);
        Assert.Contains(lenientSink.Items, item => item.Code == "TMX015");
    }

    [Fact]
    public void File_CutAnywhere_YieldsWhatWasWholeAndSaysSo()
    {
        var whole = Encoding.UTF8.GetBytes(Document(string.Concat(Enumerable.Repeat(Good, 20))));
        for (var cut = 1; cut < 64; cut++)
        {
            var (units, sink) = Read(whole[..(whole.Length * cut / 64)]);

            Assert.InRange(units.Count, 0, 20);
            Assert.True(sink.HasErrors);
        }
    }

    [Fact]
    public void Doctype_WithExternalAndInternalEntities_OpensNothingAndMultipliesNothing()
    {
        using var folder = new TemporaryFolder();
        var secret = folder.Write("secret.txt", "secret");
        foreach (var doctype in new[]
        {
            "<!DOCTYPE tmx SYSTEM 'http://127.0.0.1:1/tmx14.dtd'>",
            $"<!DOCTYPE tmx SYSTEM 'file://{secret}'>",
            $"<!DOCTYPE tmx [<!ENTITY e SYSTEM 'file://{secret}'>]>",
            "<!DOCTYPE tmx [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'><!ENTITY e '&b;&b;&b;'>]>",
            $"<!DOCTYPE tmx [<!ENTITY % p SYSTEM 'file://{secret}'> %p;]>",
        })
        {
            var (clean, cleanSink) = Read(Encoding.UTF8.GetBytes(doctype + Document(Good)));
            Assert.Single(clean);
            Assert.False(cleanSink.HasErrors);

            var (attack, attackSink) = Read(Encoding.UTF8.GetBytes(doctype + Document(Good + Good.Replace("one", "&e;"))));
            Assert.Single(attack);
            Assert.Contains("'e'", attackSink.Items[0].Message);
        }
    }

    [Fact]
    public void Elements_NestedAMillionDeep_AreRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<hi>", 1_000_000));

        var (units, sink) = Body(Good + "<tu><tuv xml:lang='en'><seg>" + deep);

        Assert.Single(units);
        Assert.Contains("deeper than 256", Assert.Single(sink.Items).Message);
    }

    [Theory]
    [InlineData("<html><body><h1>404</h1></body></html>", "TMX002", "'html'")]
    [InlineData("<map version='1.0'/>", "TMX002", "'map'")]
    [InlineData("404 not found", "TMX001", "does not begin with '<'")]
    [InlineData("", "TMX001", "empty")]
    [InlineData("PK\u0003\u0004rest", "TMX001", "zip archive")]
    [InlineData("a\0b", "TMX001", "binary")]
    public void File_OfAnotherKind_IsRefusedInPlainWords(string content, string code, string words)
    {
        var (units, sink) = Read(Encoding.UTF8.GetBytes(content));

        Assert.Empty(units);
        Assert.Equal(code, sink.Items[0].Code);
        Assert.Contains(words, sink.Items[0].Message);
    }

    [Fact]
    public void Units_OfAnEndlessFile_AreYieldedBeforeItEnds()
    {
        using var endless = new EndlessTmx(Encoding.UTF8.GetBytes("<tmx version='1.4'><body>"), Encoding.UTF8.GetBytes(Good));

        var units = TmxReader.Read(endless, "endless.tmx", new TmxOptions { MemoryId = "m" }, new DiagnosticSink());

        Assert.Equal(50_000, units.Take(50_000).Count());
    }

    private static (List<TranslationUnit> Units, DiagnosticSink Sink) Body(string body, bool lenient = false) =>
        Read(Encoding.UTF8.GetBytes(Document(body)), lenient);

    private static (List<TranslationUnit> Units, DiagnosticSink Sink) Read(byte[] bytes, bool lenient = false)
    {
        var sink = new DiagnosticSink();
        var options = new TmxOptions { MemoryId = "m", Lenient = lenient };
        return (TmxReader.Read(new MemoryStream(bytes), "test.tmx", options, sink).ToList(), sink);
    }

    private static string Document(string body) => $"<tmx version='1.4'>\n<header srclang='en'/>\n<body>{body}</body></tmx>";

    /// <summary>A file that begins and never ends.</summary>
    private sealed class EndlessTmx(byte[] start, byte[] unit) : MemoryStream(start)
    {
        private int _position;

        public override int Read(Span<byte> buffer)
        {
            var taken = base.Read(buffer);
            while (taken < buffer.Length)
            {
                buffer[taken++] = unit[_position++ % unit.Length];
            }

            return taken;
        }
    }
}
