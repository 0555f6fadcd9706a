using System.Text;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tests.Bilingual;

public sealed class BilingualFileTests
{
    private const string Tmx =
        """
        <tmx version="1.4"><header srclang="es"/><body>
        <tu tuid="7"><tuv xml:lang="es"><seg>uno &amp; dos</seg></tuv>
          <tuv xml:lang="en-US"><seg>one <ph>{0}</ph>&amp;
            two</seg></tuv>
          <tuv xml:lang="vi"><seg/></tuv></tu>
        <tu><tuv xml:lang="es"><seg>tres</seg></tuv><tuv xml:lang="en"><seg>three two</seg></tuv></tu>
        </body></tmx>
        """;

    private const string Tsv = "key\tes\ten\n7\tuno\tone two\n8\t\"dos\"\t\"a \"\"b\"\"\n two\"\n9\t=x\t\"\t=two\"\n10\tcuatro\t\n";

    [Fact]
    public void Tmx_SourceAndTargetNamed_GivesTheirPairs()
    {
        var segments = Read("x.tmx", Tmx, new BilingualOptions { SourceLanguage = LanguageTag.Spanish, TargetLanguage = LanguageTag.English }).Segments;

        Assert.Equal("7 es uno & dos > en-US one &\n    two| es tres > en three two", Show(segments));
    }

    [Fact]
    public void Tmx_NoLanguageNamed_PairsTheFirstVariantWithEveryOther() =>
        Assert.Equal(["en-US", "vi", "en"], Read("x.tmx", Tmx).Segments.Select(segment => segment.TargetLanguage.Value));

    [Fact]
    public void Tsv_Lines_GiveTheirPairs() =>
        Assert.Equal("7 es uno > en one two|8 es dos > en a \"b\"\n two|9 es =x > en =two|10 es cuatro > en ", Show(Read("x.tsv", Tsv).Segments));

    [Theory]
    [InlineData("x.tmx", Tmx)]
    [InlineData("x.tsv", Tsv)]
    public void Target_EveryTwo_IsFoundAtItsPlace(string name, string content)
    {
        var lines = content.Split('\n');
        var found = 0;
        foreach (var text in Read(name, content).Segments.Select(segment => segment.Target).OfType<LocatedText>())
        {
            var offset = text.Text.IndexOf("two", StringComparison.Ordinal);
            if (offset >= 0)
            {
                var (line, column) = text.Locate(offset);
                Assert.Equal("two", lines[line - 1].Substring(column - 1, 3));
                found++;
            }
        }

        Assert.Equal(name == "x.tmx" ? 2 : 3, found);
    }

    [Fact]
    public void File_OfAnUnknownEnding_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("x.docx", "x");

        var failure = Assert.Throws<DomainException>(() => BilingualFile.Read(path, new BilingualOptions(), new DiagnosticSink()).Count());

        Assert.Equal(ErrorCode.FileMalformed, failure.Code);
    }

    [Theory]
    [InlineData("absent.tmx", "does not exist")]
    [InlineData("folder.tmx", "is a folder")]
    [InlineData("empty.tmx", "is empty")]
    public void File_ThatCannotBeRead_IsRefusedInPlainWords(string name, string words)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["folder.tmx"]);
        folder.Write("empty.tmx", "");

        var failure = Assert.Throws<DomainException>(() => BilingualFile.Read(folder[name], new BilingualOptions(), new DiagnosticSink()).Count());

        Assert.Equal(ErrorCode.FileUnreadable, failure.Code);
        Assert.Contains(words, failure.Message);
    }

    private static (List<BilingualSegment> Segments, DiagnosticSink Sink) Read(string name, string content, BilingualOptions? options = null)
    {
        var sink = new DiagnosticSink();
        return (BilingualFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), name, options ?? new BilingualOptions(), sink).ToList(), sink);
    }

    private static string Show(IEnumerable<BilingualSegment> segments) =>
        string.Join('|', segments.Select(segment => $"{segment.Id} {segment.SourceLanguage} {segment.Source} > {segment.TargetLanguage} {segment.Target}"));
}
