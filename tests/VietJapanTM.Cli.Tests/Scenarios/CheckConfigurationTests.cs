using VietJapanTM.Cli.Checking.Configuration;
using VietJapanTM.Errors;

namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class CheckConfigurationTests : IDisposable
{
    private const string Table = "es\tvi\nLa Asociación Estratégica Integral avanza.\tQuan hệ đối tác tiến triển.\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Configuration_AboveTheFile_GivesLanguagesGlossaryAndSeverities()
    {
        Configure($"from: es\nto: vi\nglossary: {Shipped.Glossary}\nrules:\n  VJT002: error\n");
        var json = (await CommandLine.RunAsync("check", "--json", _folder.Write("a/b/news.tsv", Table))).Json;
        Assert.Equal("error", json.GetProperty("findings")[0].GetProperty("severity").GetString());
    }

    [Fact]
    public async Task Configuration_RuleOff_IsNotRun()
    {
        Configure($"from: es\nto: [vi, en]\nglossary: {Shipped.Glossary}\nrules: {{VJT002: off}}\n");
        Assert.Equal(0, (await CommandLine.RunAsync("check", _folder.Write("news.tsv", Table))).ExitCode);
    }

    [Fact]
    public async Task Configuration_GlossaryOfTheConfiguration_LiesBesideIt()
    {
        Shipped.CopyGlossary(_folder);
        Configure("from: es\nto: vi\nglossary: glossary\n");
        Assert.Equal(1, (await CommandLine.RunAsync("check", _folder.Write("a/news.tsv", Table))).ExitCode);
    }

    [Fact]
    public async Task NoFiles_ChecksThoseThatTheConfigurationNames()
    {
        var path = Configure($"from: es\nto: vi\nglossary: {Shipped.Glossary}\nfiles: '**/*.tsv'\nexclude: ['old/**']\nfail-on: error\n");
        _folder.Write("b/2.tsv", Table);
        _folder.Write("a/1.tsv", Table);
        _folder.Write("old/3.tsv", Table);
        var outcome = await CommandLine.RunAsync("check", "--config", path, "--json");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["1.tsv", "2.tsv"], outcome.Json.GetProperty("findings").EnumerateArray().Select(f => Path.GetFileName(f.GetProperty("file").GetString())));
    }

    [Fact]
    public async Task NoFiles_LinkBackToTheFolder_IsNotFollowed()
    {
        var path = Configure($"from: es\nto: vi\nglossary: {Shipped.Glossary}\nfiles: '**/*.tsv'\n");
        _folder.Write("a/1.tsv", Table);
        Directory.CreateSymbolicLink(_folder["a/again"], _folder["a"]);
        var outcome = await CommandLine.RunAsync("check", "--config", path, "--json");
        Assert.Equal(1, outcome.Json.GetProperty("summary").GetProperty("files").GetInt32());
    }

    [Fact]
    public void FolderThatCannotBeRead_IsAProblemAndHidesNoOther()
    {
        var problems = new List<Diagnostic>();
        Assert.Empty(new GlobFolder(new DirectoryInfo(_folder["gone"]), problems).EnumerateFileSystemInfos());
        Assert.Equal((_folder["gone"], "CHK006"), (Assert.Single(problems).File, problems[0].Code));
    }

    [Fact]
    public async Task ListedFile_ThatTheConfigurationExcludes_IsPassedOver()
    {
        Configure($"from: es\nto: vi\nglossary: {Shipped.Glossary}\nexclude: ['old/**']\n");
        var outcome = await CommandLine.RunAsync("check", "--files-from", _folder.Write("list", _folder.Write("old/3.tsv", Table) + "\n"));
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("CHK005", outcome.Error);
    }

    [Fact]
    public async Task Folder_InPlaceOfAFile_IsRefused() => (await CommandLine.RunAsync("check", _folder.Root)).Refuses("is a folder", "'files'");

    [Theory]
    [InlineData("'**/*.tsv'", "1.tsv")]
    [InlineData("['**/*.tsv', '.tool/**/*.tsv']", "1.tsv", "2.tsv")]
    public async Task FoldersWithADot_AreEnteredOnlyWhereNamed(string patterns, params string[] files)
    {
        var path = Configure($"from: es\nto: vi\nglossary: {Shipped.Glossary}\nfiles: {patterns}\n");
        _folder.Write("a/1.tsv", Table);
        _folder.Write(".tool/tests/2.tsv", Table);
        var outcome = await CommandLine.RunAsync("check", "--config", path, "--json");
        Assert.Equal(files, outcome.Json.GetProperty("findings").EnumerateArray().Select(f => Path.GetFileName(f.GetProperty("file").GetString())).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task BaselineThatIsAbsent_IsSaidBeforeTheWork() =>
        (await CommandLine.RunAsync("check", "--config", Configure($"from: es\nto: vi\nglossary: {Shipped.Glossary}\nbaseline: none.json\n"), _folder.Write("a.txt", "?")))
            .Refuses("There is no baseline", "none.json", "--write-baseline");

    [Fact]
    public async Task NoFilesAndNoPatterns_AreAskedFor() =>
        (await CommandLine.RunAsync("check", "--config", Configure("from: es\nto: vi\n"))).Refuses("'files'");

    [Fact]
    public async Task PatternsWithoutFiles_AreNoSuccess() =>
        (await CommandLine.RunAsync("check", "--config", Configure("from: es\nto: vi\nfiles: none/*.xlf\n"))).Refuses("none/*.xlf");

    [Theory]
    [InlineData("from: es\nto: vi\nrulse:\n  VJT002: off\n", ":3:1: error CFG002: 'rulse'", "Did you mean 'rules'?")]
    [InlineData("from: es\nrules:\n  VJT02: off\n", ":3:3: error CFG002: 'VJT02'", "VJT002")]
    [InlineData("rules:\n  VJT002: of\n", ":2:11: error CFG003: 'of'", "Did you mean 'off'?")]
    [InlineData("from: spanish\n", ":1:7: error CFG003: 'spanish'", "BCP 47")]
    [InlineData("from: [es\n", ": error CFG001: ", "YAML")]
    [InlineData("- from\n", ":1:1: error CFG003: ", "keys")]
    [InlineData("from: es\nfrom: en\n", ":2:1: error CFG001: ", "uplicate")]
    public async Task Mistake_IsNamedWithItsPlace(string content, params string[] words)
    {
        var outcome = await CommandLine.RunAsync("check", "--config", Configure(content), _folder.Write("news.tsv", Table));
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Out));
        Assert.All(words, word => Assert.Contains(word, outcome.Error));
    }

    [Fact]
    public async Task NoLanguages_AreAskedFor() =>
        (await CommandLine.RunAsync("check", "--glossary", Shipped.Glossary, "--to", "vi", _folder.Write("news.tsv", Table))).Refuses("--from", ".vjtm.yaml");

    private string Configure(string content) => _folder.Write(".vjtm.yaml", content);
}
