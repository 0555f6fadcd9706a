using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Xliff;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tests.Xliff;

public sealed class XliffReaderTests
{
    private const string Start12 = "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'>\n<file source-language='en' target-language='es'><body>\n";
    private const string End12 = "</body></file></xliff>";

    [Theory]
    [InlineData("<trans-unit id='1'><source>one</source><target state='final'>uno</target></trans-unit>", "1|one|uno|final")]
    [InlineData("<group><trans-unit id='1'><source>one</source></trans-unit></group>", "1|one||")]
    [InlineData("<trans-unit id='1' translate='no'><source>one</source><target>uno</target></trans-unit>", "")]
    [InlineData("<trans-unit id='1'><source>a <g id='1'>b</g><x id='2'/><ph id='3'>&lt;br/></ph> &amp; c</source><target/></trans-unit>", "1|a b & c||")]
    [InlineData("<trans-unit id='1'><source>one</source><target>uno</target><alt-trans><source>x</source><target>y</target></alt-trans></trans-unit>", "1|one|uno|")]
    [InlineData("<group translate='no'><trans-unit id='1'><source>one</source></trans-unit><group translate='yes'><trans-unit id='2'><source>two</source></trans-unit></group></group><trans-unit id='3'><source>three</source></trans-unit>", "2|two|| 3|three||")]
    [InlineData("<trans-unit id='1'><source>a b</source><seg-source><mrk mtype='seg' mid='0'>a</mrk> <g id='1'><mrk mtype='seg' mid='1'>b</mrk></g></seg-source><target><mrk mtype='seg' mid='1'>B</mrk></target></trans-unit>", "1/0|a|| 1/1|b|B|")]
    [InlineData("<trans-unit id='1'><source><![CDATA[a <b>&]]></source><target>x<!-- no -->y</target></trans-unit>", "1|a <b>&|xy|")]
    public void Xliff12_Unit_GivesItsSegments(string body, string expected)
    {
        var (segments, sink) = Read(Start12 + body + End12);

        Assert.Empty(sink.Items);
        Assert.Equal(expected, Show(segments));
    }

    [Theory]
    [InlineData("<unit id='u'><segment id='s' state='translated'><source>one</source><target>uno</target></segment></unit>", "u/s|one|uno|translated")]
    [InlineData("<unit id='u'><segment><source>a <pc id='1'>b</pc><ph id='2'/></source></segment><ignorable><source> </source></ignorable><segment><source>c</source></segment></unit>", "u|a b|| u|c||")]
    [InlineData("<group id='g' translate='no'><unit id='u'><segment><source>one</source></segment></unit></group><unit id='v'><segment><source>two</source></segment></unit>", "v|two||")]
    [InlineData("<unit id='u'><segment><source>a <sc id='1'/>b<ec startRef='1'/><mrk id='m' translate='no'>c</mrk><sm id='2'/><em startRef='2'/></source></segment></unit>", "u|a bc||")]
    [InlineData("<unit id='u'><mtc:matches xmlns:mtc='urn:oasis:names:tc:xliff:matches:2.0'><mtc:match ref='#1'><source>x</source><target>y</target></mtc:match></mtc:matches><segment><source>one</source></segment></unit>", "u|one||")]
    [InlineData("<unit id='u'><segment><source>a<cp hex='0003'/>b<cp hex='1F600'/>c</source><target>x</target></segment></unit>", "u|a\u0003b😀c|x|")]
    public void Xliff2_Unit_GivesItsSegments(string body, string expected)
    {
        var (segments, sink) = Read("<xliff version='2.0' srcLang='en' trgLang='es' xmlns='urn:oasis:names:tc:xliff:document:2.0'><file id='f'>" + body + "</file></xliff>");

        Assert.Empty(sink.Items);
        Assert.Equal(expected, Show(segments));
    }

