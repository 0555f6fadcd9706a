namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class MemoryTests
{
    [Fact]
    public async Task ReadOnly_IsLookedUpAndNotWritten()
    {
        using var folder = new TemporaryFolder();
        var (es, en) = (folder.Write("a.es", "La asociación crece.\n"), folder.Write("a.en", "The partnership grows.\n"));
        var more = folder.Write("b.es", "Otra frase distinta.\n");
        string[] data = ["--data", folder["data"]];
        (await CommandLine.RunAsync(["import", es, en, "--langs", "es,en", "--memory", "news", .. data])).Succeeds();

        Assert.Contains("news                     read-only, priority 2", (await CommandLine.RunAsync(["memory", "news", "--access", "read-only", "--priority", "2", .. data])).Succeeds().Out);
        var refused = await CommandLine.RunAsync(["import", more, en, "--langs", "es,en", "--memory", "news", .. data]);
        Assert.Contains("Memory 'news' is read-only. Nothing was changed.", refused.Error);
        Assert.Contains("The partnership grows.", (await CommandLine.RunAsync(["lookup", "--from", "es", "--to", "en", "La asociación crece.", .. data])).Succeeds().Out);
        Assert.Contains("read-only, priority 2, penalty 0", (await CommandLine.RunAsync(["memory", .. data])).Succeeds().Out);

        (await CommandLine.RunAsync(["memory", "news", "--access", "read-write", .. data])).Succeeds();
        (await CommandLine.RunAsync(["import", more, en, "--langs", "es,en", "--memory", "news", .. data])).Succeeds();
    }

    [Fact]
    public async Task NothingToChange_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var es = folder.Write("a.es", "La asociación crece.\n");
        (await CommandLine.RunAsync("import", es, es, "--langs", "es,en", "--memory", "news", "--data", folder["data"])).Succeeds();
        Assert.Contains("Nothing to change.", (await CommandLine.RunAsync("memory", "news", "--data", folder["data"])).Error);
    }
}
