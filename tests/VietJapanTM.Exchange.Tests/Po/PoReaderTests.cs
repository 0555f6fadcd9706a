using System.Text;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tests.Po;

public sealed class PoReaderTests
{
    private const string Header = "msgid \"\"\nmsgstr \"\"\n\"Language: vi\\n\"\n\"Plural-Forms: nplurals=1; plural=0;\\n\"\n";

    [Theory]
    [InlineData("msgid \"one\"\nmsgstr \"một\"\n", "one|one|một")]
    [InlineData("msgctxt \"menu\"\nmsgid \"one\"\nmsgstr \"một\"\n", "menu|one|one|một")]
    [InlineData("msgid \"\"\n\"one \"\n  \"two\"\nmsgstr \"một\"\n\" hai\"\n", "one two|one two|một hai")]
    [InlineData("msgid \"a\\n\\t\\\"b\\\\\\x41\\101\"\nmsgstr \"x\"\n", "a\n\t\"b\\AA|a\n\t\"b\\AA|x")]
    [InlineData("msgid \"day\"\nmsgid_plural \"days\"\nmsgstr[0] \"ngày\"\n", "day[0]|days|ngày")]
    [InlineData("#~ msgid \"old\"\n#~ msgstr \"cũ\"\nmsgid \"one\"\nmsgstr \"một\"", "one|one|một")]
    [InlineData("#, fuzzy, c-format\n#| msgid \"un\"\nmsgid \"one\"\nmsgstr \"một\"\n\nmsgid \"two\"\nmsgstr \"hai\"\n", "two|two|hai")]
    [InlineData("msgid \"one\"\nmsgstr \"\"\n", "one|one|")]
    [InlineData("msgid \"one\" \"two\"\nmsgstr \"x\"\n", "onetwo|onetwo|x")]
    public void Entry_OfAnyShape_GivesItsSegments(string body, string expected) =>
        Assert.Equal(expected, Show(Read(Header + body).Segments));

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void File_OfOtherLineEnds_IsReadWithItsLines(string end)
    {
        var (segments, sink) = Read((Header + "msgid \"one\"\nmsgstr \"một\"\n").Replace("\n", end, StringComparison.Ordinal));

        Assert.Empty(sink.Items);
        Assert.Equal((6, 9), (segments[0].Target!.Line, segments[0].Target!.Column));
    }

    [Fact]
    public void File_InTheCharsetOfItsHeader_IsDecoded()
    {
        var latin = Encoding.Latin1.GetBytes("msgid \"\"\nmsgstr \"Language: es\\nContent-Type: text/plain; charset=ISO-8859-1\\n\"\nmsgid \"year\"\nmsgstr \"año\"\n");

        Assert.Equal("year|year|año", Show(Read(latin).Segments));
    }