    [Theory]
    [InlineData("2.0", "document:2.0")]
    [InlineData("2.1", "document:2.0")]
    [InlineData("2.2", "document:2.2")]
    public void Xliff2_OfEveryVersion_IsReadWithItsNotes(string version, string name)
    {
        var (segments, sink) = Read($"<xliff version='{version}' srcLang='en' trgLang='es' xmlns='urn:oasis:names:tc:xliff:{name}'><file id='f'><unit id='u'>\n<notes><note>why &amp; how</note></notes><segment><source>one</source></segment></unit></file></xliff>");

        Assert.Empty(sink.Items);
        Assert.Equal(new SegmentNote("why & how", 2, 14, "x.xlf"), Assert.Single(Assert.Single(segments).Notes));
    }

    [Theory]
    [InlineData("uno dos")]
    [InlineData("𠮷 é dos")]
    [InlineData("<g id='1>'>uno</g> &amp;&#x20;dos")]
    [InlineData("uno\r\ny\r\n dos")]
    [InlineData("<ph id='1'>dos</ph>dos")]
    [InlineData("<![CDATA[uno <dos]]>")]
    [InlineData("<!-- dos -->dos")]
    public void Target_OffsetInTheText_LeadsToItsPlaceInTheFile(string target)
    {
        var content = Start12 + "<trans-unit id='1'><source>x</source><target>" + target + "</target></trans-unit>" + End12;
        var before = content[..content.LastIndexOf("dos", StringComparison.Ordinal)].Replace("\r\n", "\n").Split('\n');

        var text = Read(content).Segments[0].Target!;

        Assert.Equal((before.Length, before[^1].Length + 1), text.Locate(text.Text.IndexOf("dos", StringComparison.Ordinal)));
    }

    [Fact]
    public void Target_OffsetsOutside_AreACallersBug()
    {
        var (segments, _) = Read(Start12 + "<trans-unit id='1'><source>x</source><target>a&amp;</target></trans-unit>" + End12);

        Assert.Equal((3, 52), segments[0].Target!.Locate(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => segments[0].Target!.Locate(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => segments[0].Target!.Locate(-1));
    }

    [Theory]
    [InlineData("XLF001", "<xliff version='1.2'><file", false)]
    [InlineData("XLF002", "<html/>", false)]
    [InlineData("XLF003", "<xliff version='1.2'><file source-language='en'><body><trans-unit id='1'><source>a</source></trans-unit></body></file></xliff>", false)]
    [InlineData("XLF003", "<xliff version='1.1'><file><body><trans-unit id='1'><source>a</source></trans-unit></body></file></xliff>", false)]
    [InlineData("XLF003", "<xliff version='2.0'><file id='f'><unit id='1'><segment><source>a</source></segment></unit></file></xliff>", false)]
    [InlineData("XLF001", "<xliff version='1.2'><file source-language='en' target-language='es'><mq:x/></file></xliff>", false)]
    [InlineData("XLF004", "<xliff version='1.2'><file source-language='en' target-language='es'><mq:x/></file></xliff>", true)]
    public void File_ThatIsBroken_IsReported(string code, string content, bool lenient)
    {
        var (segments, sink) = Read(content, new BilingualOptions { Lenient = lenient });

        Assert.Empty(segments);
        Assert.Equal(code, Assert.Single(sink.Items).Code);
        Assert.Equal(lenient, sink.Items[0].Severity == DiagnosticSeverity.Warning);
    }

    [Fact]
    public void File_WithoutTargetLanguage_TakesTheOneOfTheCall()
    {
        var content = (Start12 + "<trans-unit id='1'><source>a</source></trans-unit>" + End12).Replace(" target-language='es'", "");

        var (segments, sink) = Read(content, new BilingualOptions { TargetLanguage = LanguageTag.Vietnamese });

        Assert.Empty(sink.Items);
        Assert.Equal(LanguageTag.Vietnamese, Assert.Single(segments).TargetLanguage);
    }

    private static (List<BilingualSegment> Segments, DiagnosticSink Sink) Read(string content, BilingualOptions? options = null)
    {
        var sink = new DiagnosticSink();
        var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return (XliffReader.Read(stream, "x.xlf", options ?? new BilingualOptions(), sink).ToList(), sink);
    }

    private static string Show(IEnumerable<BilingualSegment> segments) =>
        string.Join(' ', segments.Select(segment => $"{segment.Id}|{segment.Source}|{segment.Target}|{segment.State}"));
}
