namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class CheckListTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FilesOfAList_AreChecked(bool standardInput)
    {
        var list = $"{_folder.Write("a.tsv", "es\tvi\nHola.\tXin chào.\n")}\r\n{_folder.Write("b.tsv", "es\tvi\nAdiós.\tTạm biệt.\n")}\n";
        var outcome = standardInput
            ? await CommandLine.RunWithInputAsync(list, Arguments("-"))
            : await CommandLine.RunAsync(Arguments(_folder.Write("list.txt", list)));

        Assert.Contains("2 segments in 2 files", outcome.Succeeds().Out);
    }

    [Fact]
    public async Task FilesThatAreNoTranslation_ArePassedOver()
    {
        var others = $"{_folder.Write("locales/logo.png", "x")}\n{_folder.Write("locales/NOTES.txt", "note")}\n{_folder.Write("locales/README.md", "# Hola")}\n";
        var alone = await CommandLine.RunAsync(Arguments(_folder.Write("list.txt", others)));
        Assert.Equal(0, alone.ExitCode);
        Assert.Equal(3, alone.Error.Split("CHK005").Length - 1);

        var list = others + _folder.Write("a.tsv", "es\tvi\nHola.\tXin chào.\n") + "\n";
        Assert.Equal(0, (await CommandLine.RunAsync(Arguments(_folder.Write("list.txt", list)))).ExitCode);
        Assert.Equal(2, (await CommandLine.RunAsync("check", "--glossary", Shipped.Glossary, "--from", "es", "--to", "vi", _folder["locales/logo.png"])).ExitCode);
    }

    [Theory]
    [InlineData("locales/package.json", "{\"name\": \"web\", \"version\": \"1.0.0\"}")]
    [InlineData("locales/compose.yml", "jobs:\n  build: run\n")]
    public async Task CatalogueOfNoLanguage_IsPassedOverInAListAndAFaultWhereItIsNamed(string name, string text)
    {
        var file = _folder.Write(name, text);
        var list = _folder.Write("list.txt", $"{file}\n{_folder.Write("a.tsv", "es\tvi\nHola.\tXin chào.\n")}\n");

        var listed = await CommandLine.RunAsync(Arguments(list));
        var named = await CommandLine.RunAsync("check", "--glossary", Shipped.Glossary, "--from", "es", "--to", "vi", file);

        Assert.Equal((0, 1), (listed.ExitCode, listed.Error.Split("CHK005").Length - 1));
        Assert.Equal(2, named.ExitCode);
        Assert.Contains("CAT001", named.Error);
        Assert.Contains("leave it out", named.Error);
    }

    [Fact]
    public async Task EmptyList_IsRefused() => (await CommandLine.RunAsync(Arguments(_folder.Write("list.txt", "\n")))).Refuses("list.txt", "one a line");

    private static string[] Arguments(string list) => ["check", "--glossary", Shipped.Glossary, "--from", "es", "--to", "vi", "--files-from", list];
}
