using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Catalogs;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tests.Catalogs;

public sealed class CatalogPairTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FileNamedWithinTheFolderOfItsLanguage_FindsItsCounterpart()
    {
        _folder.Write("locales/es/app.json", "{\"a\": \"Uno\"}");
        _folder.Write("locales/vi/app.json", "{\"a\": \"Một\"}");
        _folder.Write("home/vi/Strings.json", "{\"a\": \"Một\"}");
        var languages = new[] { LanguageTag.Spanish, LanguageTag.Vietnamese };
        Assert.Equal(LanguageTag.Vietnamese, LanguageSlot.Find("app.json", languages, _folder["locales/vi"])?.Language);
        Assert.Null(LanguageSlot.Find("Strings.json", languages, _folder["home/vi"]));
    }

    [Theory]
    [InlineData("Uno.\nDos.\nTres.\n", "Một.\nHai.\n", "a.es.txt", 3)]
    [InlineData("Uno.\n", "Một.\n\nBa.", "a.vi.txt", 2)]
    public void Lines_OfAnotherNumber_AreAnErrorAndNotPaired(string source, string target, string longer, int line)
    {
        _folder.Write("a.es.txt", source);
        var sink = new DiagnosticSink();
        var options = new BilingualOptions { SourceLanguage = LanguageTag.Spanish, TargetLanguage = LanguageTag.Vietnamese };
        var segments = BilingualFile.Read(_folder.Write("a.vi.txt", target), options, sink).ToList();

        var finding = Assert.Single(sink.Items);
        Assert.Equal(("PAR001", DiagnosticSeverity.Error, _folder[longer], line), (finding.Code, finding.Severity, finding.File, finding.Line));
        Assert.All(segments, segment => Assert.Equal("", segment.Source.Text));
    }

    [Theory]
    [InlineData("locales/es/x.json", "locales/vi/x.json")]
    [InlineData("es.json", "vi.json")]
    [InlineData("app.es.json", "app.vi-VN.json")]
    [InlineData("app_es_MX.json", "app_vi.json")]
    [InlineData("es-MX/a/b.json", "vi/a/b.json")]
    public void Files_ThatDifferInTheLanguageAlone_ArePairedFromEitherSide(string source, string target)
    {
        _folder.Write(source, """{"a":{"b":"uno"},"c":"dos","d":"solo"}""");
        _folder.Write(target, """{"a":{"b":"một"},"e":"riêng","c":"hai"}""");

        foreach (var named in new[] { source, target })
        {
            var (segments, sink) = Read(named);

            Assert.Empty(sink.Items);
            Assert.Equal("a.b|uno|một e||riêng c|dos|hai", Show(segments));
            Assert.Equal(Path.GetFullPath(_folder[target]), Path.GetFullPath(segments[0].File));
            Assert.Equal(Path.GetFullPath(_folder[source]), Path.GetFullPath(segments[0].SourceFile!));
        }
    }

    [Fact]
    public void SourceFile_BesideTranslationsThatAreNamedThemselves_LeavesThemOut()
    {
        _folder.Write("es.json", """{"a":"uno"}""");
        _folder.Write("vi.json", """{"a":"một"}""");

        var options = new BilingualOptions { SourceLanguage = LanguageTag.Spanish, TargetLanguage = LanguageTag.Vietnamese, OtherFiles = [Path.GetFullPath(_folder["vi.json"])] };

        Assert.Empty(Read("es.json", _ => options).Segments);
        Assert.True(BilingualFile.IsReadWithAnother(_folder["es.json"], options));
        Assert.False(BilingualFile.IsReadWithAnother(_folder["vi.json"], options));
        Assert.False(BilingualFile.IsReadWithAnother(_folder["es.json"], options with { OtherFiles = [] }));
    }

    [Theory]
    [InlineData("en.json")]
    [InlineData("en/x.json")]
    [InlineData("it.json")]
    public void FileInAnotherLanguage_IsLeftOut(string name)
    {
        _folder.Write(name, """{"a":"one"}""");
        var (segments, sink) = Read(name);

        Assert.Empty(segments);
        Assert.Empty(sink.Items);
    }

    [Theory]
    [InlineData("config/locales/es.yml", "es:\n  a: uno\n", "config/locales/vi.yml", "vi:\n  a: một\n", "a|uno|một")]
    [InlineData("all.yml", "es:\n  a: uno\nvi:\n  a: một\n", null, null, "a|uno|một")]
    [InlineData("all.json", """{"es":{"a":"uno"},"vi":{"a":"một"},"en":{"a":"one"}}""", null, null, "a|uno|một")]
    public void LanguageAsFirstKey_IsNoPartOfTheKey(string source, string sourceContent, string? target, string? targetContent, string expected)
    {
        _folder.Write(source, sourceContent);
        if (target is not null)
        {
            _folder.Write(target, targetContent!);
        }

        Assert.Equal(expected, Show(Read(target ?? source).Segments));
        Assert.Equal(expected, Show(Read(source).Segments));
    }

    [Fact]
    public void LanguageAsFirstKey_AmongOtherKeys_IsAKey()
    {
        _folder.Write("es.json", """{"es":{"name":"español"},"title":"uno"}""");
        _folder.Write("vi.json", """{"es":{"name":"tiếng Tây Ban Nha"},"title":"một"}""");

        Assert.Equal("es.name|español|tiếng Tây Ban Nha title|uno|một", Show(Read("vi.json").Segments));
    }

    [Theory]
    [InlineData("Strings.vi.resx")]
    [InlineData("Strings.resx")]
    public void Resx_NeutralFile_IsTheSource(string named)
    {
        _folder.Write("Strings.resx", "<root><data name='A' xml:space='preserve'><value>uno</value></data><data name='I' type='System.Int32'><value>1</value></data></root>");
        _folder.Write("Strings.vi.resx", "<root>\n<data name='A' xml:space='preserve'><value>một &amp; hai</value><comment>không</comment></data></root>");
        var (segments, sink) = Read(named);

        Assert.Empty(sink.Items);
        Assert.Equal("A|uno|một & hai", Show(segments));
        Assert.Equal((2, 48), segments[0].Target!.Locate(4));
        Assert.Equal("không", Assert.Single(segments[0].Notes).Text);
    }

    [Fact]
    public void Lines_OfTwoFiles_CorrespondByNumber()
    {
        _folder.Write("news.es", "Uno.\n\nDos.\nTres.\n");
        _folder.Write("news.vi", "Một.\nX.\n[no target]\nBa.\n");

        Assert.Equal("1|Uno.|Một. 2||X. 4|Tres.|Ba.", Show(Read("news.vi").Segments));
        Assert.Equal("1|Uno.|Một. 2||X. 4|Tres.|Ba.", Show(Read("news.es").Segments));
    }

    [Theory]
    [InlineData("app.json", "CAT001")]
    [InlineData("vi.json", "CAT002")]
    public void File_WithoutACounterpart_IsReported(string name, string code)
    {
        _folder.Write(name, """{"a":"một"}""");

        Assert.Equal(code, Assert.Single(Read(name).Sink.Items).Code);
    }

    [Theory]
    [InlineData("vi.json", "{\"a\": \"x\",\n \"b\": oops}", "JSN001", 2, 7)]
    [InlineData("vi.json", "{\"a\": \"x\"\n \"b\": \"y\"}", "JSN001", 2, 2)]
    [InlineData("vi.json", "{\"a\": \"x\",\n \"b\": \"y", "JSN001", 2, 7)]
    [InlineData("vi.json", "{\"a\": \"x\",\n \"b\": \"\\q\"}", "JSN001", 2, 8)]
    [InlineData("vi.json", "{\"a\": \"x\"} {}", "JSN001", 1, 12)]
    [InlineData("vi.json", "{\"a\": \"z\",\n \"a\": \"x\"}", "JSN002", 2, 8)]
    [InlineData("vi.yml", "a: x\nb: [y\n", "YML001", 3, 1)]
    [InlineData("vi.yml", "a: z\na: x\n", "YML002", 2, 4)]
    [InlineData("S.vi.resx", "<root><data name='a'><value>x</value></data>\n<data></root>", "RSX001", 2, 9)]
    [InlineData("S.vi.resx", "<html/>", "RSX002", 1, 2)]
    public void File_ThatIsBroken_IsReportedAtItsPlaceAndTheRestIsRead(string name, string content, string code, int line, int column)
    {
        _folder.Write(name, content);
        _folder.Write("S.es.resx", "<root/>");
        _folder.Write("es.json", "{}");
        _folder.Write("es.yml", "{}");
        var (segments, sink) = Read(name);

        var finding = Assert.Single(sink.Items);
        Assert.Equal((code, line, column), (finding.Code, finding.Line, finding.Column));
        Assert.Equal(code != "RSX002", segments.Exists(segment => segment.Target!.Text == "x"));
    }

    [Fact]
    public void Comments_OfJsonAndYaml_AreNotes()
    {
        _folder.Write("es.json", "{}");
        _folder.Write("vi.json", "{\n  // why\n  \"a\": \"x\" /* late */, \"b\": \"y\"}");
        _folder.Write("es.yml", "{}");
        _folder.Write("vi.yml", "# why\na: x # late\nb: y\n");

        Assert.Equal(["why"], Read("vi.json").Segments[0].Notes.Select(n => n.Text));
        Assert.Equal(["why", "late"], Read("vi.yml").Segments[0].Notes.Select(n => n.Text));
        Assert.Empty(Read("vi.yml").Segments[1].Notes);
    }

    [Theory]
    [InlineData("a: >\n  one\n  two\n\n  three\n", "one two\nthree\n")]
    [InlineData("a: |\n  one\n    two\n", "one\n  two\n")]
    [InlineData("a: &x 'it''s'\nb: *x\n", "it's")]
    [InlineData("a: \"x \\\n  y\"\n", "x y")]
    [InlineData("- 1\n- true\n- ~\n- text\n", "text")]
    [InlineData("a: {b: flow, c: 12}\n", "flow")]
    public void Yaml_Scalars_AreReadAsYamlSays(string content, string expected)
    {
        _folder.Write("vi.yml", content);
        var (segments, sink) = Read("vi.yml");

        Assert.Equal(expected, Assert.Single(segments).Target!.Text);
        Assert.Equal(["CAT002"], sink.Items.Select(i => i.Code));
    }

    [Theory]
    [InlineData("a/es/b.json", "a/", "es", "/b.json")]
    [InlineData("es/vi.json", "es/", "vi", ".json")]
    [InlineData("x_es_MX.yml", "x_", "es-MX", ".yml")]
    [InlineData("news.es", "news.", "es", "")]
    public void Slot_OfAPath_IsTheNearest(string path, string before, string language, string after)
    {
        var slot = LanguageSlot.Find(path, [LanguageTag.Spanish, LanguageTag.Vietnamese])!;

        Assert.Equal((before, language, after), (slot.Before, slot.Language.Value, slot.After));
    }

    [Theory]
    [InlineData("src/app/no/it.json")]
    [InlineData("estado.json")]
    public void Slot_OfAPathWithoutTheLanguages_IsNone(string path) => Assert.Null(LanguageSlot.Find(path, [LanguageTag.Spanish, LanguageTag.Vietnamese]));

    private (List<BilingualSegment> Segments, DiagnosticSink Sink) Read(string name, Func<BilingualOptions, BilingualOptions>? change = null)
    {
        var sink = new DiagnosticSink();
        var options = new BilingualOptions
        {
            SourceLanguage = LanguageTag.Spanish,
            TargetLanguage = LanguageTag.Vietnamese,
            Columns = [LanguageTag.Spanish, LanguageTag.English, LanguageTag.Vietnamese],
        };
        return (BilingualFile.Read(_folder[name], change is null ? options : change(options), sink).ToList(), sink);
    }

    private static string Show(IEnumerable<BilingualSegment> segments) => string.Join(' ', segments.Select(s => $"{s.Id}|{s.Source}|{s.Target}"));
}
