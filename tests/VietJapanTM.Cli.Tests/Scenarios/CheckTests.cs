namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class CheckTests : IDisposable
{
    private const string Source = "🗾 La Asociación Estratégica Integral avanza.";
    private const string Good = "Quan hệ Đối tác Chiến lược toàn diện tiến triển.";
    private const string Bad = "Quan hệ đối tác tiến triển.";
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Formats => ["a.tsv", "plain.tsv", "a.tmx", "a.xlf", "b.xliff", "a.po", "S.vi.resx", "vi.json", "vi.yml", "a.vi.md", "a.vi"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task CleanFile_GivesExitCode0(string name)
    {
        var outcome = await RunAsync(Write(name, Good));
        Assert.EndsWith("1 segment in 1 file: 0 errors, 0 warnings.", outcome.Succeeds().Out.TrimEnd());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task MissingTerm_IsFoundAtItsPlace(string name)
    {
        var path = Write(name, Bad);
        var outcome = await RunAsync(path);

        // What is missing is missing for a word of the source, and to be mended in the file of the translation.
        var source = name switch { "S.vi.resx" => _folder["S.resx"], _ => _folder[name.Replace("vi", "es", StringComparison.Ordinal)] is var other && File.Exists(other) ? other : path };
        var isElsewhere = source != path;
        var ((line, column), (from, at)) = (PlaceOf(source, "Asociación"), PlaceOf(path, "Quan"));
        string[] words = [$"    {Source}", "          " + new string('^', "Asociación Estratégica Integral".Length)];
        string[] expected = isElsewhere
            ? [$"    {Bad}", $"  the source, {source}:{line}:{column}:", .. words]
            : [.. words, $"  the translation, {path}:{from}:{at}:", $"    {Bad}"];

        // The pictograph fills two columns of a terminal.
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
        Assert.StartsWith(isElsewhere ? $"{path}:{from}:{at}: warning VJT002: " : $"{path}:{line}:{column}: warning VJT002: ", outcome.Lines[0]);
        Assert.Equal(expected, outcome.Lines[1..(1 + expected.Length)]);
    }

    [Fact]
    public async Task ForbiddenTerm_InTheTarget_HasAFix()
    {
        var path = _folder.Write("a.tsv", "vi\tes\nĐối tác Chiến lược toàn diện.\tUna asociación estratégica comprensiva.\n");
        var outcome = await CommandLine.RunAsync("check", "--glossary", Shipped.Glossary, "--from", "vi", "--to", "es", "--json", path);
        var finding = outcome.Json.GetProperty("findings").EnumerateArray().First(f => f.GetProperty("rule").GetString() == "VJT001");
        var (line, column) = PlaceOf(path, "asociación");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal((line, column), (finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32()));
        Assert.Equal(column + "asociación estratégica comprensiva".Length, finding.GetProperty("endColumn").GetInt32());
        Assert.NotEqual(0, finding.GetProperty("fixes").GetArrayLength());
    }

    [Fact]
    public async Task Json_HasTheNamesOfTheContract()
    {
        var json = (await RunAsync(Write("a.tsv", Bad), "--format", "json")).Json;
        var finding = json.GetProperty("findings")[0];

        Assert.All(
            (string[])["rule", "severity", "file", "line", "column", "endColumn", "message", "term", "concept", "fixes"],
            name => Assert.True(finding.TryGetProperty(name, out _), name));
        Assert.Equal(1, json.GetProperty("summary").GetProperty("segments").GetInt32());
        Assert.Equal(1, json.GetProperty("summary").GetProperty("warnings").GetInt32());
    }

    [Fact]
    public async Task FailOnError_LetsWarningsPass() =>
        Assert.Equal(0, (await RunAsync(Write("a.tsv", Bad), "--fail-on", "error")).ExitCode);

    [Fact]
    public async Task SeveralTargets_AreCheckedInOneFile()
    {
        var path = _folder.Write("a.tsv", $"{Source}\tThe Comprehensive Strategic Partnership advances.\t{Bad}\n");
        var json = (await CommandLine.RunAsync("check", "--glossary", Shipped.Glossary, "--from", "es", "--to", "en,vi", "--json", path)).Json;

        Assert.Equal(1, json.GetProperty("findings").GetArrayLength());
        Assert.Equal((1, 2), (json.GetProperty("summary").GetProperty("files").GetInt32(), json.GetProperty("summary").GetProperty("segments").GetInt32()));
    }

    [Fact]
    public async Task FileWithoutTheLanguages_IsNoSuccess()
    {
        var path = _folder.Write("a.tsv", "de\tfr\nHallo\tSalut\n");
        var outcome = await RunAsync(path);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Out));
        Assert.Contains($"{path}: warning CHK004: Nothing is translated from es to vi", outcome.Error);
        Assert.EndsWith("error: Nothing was checked at all, and a build must not pass on that. Correct the languages, or the names of the files.\n", outcome.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task TableWithSemicolons_IsRead()
    {
        var outcome = await RunAsync(_folder.Write("a.csv", $"es;vi\n{Source};{Bad}\n"), "--json");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("parted by commas", (await RunAsync(_folder.Write("b.csv", "es,vi\nUno;Một\n"))).Error);
    }

    [Fact]
    public async Task LineParallelTextOfAnotherLength_IsNoSuccess()
    {
        _folder.Write("y.es.txt", "Uno.\nDos.\nTres.\n");
        var outcome = await RunAsync(_folder.Write("y.vi.txt", "Một.\nHai.\n"));
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("y.es.txt:3: error PAR001: The file has 3 lines, but", outcome.Error);
    }

    [Fact]
    public async Task AbsentFileAmongOthers_DoesNotHideTheirFindings()
    {
        var path = _folder.Write("a.tsv", $"es\tvi\n{Source}\tHai nước.\n");
        var outcome = await RunAsync(_folder["none.xlf"], path, "--json");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(1, outcome.Json.GetProperty("findings").GetArrayLength());
        Assert.Contains("none.xlf", outcome.Json.GetProperty("problems")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task LostCharacter_IsNamedAndTheRestIsChecked()
    {
        var path = _folder.Write("a.tsv", $"es\tvi\n{Source}\tQuan h\uFFFD đối tác.\n");
        var outcome = await RunAsync(path);

        Assert.Equal(1, outcome.ExitCode);
        var (line, column) = PlaceOf(path, "\uFFFD");
        Assert.Contains($"{path}:{line}:{column}: warning CHK002: ", outcome.Error);
    }

    [Theory]
    [InlineData("a.xlf", "<xliff version='1.2'><file source-language='es' target-language='vi'><body><trans-unit id='1'></body></file></xliff>")]
    [InlineData("a.tmx", "<tmx version='1.4'><header srclang='es'/><body><tu></body></tmx>")]
    [InlineData("a.tsv", "es\tvi\nsolo una celda\n")]
    public async Task MalformedFile_GivesExitCode2AndItsPlace(string name, string content)
    {
        var path = _folder.Write(name, content);
        var outcome = await RunAsync(path);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Matches(System.Text.RegularExpressions.Regex.Escape(path) + @":\d+(:\d+)?: error [A-Z]+\d+: ", Assert.Single(outcome.Error.Trim().Split('\n')));
    }

    [Fact]
    public async Task PairOfCatalogues_NamedBoth_IsCheckedOnce()
    {
        var target = Write("vi.json", Bad);
        var outcome = await RunAsync(_folder["es.json"], target, "--json");
        var json = outcome.Json;

        Assert.Equal("", outcome.Error);
        Assert.Equal(1, json.GetProperty("findings").GetArrayLength());
        var finding = json.GetProperty("findings")[0];
        Assert.EndsWith("vi.json", finding.GetProperty("file").GetString());
        Assert.EndsWith("es.json", finding.GetProperty("related").GetProperty("file").GetString());
        Assert.Equal("vi", finding.GetProperty("targetLanguage").GetString());
    }

    [Fact]
    public async Task LoneSurrogate_InAnEscape_IsNamedAndTheRestIsChecked()
    {
        var path = Write("vi.json", "\\ud800 " + Bad);
        var outcome = await RunAsync(path);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains($"{path}:2:3: warning CHK002: ", outcome.Error);
    }

    [Theory]
    [InlineData("x.csv", "es,vi\nuno,một\ndos,hai,ba\n", ":3:9: error TSV004: ")]
    [InlineData("x.csv", "es,vi\nuno\n", ":2:4: error TSV004: ")]
    [InlineData("vi.json", "<html>", ":1:1: error JSN001: ")]
    [InlineData("vi.json", "\0\0", ": error JSN001: ")]
    [InlineData("vi.yml", "a: [", ":1:5: error YML001: ")]
    [InlineData("x.po", "<html>", ":1:1: error PO002: ")]
    [InlineData("x.vi.resx", "{}", ": error RSX001: ")]
    [InlineData("x.xlf", "{}", ": error XLF001: ")]
    [InlineData("x.tmx", "<html></html>", ":1:2: error TMX")]
    [InlineData("x.vi.md", "PK\u0003\u0004", ": error MD001: ")]
    [InlineData("x.vi", "", "is empty")]
    public async Task FileThatLies_IsNamedByItsPlaceAndTheRestIsChecked(string name, string content, string words)
    {
        var path = _folder.Write(name, content);
        _folder.Write("x.es", "Uno.\n");
        _folder.Write("es.json", "{}");
        _folder.Write("es.yml", "{}");
        _folder.Write("x.resx", "<root/>");
        _folder.Write("x.es.md", "Uno.\n");
        var outcome = await RunAsync(path, Write("a.tsv", Bad));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(path + (words[0] == ':' ? "" : " ") + words, outcome.Error);
        Assert.Contains("a.tsv:2:7: warning VJT002", outcome.Out);
    }

    [Fact]
    public async Task FileOfAnotherKind_IsRefused() => (await RunAsync(_folder.Write("a.docx", "x"))).Refuses("a.docx", ".tsv");

    private Task<Outcome> RunAsync(string file, params string[] arguments) =>
        CommandLine.RunAsync(["check", "--glossary", Shipped.Glossary, "--from", "es", "--to", "vi", file, .. arguments]);

    private string Write(string name, string target) => _folder.Write(name, name switch
    {
        "S.vi.resx" => Resx(target, _folder.Write("S.resx", Resx(Source))),
        "vi.json" => Json(target, _folder.Write("es.json", Json(Source))),
        "vi.yml" => Yaml(target, _folder.Write("es.yml", Yaml(Source))),
        "a.vi.md" => Markdown(target, _folder.Write("a.es.md", Markdown(Source))),
        "a.vi" => Lines(target, _folder.Write("a.es", Lines(Source))),
        "a.po" => $"msgid \"\"\nmsgstr \"Language: vi\\n\"\n\nmsgid \"{Source}\"\nmsgstr \"{target}\"\n",
        "a.tsv" => $"es\tvi\n{Source}\t{target}\n",
        "plain.tsv" => $"{Source}\t{target}\n",
        "a.tmx" => ImportTests.Tmx($"\n<tu>\n<tuv xml:lang='es'><seg>{Source}</seg></tuv>\n<tuv xml:lang='vi'><seg>{target}</seg></tuv></tu>"),
        "a.xlf" => $"<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file original=\"a\" source-language=\"es\" target-language=\"vi\" datatype=\"plaintext\"><body>\n<trans-unit id=\"1\">\n <source>{Source}</source>\n <target>{target}</target></trans-unit></body></file></xliff>",
        _ => $"<xliff version=\"2.0\" srcLang=\"es\" trgLang=\"vi\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"><file id=\"f\"><unit id=\"u\"><segment>\n  <source>{Source}</source>\n<target>{target}</target></segment></unit></file></xliff>",
    });

    private static string Resx(string text, string? _ = null) => $"<root>\n <data name=\"a\" xml:space=\"preserve\"><value>{text}</value></data>\n</root>";

    private static string Json(string text, string? _ = null) => $"{{ \"a\":\n \"{text}\" }}";

    private static string Yaml(string text, string? _ = null) => $"a:\n  b: {text}\n";

    private static string Markdown(string text, string? _ = null) => $"---\ntitle: x\n---\n\n* {text}\n";

    private static string Lines(string text, string? _ = null) => $"\n{text}\n";

    /// <summary>1-based line and column in UTF-16 units of a word in a file.</summary>
    private static (int Line, int Column) PlaceOf(string path, string word)
    {
        var text = File.ReadAllText(path);
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return (1 + text.AsSpan(0, at).Count('\n'), at - text.AsSpan(0, at).LastIndexOf('\n'));
    }
}
