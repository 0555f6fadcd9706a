namespace VietJapanTM.Cli.Tests.Scenarios;

/// <summary>The care of a store that no server holds.</summary>
public sealed class StoreTests
{
    [Fact]
    public async Task Verify_DamagedText_IsNamedWithExitCodeOne()
    {
        using var folder = new TemporaryFolder();
        var table = folder.Write("a.tsv", "es\tvi\nEl acuerdo entró en vigor.\tHiệp định đã có hiệu lực.\n");
        (await CommandLine.RunAsync("import", "--data", folder["data"], "--memory", "news", table)).Succeeds();
        Assert.Equal("The store is whole.", (await CommandLine.RunAsync("verify", "--data", folder["data"])).Succeeds().Out.Trim());

        var bytes = File.ReadAllBytes(folder["data", "vjtm.db"]);
        bytes[bytes.AsSpan().IndexOf("entró en vigor"u8)] ^= 1;
        File.WriteAllBytes(folder["data", "vjtm.db"], bytes);

        var outcome = await CommandLine.RunAsync("verify", "--data", folder["data"]);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("checksum", outcome.Out);
        Assert.Contains("backup", outcome.Lines[^1]);
        Assert.Single((await CommandLine.RunAsync("verify", "--json", "--data", folder["data"])).Json.GetProperty("findings").EnumerateArray());
    }

    [Fact]
    public async Task Backup_NewerOneInPlaceOfAnOlder_HoldsWhatCameMeanwhile()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["copy"]);
        foreach (var (n, text) in new[] { (1, "El acuerdo entró en vigor."), (2, "La cumbre terminó ayer.") })
        {
            var table = folder.Write($"{n}.tsv", $"es\tvi\n{text}\tCâu số {n}.\n");
            (await CommandLine.RunAsync("import", "--data", folder["data"], "--memory", "news", table)).Succeeds();
            (await CommandLine.RunAsync("backup", "--data", folder["data"], folder["copy", "vjtm.db"])).Succeeds();
        }

        var answer = await CommandLine.RunAsync("lookup", "--data", folder["copy"], "--from", "es", "--to", "vi", "La cumbre terminó ayer.");
        Assert.Contains("Câu số 2.", answer.Succeeds().Out);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("backup", "copy.db")]
    public async Task Care_OfAStoreThatIsNotThere_IsRefused(params string[] command)
    {
        using var folder = new TemporaryFolder();
        (await CommandLine.RunAsync([.. command, "--data", folder["absent"]])).Refuses("no store", "--data");
    }
}
