namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class ReviewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Review_Applied_ApprovesUnitsAndEndsOthers()
    {
        await IngestAsync();
        var list = (await RunAsync("align", "review", "visita", "--list", "--json")).Succeeds().JsonLines;
        Assert.Equal(2, list.Length);
        Assert.Equal("draft", list[0].GetProperty("status").GetString());

        var actions = _folder.Write("actions.txt", "confirm 1\nreject 2\n");
        var written = (await RunAsync("align", "review", "visita", "--pair", "es-en", "--apply", actions)).Succeeds();

        Assert.Contains("2 actions written", written.Out);
        Assert.Contains("0 of 2 beads undecided", written.Out);
        Assert.Equal(1, await MatchesAsync("El presidente llegó ayer a Hanói."));
        Assert.Equal(0, await MatchesAsync("Se reunió con su homólogo."));
        Assert.Contains("1:1 confirmed", (await RunAsync("align", "review", "visita", "--list")).Succeeds().Out);
    }

    [Fact]
    public async Task Review_AppliedWithJson_SaysInJsonWhatWasWritten()
    {
        await IngestAsync();
        var written = (await RunAsync("align", "review", "visita", "--json", "--apply", _folder.Write("actions.txt", "confirm 1\n"))).Succeeds();
        Assert.Equal("{\"actions\":1,\"revision\":2,\"beads\":2,\"undecided\":1}", System.Text.Json.JsonSerializer.Serialize(written.Json));
    }

    [Fact]
    public async Task Documents_AreListedWithTheirNumbersUntilTheyAreReviewed()
    {
        await IngestAsync();
        var listed = (await RunAsync("documents", "--memory", "news")).Succeeds();
        Assert.Equal(["document  memory  languages  beads  doubtful  reviewed  revision", "visita    news    es,en          2         0         0         1"], listed.Lines);
        Assert.Equal(["1 document without doubtful beads; 'vjtm documents' lists all."], (await RunAsync("align", "review")).Succeeds().Lines);

        (await RunAsync("align", "review", "visita", "--apply", _folder.Write("actions.txt", "confirm 1-2\n"))).Succeeds();
        var document = Assert.Single((await RunAsync("documents", "--json")).Succeeds().JsonLines);
        Assert.Equal((2, 2L), (document.GetProperty("reviewed").GetInt32(), document.GetProperty("revision").GetInt64()));
        (await RunAsync("documents", "--memory", "none")).Refuses("There is no memory 'none'");

        Assert.Equal(2, (await RunAsync("documents", "visita")).Succeeds().Lines.Length);
        (await RunAsync("documents", "otra", "--delete")).Refuses("'otra'");
        Assert.Contains("Document visita is deleted.", (await RunAsync("documents", "visita", "--delete")).Succeeds().Out);
        Assert.Equal(0, await MatchesAsync("El presidente llegó ayer a Hanói."));
        (await RunAsync("revert", "3")).Succeeds();
        Assert.Equal(1, await MatchesAsync("El presidente llegó ayer a Hanói."));
    }

    [Fact]
    public async Task History_NamesDocumentsAndMemories()
    {
        await IngestAsync();
        (await RunAsync("align", "review", "visita", "--apply", _folder.Write("actions.txt", "confirm 1\n"))).Succeeds();
        var lines = (await RunAsync("history")).Succeeds().Lines;
        Assert.EndsWith("Review document visita, es-en", lines[0]);
        Assert.EndsWith("Align document visita, memory news", lines[1]);
    }

    [Fact]
    public async Task Review_Mistakes_AreNamed()
    {
        await IngestAsync();
        (await RunAsync("align", "review", "otra", "--list")).Refuses("'otra'", "'vjtm documents' lists all");
        (await RunAsync("align", "review", "visita", "--pair", "en-vi", "--list")).Refuses("en-vi", "es-en");
        Assert.Equal(
            (await RunAsync("align", "review", "visita", "--pair", "es-en", "--list")).Succeeds().Out,
            (await RunAsync("align", "review", "visita", "--pair", "en-es", "--list")).Succeeds().Out);
        (await RunAsync("align", "review", "visita", "--apply", _folder.Write("a.txt", "confirm 1\nmerge x\n"))).Refuses("a.txt:2:", "split 3 1 1");
        (await RunAsync("align", "review", "visita", "--apply", _folder.Write("b.txt", "merge 2\n"))).Refuses("b.txt:1: Bead 2 is the last", "Nothing was written");
        (await RunAsync("align", "review", "visita", "--apply", _folder.Write("d.txt", "\nreject 99\n"))).Refuses("d.txt:2: There is no bead 99; the pair has 2, counted from 1");
        (await RunAsync("align", "review", "visita", "--apply", _folder.Write("c.txt", "# nothing\n"))).Refuses("no action");
        (await RunAsync("align", "review", "visita")).Refuses("--list", "--apply");
    }

    private async Task IngestAsync()
    {
        _folder.Write("in/visita.es.txt", "El presidente llegó ayer a Hanói. Se reunió con su homólogo.");
        _folder.Write("in/visita.en.txt", "The president arrived in Hanoi yesterday. He met with his counterpart.");
        (await RunAsync("ingest", _folder["in"], "--langs", "es,en", "--memory", "news")).Succeeds();
    }

    private async Task<int> MatchesAsync(string text) =>
        (await RunAsync("lookup", "--from", "es", "--to", "en", "--min", "100", "--json", text)).Succeeds().Json.GetProperty("matches").GetArrayLength();

    private Task<Outcome> RunAsync(params string[] arguments) => CommandLine.RunAsync([.. arguments, "--data", _folder["data"]]);
}
