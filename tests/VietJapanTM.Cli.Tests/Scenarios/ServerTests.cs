using VietJapanTM.Server.Hosting;

namespace VietJapanTM.Cli.Tests.Scenarios;

/// <summary>Commands on a store that a running server holds.</summary>
public sealed class ServerTests : IAsyncLifetime
{
    private const string Sentence =
        "Según la cartera, en las conversaciones, los dos dirigentes intercambiaron sus puntos de vista sobre el desarrollo de las relaciones bilaterales en el futuro.";

    private readonly TemporaryFolder _folder = new();
    private VietJapanServer? _server;

    public async Task InitializeAsync() => _server = await VietJapanServer.StartAsync(
        new ServerOptions { DataFolder = _folder["data"], Addresses = [ListenAddress.Parse("http://127.0.0.1:0")] });

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Lookup_GoesThroughTheServer()
    {
        const string Query = "Según la cartera, en las conversaciones, los dos dirigentes intercambiaron sus puntos de vista.";
        var outcome = await RunAsync("lookup", "--from", "es", "--to", "vi", "--min", "50", Query);

        Assert.Contains("memories/vietnam-japan/units/", outcome.Succeeds().Out);
        Assert.Contains("diff", outcome.Out);
    }

    [Fact]
    public async Task Batch_ThroughTheServer_AnswersEveryLineInOrder()
    {
        const string Beginning = "Según la cartera, en las conversaciones, los dos dirigentes intercambiaron sus puntos de vista";
        var queries = Enumerable.Range(0, 1_500).Select(i => i % 100 == 0 ? "" : $"{Beginning} {i % 700}.").ToList();
        var file = _folder.Write("queries.txt", string.Concat(queries.Select(q => q + "\n")));
        var outcome = await RunAsync("lookup", "--from", "es", "--to", "vi", "--min", "50", "--batch", file);
        var answers = outcome.JsonLines;

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(queries, answers.Select(a => a.GetProperty("query").GetString()));
        Assert.All(answers, a => Assert.Equal(a.GetProperty("query").GetString() != "", a.GetProperty("matches").GetArrayLength() > 0));
    }

    [Fact]
    public async Task Batch_ServerRefusesALine_IsSaid() =>
        (await RunAsync("lookup", "--from", "es", "--to", "vi", "--memory", "nowhere", "--batch", _folder.Write("a.txt", "Hola.\n"))).Refuses("nowhere");

    [Fact]
    public async Task Analyze_GoesThroughTheServer()
    {
        var file = _folder.Write("a.txt", $"{Sentence}\n\n{Sentence}\n\nNada de esto se ha traducido nunca.\n");
        var lines = (await RunAsync("analyze", "--from", "es", "--to", "vi", "--format", "csv", file)).Succeeds().Lines;

        Assert.Contains("total,repetition,1,24,135", lines);
        Assert.Contains("total,100,1,24,135", lines);
        Assert.Contains("total,new,1,7,29", lines);
    }

    [Fact]
    public async Task Backup_ThroughTheServer_IsAStoreOfItsOwn()
    {
        Directory.CreateDirectory(_folder["copy"]);
        var file = Path.Combine(_folder["copy"], "vjtm.db");
        Assert.Contains("revision 1", (await RunAsync("backup", file)).Succeeds().Out);

        Assert.Equal([file], Directory.GetFiles(_folder["copy"]));
        Assert.Empty(Directory.GetFiles(_folder["data"], "vjtm-copy-*"));
        Assert.Equal("The store is whole.", (await CommandLine.RunAsync("verify", "--data", _folder["copy"])).Succeeds().Out.Trim());
        Assert.Equal(
            (await RunAsync("lookup", "--from", "es", "--to", "vi", Sentence)).Out,
            (await CommandLine.RunAsync("lookup", "--data", _folder["copy"], "--from", "es", "--to", "vi", Sentence)).Out);
        (await RunAsync("backup", _folder["data", "vjtm.db"])).Refuses("vjtm.db");
        (await RunAsync("backup", _folder["absent", "copy.db"])).Refuses("copy.db");
    }

    [Fact]
    public async Task Verify_GoesThroughTheServer() =>
        Assert.Equal("The store is whole.", (await RunAsync("verify")).Succeeds().Out.Trim());

    [Fact]
    public async Task Terms_GoThroughTheServer()
    {
        var file = _folder.Write("a.txt", "la Asociación Estratégica Integral");
        Assert.Contains("toàn diện", (await RunAsync("terms", "--lang", "es", "--to", "vi", file)).Succeeds().Out);
    }

    [Fact]
    public async Task Check_GoesThroughTheServer()
    {
        var file = _folder.Write("a.tsv", "La Asociación Estratégica Integral avanza.\tQuan hệ đối tác tiến triển.\n");
        Assert.Equal(1, (await RunAsync("check", "--from", "es", "--to", "vi", file)).ExitCode);
    }

    [Fact]
    public async Task Ingest_GoesThroughTheServer()
    {
        _folder.Write("in/visita.es.txt", "El presidente llegó ayer a Hanói. Se reunió con su homólogo.");
        _folder.Write("in/visita.en.txt", "The president arrived in Hanoi yesterday. He met with his counterpart.");
        string[] ingest = ["ingest", _folder["in"], "--langs", "es,en", "--memory", "news"];

        Assert.Contains("1 document stored", (await RunAsync(ingest)).Succeeds().Out);
        Assert.Contains("0 documents stored in memory news, 1 unchanged", (await RunAsync(ingest)).Succeeds().Out);
        Assert.Equal(1, (await RunAsync([.. ingest, "--replace", "--mend"])).Succeeds().Out.Split("unchanged, 0 refused").Length - 1);
        Assert.Contains("He met with his counterpart.", (await RunAsync("lookup", "--from", "es", "--to", "en", "Se reunió con su homólogo.")).Succeeds().Out);
    }

