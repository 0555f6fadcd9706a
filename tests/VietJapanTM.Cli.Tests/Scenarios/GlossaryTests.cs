namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class GlossaryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lint_ShippedGlossary_IsClean()
    {
        var outcome = (await CommandLine.RunAsync("glossary", "lint", "--strict", Shipped.CopyGlossary(_folder))).Succeeds();
        Assert.Matches(@"^\d+ concepts with \d+ examples: 0 errors, 0 warnings\.$", Assert.Single(outcome.Lines));
    }

    [Fact]
    public async Task Lint_Json_HasSummary()
    {
        var json = (await CommandLine.RunAsync("glossary", "lint", "--json", Shipped.Glossary)).Succeeds().Json;

        Assert.Equal(0, json.GetProperty("findings").GetArrayLength());
        Assert.InRange(json.GetProperty("summary").GetProperty("concepts").GetInt32(), 80, 10_000);
    }

    [Fact]
    public async Task Lint_BrokenFile_GivesExitCode1AndItsPlace()
    {
        var folder = Shipped.CopyGlossary(_folder);
        var roles = Path.Combine(folder, "roles.tbx");
        File.WriteAllText(roles, File.ReadAllText(roles).Replace("preferredTerm-admn-sts", "favourite", StringComparison.Ordinal));

        var outcome = await CommandLine.RunAsync("glossary", "lint", folder);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(outcome.Lines, line => line.StartsWith(roles + ":", StringComparison.Ordinal) && line.Contains("favourite", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ImportExportImportExport_GivesTheSameBytes()
    {
        await RunAsync("import", Shipped.CopyGlossary(_folder), _folder["first"]);
        await RunAsync("export", _folder["out1"], _folder["first"]);
        await RunAsync("import", _folder["out1"], _folder["second"]);
        await RunAsync("export", _folder["out2"], _folder["second"]);

        var bytes = Shipped.Bytes(_folder["out1"]);
        Assert.NotEmpty(bytes);
        Assert.Equal(bytes, Shipped.Bytes(_folder["out2"]));
    }

    [Fact]
    public async Task Export_IntoTheFolderItCameFrom_ChangesNoByte()
    {
        var folder = Shipped.CopyGlossary(_folder);
        var before = Shipped.Bytes(folder);
        await RunAsync("import", folder, _folder["data"]);

        Assert.Contains("no file changed", (await RunAsync("export", folder, _folder["data"])).Out);
        Assert.Equal(before, Shipped.Bytes(folder));
    }

    [Fact]
    public async Task Import_Twice_WritesNothingAgain()
    {
        var first = (await CommandLine.RunAsync("glossary", "import", Shipped.Glossary, "--data", _folder["data"], "--json")).Succeeds().Json;
        var second = (await CommandLine.RunAsync("glossary", "import", Shipped.Glossary, "--data", _folder["data"], "--json")).Succeeds().Json;

        Assert.Equal(first.GetProperty("concepts").GetInt32(), first.GetProperty("written").GetInt32());
        Assert.Equal(0, second.GetProperty("written").GetInt32());
    }

    [Fact]
    public async Task Import_DryRun_WritesNothing()
    {
        var outcome = await CommandLine.RunAsync("glossary", "import", Shipped.Glossary, "--data", _folder["data"], "--dry-run");
        Assert.Contains("concepts can be imported.", outcome.Succeeds().Out);
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Fact]
    public async Task Import_BrokenFile_IsOneLineAndWritesNothing()
    {
        var folder = Shipped.CopyGlossary(_folder);
        var roles = Path.Combine(folder, "roles.tbx");
        File.WriteAllText(roles, File.ReadAllText(roles)[..2_000]);

        (await CommandLine.RunAsync("glossary", "import", folder, "--data", _folder["data"])).Refuses(roles + ":", "vjtm glossary lint");
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Fact]
    public async Task Lint_FolderThatIsAbsent_IsRefused() =>
        (await CommandLine.RunAsync("glossary", "lint", _folder["nowhere"])).Refuses(_folder["nowhere"]);

    private static async Task<Outcome> RunAsync(string command, string folder, string data) =>
        (await CommandLine.RunAsync("glossary", command, folder, "--data", data)).Succeeds();
}