    [Fact]
    public void File_WithAMark_IsDecoded() => Assert.Equal("one|one|một", Show(Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Header + "msgid \"one\"\nmsgstr \"một\"\n")]).Segments));

    [Fact]
    public void File_InALyingCharset_IsNamedByItsPlace()
    {
        var (segments, sink) = Read([.. Encoding.UTF8.GetBytes(Header + "msgid \"año "), 0xF1, .. "\"\nmsgstr \"x\"\n"u8]);

        Assert.Empty(segments);
        var finding = Assert.Single(sink.Items);
        Assert.Equal(("PO001", 5, 12), (finding.Code, finding.Line, finding.Column));
    }

    [Theory]
    [InlineData("PO002", 5, 1, "nonsense\nmsgid \"one\"\nmsgstr \"x\"\n")]
    [InlineData("PO002", 6, 1, "# c\n\"one\"\n\nmsgid \"b\"\nmsgstr \"x\"\n")]
    [InlineData("PO002", 5, 13, "msgid \"one\" two\nmsgstr \"x\"\n")]
    [InlineData("PO003", 5, 7, "msgid \"one\nmsgstr \"x\"\n")]
    [InlineData("PO003", 5, 11, "msgid \"one\\q\"\nmsgstr \"x\"\n")]
    [InlineData("PO004", 8, 8, "msgid \"one\"\nmsgstr \"x\"\n\nmsgid \"one\"\nmsgstr \"x\"\n")]
    [InlineData("PO005", 5, 8, "msgid \"one\"\nmsgid_plural \"two\"\nmsgstr[0] \"x\"\nmsgstr[1] \"x\"\n")]
    [InlineData("PO006", 5, 8, "msgid \"one\"\n")]
    [InlineData("PO007", 6, 8, "#, fuzzy\nmsgid \"one\"\nmsgstr \"x\"\n")]
    public void File_ThatIsBroken_IsReportedAtItsPlaceAndTheRestIsRead(string code, int line, int column, string body)
    {
        var (segments, sink) = Read(Header + body + "\nmsgid \"last\"\nmsgstr \"cuối\"\n");

        var finding = Assert.Single(sink.Items);
        Assert.Equal((code, line, column), (finding.Code, finding.Line, finding.Column));
        Assert.Contains(segments, segment => segment.Source.Text == "last");
    }

    [Fact]
    public void Comments_OfPeople_AreNotes()
    {
        var segment = Read(Header + "# vjtm: reason\n#. extracted\n#: a.c:1\nmsgid \"one\"\nmsgstr \"x\"\n").Segments[0];

        Assert.Equal([new SegmentNote("vjtm: reason", 5, 3, "x.po"), new SegmentNote("extracted", 6, 4, "x.po")], segment.Notes.ToArray());
    }

    [Fact]
    public void Language_WithoutHeader_IsThatOfThePath()
    {
        var sink = new DiagnosticSink();
        var stream = new MemoryStream(Encoding.UTF8.GetBytes("msgid \"one\"\nmsgstr \"x\"\n"));
        var options = new BilingualOptions { SourceLanguage = LanguageTag.English, TargetLanguage = LanguageTag.Spanish, Columns = [LanguageTag.English, LanguageTag.Spanish, LanguageTag.Vietnamese] };

        Assert.Equal(LanguageTag.Vietnamese, BilingualFile.Read(stream, "locale/vi/LC_MESSAGES/x.po", options, sink).Single().TargetLanguage);
    }

    [SkippableFact]
    public void EveryRealFile_IsReadOrNamed()
    {
        var read = 0;
        foreach (var path in Directory.EnumerateFiles(TestData.Require("exchange", "po")).Where(path => new FileInfo(path).Length > 0))
        {
            var sink = new DiagnosticSink();
            var options = new BilingualOptions { SourceLanguage = LanguageTag.English, TargetLanguage = LanguageTag.Spanish };
            var segments = BilingualFile.Read(path, options, sink).ToList();

            Assert.True(segments.Count > 0 || sink.Items.Count > 0 || File.ReadAllText(path).Split("msgstr").Length <= 2, path);
            Assert.All(segments, segment => Assert.True(segment.Source.Line > 0 && segment.Target is not { Line: 0 }));
            read += sink.HasErrors ? 0 : 1;
        }

        Assert.True(read >= 45, $"Only {read} files were read whole.");
    }

    private static (List<BilingualSegment> Segments, DiagnosticSink Sink) Read(string content) => Read(Encoding.UTF8.GetBytes(content));

    private static (List<BilingualSegment> Segments, DiagnosticSink Sink) Read(byte[] content)
    {
        var sink = new DiagnosticSink();
        var options = new BilingualOptions { SourceLanguage = LanguageTag.English, TargetLanguage = LanguageTag.Vietnamese };
        return (BilingualFile.Read(new MemoryStream(content), "x.po", options, sink).ToList(), sink);
    }

    private static string Show(IEnumerable<BilingualSegment> segments) => string.Join(' ', segments.Select(s => $"{s.Id}|{s.Source}|{s.Target}"));
}