    [Fact]
    public async Task GlossaryImportAndRevert_ThroughTheServer_LintAndTry()
    {
        const string term = "<termSec><term>zona franca</term><min:partOfSpeech>noun</min:partOfSpeech><min:administrativeStatus>{0}</min:administrativeStatus></termSec>";
        _folder.Write("more/zona.tbx", $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min">
              <tbxHeader><fileDesc><sourceDesc><p>Test.</p></sourceDesc></fileDesc></tbxHeader>
              <text><body><conceptEntry id="zona"><langSec xml:lang="es">{term.Replace("{0}", "preferredTerm-admn-sts", StringComparison.Ordinal)}{term.Replace("{0}", "deprecatedTerm-admn-sts", StringComparison.Ordinal)}</langSec></conceptEntry></body></text>
            </tbx>
            """);

        Assert.Contains("--despite-lint", (await RunAsync("glossary", "import", _folder["more"])).Error);
        var done = await RunAsync("glossary", "import", _folder["more"], "--despite-lint");
        Assert.Contains("warning GLS005", done.Error);
        var revision = done.Out.TrimEnd('.', '\n', '\r').Split(' ')[^1];

        var trial = (await RunAsync("revert", revision, "--dry-run")).Succeeds();
        Assert.Equal(["- zona", $"Revision {revision} would be undone: -1 concept. Nothing was written."], trial.Lines);
        Assert.Contains("is undone by", (await RunAsync("revert", revision)).Succeeds().Out);
    }

    [Fact]
    public async Task Import_GoesThroughTheServerAndCountsOnce()
    {
        var lines = string.Concat(Enumerable.Range(0, 1_200).Select(i => $"Frase número {i}.\tSentence number {i}.\n"));
        var file = _folder.Write("a.tsv", "es\ten\n" + lines);

        Assert.Contains("1200 units read, 1200 new or changed", (await RunAsync("import", file, "--memory", "news")).Succeeds().Out);
        Assert.Contains("1200 units read, 0 new or changed", (await RunAsync("import", file, "--memory", "news")).Succeeds().Out);
        Assert.Contains("Sentence number 1199.", (await RunAsync("lookup", "--from", "es", "--to", "en", "Frase número 1199.")).Succeeds().Out);
    }

    [Fact]
    public async Task Import_ErrorInTheLastLine_SendsNothing()
    {
        var lines = string.Concat(Enumerable.Range(0, 1_200).Select(i => $"Frase número {i}.\tSentence number {i}.\n"));
        var file = _folder.Write("a.tsv", "es\ten\n" + lines + "solo\n");
        var revision = _server!.Workspace.Revision;

        (await RunAsync("import", file, "--memory", "news")).Refuses(file + ":1202:");
        Assert.Equal(revision, _server.Workspace.Revision);
    }

    [Fact]
    public async Task Import_UnitThatLostACharacter_IsLeftOutAndSaid()
    {
        var file = _folder.Write("a.tsv", "es\ten\nLleg\uFFFD ayer.\tHe arrived yesterday.\nSe fue hoy.\tHe left today.\n");
        var outcome = await RunAsync("import", file, "--memory", "news");

        Assert.Contains("2 units read, 1 new or changed", outcome.Out);
        Assert.Contains("1 unit left out", outcome.Error);
    }

    [Fact]
    public async Task Glossary_GoesThroughTheServerAndBack()
    {
        var folder = Shipped.CopyGlossary(_folder);
        Assert.Contains("0 new, 0 changed, 0 deleted", (await RunAsync("glossary", "import", folder)).Succeeds().Out);
        File.Delete(Path.Combine(folder, "roles.tbx"));
        var trial = await RunAsync("glossary", "import", folder, "--prune", "--dry-run");
        Assert.Equal(2, trial.ExitCode);
        Assert.Contains("GLO002", trial.Error);

        Assert.Contains("; new ", (await RunAsync("glossary", "export", _folder["out"])).Succeeds().Out);
        Assert.Contains("0 new, 0 changed, 0 deleted", (await RunAsync("glossary", "import", _folder["out"], "--prune")).Succeeds().Out);
        Assert.Contains("no file changed", (await RunAsync("glossary", "export", _folder["out"])).Succeeds().Out);
    }

    [Fact]
    public async Task HistoryRevertAndDiff_GoThroughTheServer()
    {
        var file = _folder.Write("a.tsv", "es\ten\nUna frase.\tA sentence.\n");
        (await RunAsync("import", file, "--memory", "news")).Succeeds();
        var last = (await RunAsync("history", "--limit", "1", "--json")).Succeeds().JsonLines[0];
        Assert.Equal(1, last.GetProperty("units").GetProperty("created").GetInt32());

        var revision = last.GetProperty("revision").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("-1 unit", (await RunAsync("revert", revision)).Succeeds().Out);
        Assert.Contains("0 concepts changed", (await RunAsync("glossary", "diff", revision)).Succeeds().Out);
        Assert.Contains("created", (await RunAsync("glossary", "history", "asean")).Succeeds().Out);
    }

    [Fact]
    public async Task SecondServer_IsRefusedWithTheAddressOfTheFirst() =>
        (await RunAsync("serve", "--urls", "http://127.0.0.1:0")).Refuses(_server!.Urls[0]);

    private Task<Outcome> RunAsync(params string[] arguments) => CommandLine.RunAsync([.. arguments, "--data", _folder["data"]]);
}
