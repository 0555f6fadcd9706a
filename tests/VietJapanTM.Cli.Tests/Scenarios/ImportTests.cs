namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class ImportTests
{
    [Fact]
    public async Task ParallelText_Imported_IsFoundAndCountsOnce()
    {
        using var folder = new TemporaryFolder();
        string[] import = ["import", folder.Write("a.es", "Llegó ayer.\nSe fue hoy.\n"), folder.Write("a.en", "He arrived yesterday.\n[no target]\n"),
            "--langs", "es,en", "--memory", "news", "--data", folder["data"]];

        Assert.Contains("2 units read, 2 new or changed in memory news, revision 1.", (await CommandLine.RunAsync(import)).Succeeds().Out);
        Assert.Contains("2 units read, 0 new or changed in memory news", (await CommandLine.RunAsync(import)).Succeeds().Out);

        var translated = await Lookup(folder, "Llegó ayer.");
        Assert.Equal((100, "He arrived yesterday."), translated);
        var untranslated = await Lookup(folder, "Se fue hoy.", "--untranslated");
        Assert.Equal((100, null), untranslated);
        Assert.StartsWith("No match.", (await CommandLine.RunAsync("lookup", "--from", "es", "--to", "en", "--data", folder["data"], "Se fue hoy.")).Succeeds().Out);
    }

    [Fact]
    public async Task Table_WithAHeader_IsImported()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.tsv", "es\ten\tvi\nLlegó ayer.\tHe arrived yesterday.\tÔng đến hôm qua.\n");

        (await CommandLine.RunAsync("import", file, "--memory", "news", "--data", folder["data"])).Succeeds();
        Assert.Equal((100, "He arrived yesterday."), await Lookup(folder, "Llegó ayer."));
    }

    [Theory]
    [InlineData("es,en\n\"Llegó ayer.\",He arrived yesterday.\n")]
    [InlineData("es;en\nLlegó ayer.;He arrived yesterday.\n")]
    public async Task Csv_IsImported(string content)
    {
        using var folder = new TemporaryFolder();
        (await CommandLine.RunAsync("import", folder.Write("a.csv", content), "--memory", "news", "--data", folder["data"])).Succeeds();
        Assert.Equal((100, "He arrived yesterday."), await Lookup(folder, "Llegó ayer."));
    }

    [Fact]
    public async Task DataThatIsAFile_IsNamedAsSuch()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.tsv", "es\ten\nUno.\tOne.\n");
        (await CommandLine.RunAsync("import", file, "--memory", "news", "--data", file)).Refuses($"{file} is a file", "folder");
        (await CommandLine.RunAsync("lookup", "--from", "es", "--to", "en", "--data", file, "Uno.")).Refuses($"{file} is a file", "--data");
    }

    [Fact]
    public async Task TmxAndTable_Together_AreImported()
    {
        using var folder = new TemporaryFolder();
        var tmx = folder.Write("a.tmx", Tmx("<tu><tuv xml:lang='es'><seg>Hola a todos.</seg></tuv><tuv xml:lang='en'><seg>Hello all.</seg></tuv></tu>"));
        var table = folder.Write("a.tsv", "es\ten\nLlegó ayer.\tHe arrived yesterday.\n");

        var json = (await CommandLine.RunAsync("import", tmx, table, "--memory", "news", "--data", folder["data"], "--json")).Succeeds().Json;

        Assert.Equal("news", json.GetProperty("memory").GetString());
        Assert.Equal(2, json.GetProperty("revision").GetInt64());
        Assert.Equal([1, 1], json.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("written").GetInt32()));
        Assert.Equal((100, "Hello all."), await Lookup(folder, "Hola a todos."));
    }

    [Fact]
    public async Task DryRun_WritesNothing()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.tsv", "es\ten\nLlegó.\tHe arrived.\n");

        var outcome = await CommandLine.RunAsync("import", file, "--memory", "news", "--data", folder["data"], "--dry-run");

        Assert.Contains("1 unit can be imported.", outcome.Succeeds().Out);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task ErrorInTheLastLine_LeavesNothingBehind()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.tsv", "es\ten\nLlegó ayer.\tHe arrived yesterday.\nSolo una celda.\n");

        (await CommandLine.RunAsync("import", file, "--memory", "news", "--data", folder["data"])).Refuses(file + ":3:", "--lenient");
        (await CommandLine.RunAsync("lookup", "--from", "es", "--to", "en", "--memory", "news", "--data", folder["data"], "Llegó ayer.")).Refuses("news");
    }

    [Fact]
    public async Task SeveralErrors_AreAllShownAndTheLastLineSaysWhatToDo()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.tsv", "es\ten\nUna celda.\nLlegó ayer.\tHe arrived yesterday.\nOtra celda.\n");

        foreach (var dryRun in new string[][] { [], ["--dry-run"] })
        {
            var outcome = await CommandLine.RunAsync(["import", file, "--memory", "news", "--data", folder["data"], .. dryRun]);

            Assert.Equal((2, ""), (outcome.ExitCode, outcome.Out));
            var lines = outcome.Error.TrimEnd().Split('\n');
            Assert.Equal(3, lines.Length);
            Assert.StartsWith($"{file}:2:", lines[0]);
            Assert.Contains("has 1 cell, not 2", lines[0]);
            Assert.StartsWith($"{file}:4:", lines[1]);
            Assert.StartsWith($"error: {file} has 2 errors. Nothing of it was imported; mend the file, or", lines[2]);
        }
    }

    [Fact]
    public async Task Lenient_TakesWhatIsSoundAndCountsTheRest()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.tmx", Tmx("<tu><tuv xml:lang='es'><seg>Llegó ayer.</seg></tuv><tuv xml:lang='en'><seg>He arrived yesterday.</seg></tuv></tu>").Replace("</body></tmx>", "", StringComparison.Ordinal));

        (await CommandLine.RunAsync("import", file, "--memory", "news", "--data", folder["data"])).Refuses(file, "--lenient");
        var outcome = await CommandLine.RunAsync("import", file, "--memory", "news", "--data", folder["data"], "--lenient");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("1 unit read, 1 new or changed", outcome.Out);
        Assert.Contains("1 warning", outcome.Out);
        Assert.Contains(file, outcome.Error);
    }

    [Fact]
    public async Task LineCountsThatDiffer_AreNamed()
    {
        using var folder = new TemporaryFolder();
        var es = folder.Write("a.es", "Uno.\nDos.\nTres.\n");
        var en = folder.Write("a.en", "One.\nTwo.\n");

        (await CommandLine.RunAsync("import", es, en, "--langs", "es,en", "--memory", "news", "--data", folder["data"])).Refuses($"{es}:3:", "3 lines", $"{en} has 2");
    }

    internal static string Tmx(string units) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><tmx version=\"1.4\"><header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"t\" adminlang=\"en\" srclang=\"es\" datatype=\"plaintext\"/><body>{units}</body></tmx>";

    private static async Task<(int Score, string? Target)> Lookup(TemporaryFolder folder, string text, params string[] more)
    {
        var json = (await CommandLine.RunAsync(["lookup", "--from", "es", "--to", "en", "--data", folder["data"], "--json", text, .. more])).Succeeds().Json;
        var match = json.GetProperty("matches")[0];
        return (match.GetProperty("score").GetInt32(), match.TryGetProperty("target", out var target) ? target.GetString() : null);
    }
}
