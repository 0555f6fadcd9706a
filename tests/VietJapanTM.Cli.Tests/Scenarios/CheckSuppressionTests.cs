namespace VietJapanTM.Cli.Tests.Scenarios;

/// <summary>Comments in files that let a finding pass: in each format that has comments.</summary>
public sealed class CheckSuppressionTests : IDisposable
{
    private const string Source = "La Asociación Estratégica Integral avanza.";
    private const string Target = "Quan hệ đối tác tiến triển.";
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Formats => ["a.xlf", "b.xliff", "a.tmx", "a.po", "a.vi.resx", "a.vi.yaml", "a.vi.json", "a.vi.md"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task CommentWithAReason_LetsTheFindingPass(string name)
    {
        var path = Write(name, "vjtm-disable VJT002 -- the agency's own words");
        var outcome = await RunAsync(path, "--json");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(1, outcome.Json.GetProperty("summary").GetProperty("suppressed").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task CommentWithoutAReason_IsAFindingAtItsPlace(string name)
    {
        var path = Write(name, "vjtm-disable VJT002");
        var findings = (await RunAsync(path, "--json")).Json.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal(["VJT002", "VJT012"], findings.Select(f => f.GetProperty("rule").GetString()).Order());
        var complaint = findings.Single(f => f.GetProperty("rule").GetString() == "VJT012");
        var lines = File.ReadAllLines(path);
        var (line, column) = (complaint.GetProperty("line").GetInt32(), complaint.GetProperty("column").GetInt32());
        Assert.StartsWith("vjtm-disable", lines[line - 1][(column - 1)..]);
    }

    [Theory]
    [InlineData("vjtm-disable VJT001 -- no such fault", "VJT001 finds nothing here")]
    [InlineData("vjtm-disable VJT002, VJT999 -- half of it", "There is no rule VJT999")]
    [InlineData("vjtm-disable -- everything", "names no rule")]
    public async Task CommentOfNoUse_IsAFinding(string comment, string message)
    {
        var findings = (await RunAsync(Write("a.xlf", comment), "--json")).Json.GetProperty("findings").EnumerateArray();
        Assert.Contains(findings, f => f.GetProperty("rule").GetString() == "VJT013" && f.GetProperty("message").GetString()!.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Uno.\n\nDos.\n\nTres.\n", "<!-- {0} -->\n\nAsean grows.\n\nThe Asean summit.\n")]
    [InlineData("Uno.\n\nDos.\n", "- Asean grows. <!-- {0} -->\n\nThe Asean summit.\n")]
    [InlineData("# Uno\n\n## Dos\n\nTres.\n", "# One\n\nAsean grows. <!-- {0} -->\n\nThe Asean summit.\n")]
    public async Task CommentOfOneBlock_SuppressesNoOther_HoweverBlocksPair(string source, string target)
    {
        _folder.Write("a.es.md", source);
        var path = _folder.Write("a.en.md", string.Format(System.Globalization.CultureInfo.InvariantCulture, target, "vjtm-disable VJT001 -- quoted"));
        var outcome = await CommandLine.RunAsync("check", "--glossary", Shipped.Glossary, "--from", "es", "--to", "en", path, "--json");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(1, outcome.Json.GetProperty("summary").GetProperty("suppressed").GetInt32());
        Assert.Contains(outcome.Json.GetProperty("findings").EnumerateArray(), f => f.GetProperty("rule").GetString() == "VJT001");
    }

    [Fact]
    public async Task CommentInTheLineOfAJsonText_IsAboutThatText()
    {
        _folder.Write("es.json", "{\n\"a\": \"El Mar del Este\",\n\"b\": \"El Mar del Este\"\n}");
        var path = _folder.Write("vi.json", "{\n\"a\": \"biển Nam Trung Hoa\", // vjtm-disable VJT001 -- quoted\n\"b\": \"biển Nam Trung Hoa\"\n}");
        var outcome = await CommandLine.RunAsync("check", "--glossary", Shipped.Glossary, "--from", "es", "--to", "vi", "--json", path);
        var finding = Assert.Single(outcome.Json.GetProperty("findings").EnumerateArray(), f => f.GetProperty("rule").GetString() == "VJT001");
        Assert.Equal(3, finding.GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task CommentInSeveralLanguages_IsOfUseWhereOneNeedsIt()
    {
        var path = _folder.Write("a.tmx", ImportTests.Tmx(
            $"<tu><note>vjtm-disable VJT002 -- quoted</note><tuv xml:lang='es'><seg>{Source}</seg></tuv><tuv xml:lang='vi'><seg>{Target}</seg></tuv>"
            + "<tuv xml:lang='en'><seg>The Comprehensive Strategic Partnership advances.</seg></tuv></tu>"));
        var outcome = await CommandLine.RunAsync("check", "--glossary", Shipped.Glossary, "--from", "es", "--to", "en,vi", path);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    private Task<Outcome> RunAsync(string file, params string[] arguments) =>
        CommandLine.RunAsync(["check", "--glossary", Shipped.Glossary, "--from", "es", "--to", "vi", file, .. arguments]);

    private string Write(string name, string comment)
    {
        var id = name[(name.IndexOf('.') + 1)..];
        if (id is "vi.resx" or "vi.yaml" or "vi.json" or "vi.md")
        {
            _folder.Write(name.Replace(".vi.", ".es.", StringComparison.Ordinal), Content(id, Source, null));
        }

        return _folder.Write(name, Content(id, Target, comment));
    }

    private static string Content(string format, string text, string? comment) => format switch
    {
        "xlf" => $"<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file original=\"a\" source-language=\"es\" target-language=\"vi\" datatype=\"plaintext\"><body>\n<trans-unit id=\"1\">\n<source>{Source}</source>\n<target>{text}</target>\n<note>{comment}</note></trans-unit></body></file></xliff>",
        "xliff" => $"<xliff version=\"2.0\" srcLang=\"es\" trgLang=\"vi\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"><file id=\"f\"><unit id=\"u\"><notes><note>{comment}</note></notes><segment>\n<source>{Source}</source>\n<target>{text}</target></segment></unit></file></xliff>",
        "tmx" => ImportTests.Tmx($"\n<tu>\n<note>{comment}</note>\n<tuv xml:lang='es'><seg>{Source}</seg></tuv>\n<tuv xml:lang='vi'><seg>{text}</seg></tuv></tu>"),
        "po" => $"msgid \"\"\nmsgstr \"\"\n\"Language: vi\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n# {comment}\nmsgid \"{Source}\"\nmsgstr \"{text}\"\n",
        "vi.resx" => $"<root>\n<data name=\"a\" xml:space=\"preserve\">\n<value>{text}</value>\n{(comment is null ? "" : $"<comment>{comment}</comment>")}</data></root>",
        "vi.yaml" => $"{(comment is null ? "" : $"# {comment}\n")}a: \"{text}\"\n",
        "vi.json" => $"{{\n{(comment is null ? "" : $"// {comment}\n")}\"a\": \"{text}\"}}\n",
        _ => $"{(comment is null ? "" : $"<!-- {comment} -->\n\n")}{text}\n",
    };
}
