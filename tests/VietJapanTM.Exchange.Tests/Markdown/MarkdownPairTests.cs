using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tests.Markdown;

public sealed class MarkdownPairTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Uno *dos* **tres** __x__", "Uno dos tres x")]
    [InlineData("a `code` b", "a  b")]
    [InlineData("[words](https://x.org/a_(b) \"t\") and <https://y.org> and https://z.org/q_r end", "words and  and  end")]
    [InlineData("![alt text](x.png) [ref][1] [plain]", "alt text ref [plain]")]
    [InlineData("snake_case 2 * 3 \\*x\\* a ~~b~~ ~c", "snake_case 2 * 3 *x* a b ~c")]
    [InlineData("one\ntwo  \nthree", "one two three")]
    [InlineData("日本の\n首脳", "日本の首脳")]
    [InlineData("> quoted\n> text", "quoted text")]
    [InlineData("a &amp; b &eacute; <b>c</b>", "a & b é c")]
    public void RunningText_WithoutMarkup_IsRead(string markdown, string expected) => Assert.Equal(expected, Assert.Single(Texts(markdown)));

    [Fact]
    public void Blocks_OfEveryKind_AreSegments() => Assert.Equal(
        ["Title", "Second", "Para.", "one", "two more", "Cell a", "b | c", "d", "e", "last"],
        Texts("---\nlayout: x\n---\n# Title #\n\nSecond\n------\n\nPara.\n\n```js\ncode();\n```\n\n    indented code\n\n- one\n- two\n  more\n\n[ref]: https://x.org\n\n| Cell a | b \\| c |\n|---|:-:|\n| d | e |\n\n***\n\n<!-- note -->\nlast\n"));

    [Fact]
    public void Comment_BeforeABlock_IsItsNote() =>
        Assert.Equal([new SegmentNote("why", 1, 6, _folder["a.vi.md"])], Read("<!-- why -->\nMột.\n", "Uno.\n").Segments[0].Notes.ToArray());

    [Theory]
    [InlineData("Một. <!-- why -->\n", 1, 11)]
    [InlineData("Một <!-- why --> hai > ba.\n", 1, 10)]
    [InlineData("# Một <!-- why -->\n", 1, 12)]
    [InlineData("> Một\n> hai. <!-- why -->\n", 2, 13)]
    [InlineData("<!-- why --> Một.\n", 1, 6)]
    public void Comment_InATextOrBesideIt_IsItsNote(string markdown, int line, int column)
    {
        var segment = Assert.Single(Read(markdown, "Uno.\n").Segments);
        Assert.Equal(("why", line, column), (segment.Notes[0].Text, segment.Notes[0].Line, segment.Notes[0].Column));
        Assert.StartsWith("Một", segment.Target!.Text);
        Assert.DoesNotContain("why", segment.Target.Text);
    }

    [Fact]
    public void Comments_OfBlocksThatPairAsOne_StayWithTheirBlocks()
    {
        var segment = Assert.Single(Read("<!-- a -->\nMột.\n\nHai.\n\nBa. <!-- b -->\n", "Uno.\n").Segments);
        Assert.Equal(
            [("a", (2, 1), (2, 5)), ("b", (6, 1), (6, 4))],
            segment.Notes.Select(note => (note.Text, note.Scope!.Value.Start, note.Scope.Value.End)));
    }

    [Fact]
    public void Suppression_BehindTheLastText_IsReported()
    {
        var (_, sink) = Read("Một.\n\n<!-- vjtm-disable VJT001 -- late -->\n", "Uno.\n");
        Assert.Equal(("MD003", 3), (Assert.Single(sink.Items).Code, sink.Items[0].Line));
    }

    [Fact]
    public void Sections_WithTheSameBlocks_ArePairedBlockByBlock() => Assert.Equal(
        ["Uno>Một", "Dos.>Hai.", "Tres.>Ba."],
        Show(Read("# Một\n\nHai.\n\nBa.\n", "# Uno\n\nDos.\n\nTres.\n").Segments));

    [Fact]
    public void Section_WithOtherBlocks_IsOneSegment() => Assert.Equal(
        ["Uno\nDos. Tres.>Một\nHai.\nBa.", "Fin>Hết"],
        Show(Read("# Một\n\nHai.\n\nBa.\n\n# Hết\n", "# Uno\n\nDos. Tres.\n\n# Fin\n").Segments));

    [Fact]
    public void Files_WithOtherHeadings_AreComparedAsWholes()
    {
        var (segments, sink) = Read("# Một\n\n## Hai\n\nBa.\n", "# Uno\n\nTres.\n");

        Assert.Equal(["Uno\nTres.>Một\nHai\nBa."], Show(segments));
        Assert.Equal(("MD002", 3, 4), (sink.Items[0].Code, sink.Items[0].Line, sink.Items[0].Column));
        Assert.Equal((5, 1), segments[0].Target!.Locate(segments[0].Target!.Text.IndexOf("Ba", StringComparison.Ordinal)));
    }

    private string[] Texts(string markdown) => [.. Read(markdown, markdown).Segments.Select(segment => segment.Target!.Text)];

    private (List<BilingualSegment> Segments, DiagnosticSink Sink) Read(string target, string source)
    {
        var sink = new DiagnosticSink();
        _folder.Write("a.es.md", source);
        _folder.Write("a.vi.md", target);
        var options = new BilingualOptions { SourceLanguage = LanguageTag.Spanish, TargetLanguage = LanguageTag.Vietnamese };
        return (BilingualFile.Read(_folder["a.vi.md"], options, sink).ToList(), sink);
    }

    private static string[] Show(IEnumerable<BilingualSegment> segments) => [.. segments.Select(s => $"{s.Source}>{s.Target}")];
}
