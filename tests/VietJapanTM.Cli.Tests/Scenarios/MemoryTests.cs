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
    public async Task NameAlone_ShowsTheMemory_AndDeleteEndsIt()
    {
        using var folder = new TemporaryFolder();
        var es = folder.Write("a.es", "La asociación crece.\n");
        (await CommandLine.RunAsync("import", es, es, "--langs", "es,en", "--memory", "news", "--data", folder["data"])).Succeeds();
        Task<Outcome> Memory(params string[] more) => CommandLine.RunAsync(["memory", .. more, "--data", folder["data"]]);
        Assert.StartsWith("news ", (await Memory("news")).Succeeds().Out);
        (await Memory("none")).Refuses("There is no memory 'none'");
        (await Memory("--delete")).Refuses("--delete needs");
        (await Memory("news", "--delete", "--penalty", "3")).Refuses("--penalty");
        (await Memory("news", "--delete")).Refuses("holds units or documents", "--force");

        Assert.Contains("Memory news is deleted.", (await Memory("news", "--delete", "--force")).Succeeds().Out);
        Assert.Equal("", (await Memory()).Succeeds().Out);
        var history = (await CommandLine.RunAsync("history", "--data", folder["data"])).Succeeds().Lines;
        Assert.EndsWith("-1 unit  Delete memory news", history[0]);
        (await CommandLine.RunAsync("revert", "2", "--data", folder["data"])).Succeeds();
        Assert.Contains("100 %", (await CommandLine.RunAsync("lookup", "--from", "es", "--to", "en", "--memory", "news", "La asociación crece.", "--data", folder["data"])).Succeeds().Out);
    }
}
