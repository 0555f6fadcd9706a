using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Ingestion;
using VietJapanTM.Cli.Input;
using VietJapanTM.Model;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Text.Mending;
using static VietJapanTM.Cli.Tests.Scenarios.IngestScenario;

namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class IngestTests
{
    [Fact]
    public async Task Folder_OfPages_BecomesUnitsAndAReport()
    {
        using var folder = new TemporaryFolder();
        WriteVisit(folder);
        folder.Write("in/notes.txt", "no language");
        folder.Write("in/alone.es.txt", "solo");
        folder.Write("in/old.es.doc", "x");
        folder.Write("in/Discurso.es.txt", "uno");
        folder.Write("in/discurso.en.txt", "one");

        var outcome = await IngestAsync(folder, "--report", folder["report.html"]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("visita: stored, segments es 2, en 2, 2 beads", outcome.Out);
        Assert.Contains("1 document stored in memory news, 0 unchanged, 0 refused, 5 files left out.", outcome.Out);
        Assert.Contains("notes.txt: its name and folders hold none of es, en", outcome.Error);
        Assert.Contains("alone.es.txt: there is no counterpart", outcome.Error);
        Assert.Contains($"discurso.en.txt: there is no counterpart in another language; the name of {folder["in/Discurso.es.txt"]} differs in capital letters alone.", outcome.Error);
        Assert.Contains("old.es.doc: nothing reads this format; .txt", outcome.Error);
        var page = File.ReadAllText(folder["report.html"]);
        Assert.Contains("Se reunió con su homólogo.", page);
        Assert.Contains("<summary>5 not taken, for these reasons</summary>", page);
        Assert.Contains("alone.es.txt: there is no counterpart", page);
        Assert.Contains($"<p>Taken from {folder["in"]} into memory news by vjtm ingest, 20", page);
        Assert.Contains($"<code>vjtm align review visita --data {folder["data"]}</code>", page);
        var match = (await LookupAsync(folder, "Se reunió con su homólogo.")).GetProperty("matches")[0];
        Assert.Equal("He met with his counterpart.", match.GetProperty("target").GetString());
    }

    [Fact]
    public async Task SameFolder_Again_ChangesNothing()
    {
        using var folder = new TemporaryFolder();
        WriteVisit(folder);
        await IngestAsync(folder);

        Assert.Contains("0 documents stored in memory news, 1 unchanged", (await IngestAsync(folder)).Out);
    }

    [Fact]
    public async Task ChangedText_IsRefusedUntilReplaceIsGiven()
    {
        using var folder = new TemporaryFolder();
        WriteVisit(folder);
        await IngestAsync(folder);
        folder.Write("in/es/visita.html", $"<p>{Spanish.Replace("ayer", "hoy", StringComparison.Ordinal)}</p>");

        var refused = await IngestAsync(folder);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--replace", refused.Error);

        Assert.Equal(0, (await IngestAsync(folder, "--replace")).ExitCode);
        var found = await LookupAsync(folder, "El presidente llegó hoy a Hanói.", "--min", "60");
        Assert.Equal([100], found.GetProperty("matches").EnumerateArray().Select(m => m.GetProperty("score").GetInt32()));
    }

    [Fact]
    public async Task DryRun_ShowsWhatBelongsTogetherAndWritesNothing()
    {
        using var folder = new TemporaryFolder();
        WriteVisit(folder);
        folder.Write("in/Cumbre Việt–Nhật.es.txt", "Uno.");
        folder.Write("in/Cumbre Việt–Nhật.en.txt", "One.");

        var outcome = await IngestAsync(folder, "--dry-run");

        Assert.Equal(2, outcome.Succeeds().Lines.Length);
        Assert.StartsWith("cumbre-viet-nhat: new, es ", outcome.Lines[0]);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task HalfATranslation_IsStoredAndNamed()
    {
        using var folder = new TemporaryFolder();
        const string Head = "El presidente llegó ayer a la capital.\nSe reunió con su homólogo y los dos hablaron de comercio y de la paz en la región.\n";
        const string Rest = "Añadió que las obras comenzarán en octubre.\nEl centro podrá acoger a 600 alumnos.\nRegresará a Tokio el sábado.\nLa feria abre mañana.\nLos precios no cambian.\nLa lluvia cesó por la tarde.\n";
        WriteNote(folder, "nota", Head + Rest, "The president arrived in the capital yesterday.\nHe met with his counterpart and the two spoke about trade and peace in the region.\n");
        var outcome = await IngestAsync(folder);
        Assert.Equal((0, "nota: warning: The last 6 es segments have no counterpart in en.\n"), (outcome.ExitCode, outcome.Error.ReplaceLineEndings("\n")));
        Assert.Equal(
            "warning: the last 6 es segments have no counterpart in en.\n",
            (await CommandLine.RunAsync("align", "--langs", "en,es", folder["in/nota.en.txt"], folder["in/nota.es.txt"])).Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task OwnRules_SegmentAndMakeDocumentsAnewOnDemand()
    {
        using var folder = new TemporaryFolder();
        WriteVisit(folder);
        await IngestAsync(folder);
        var rules = folder.Write("own.srx", """
            <?xml version="1.0"?>
            <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no"/>
            <body><languagerules><languagerule languagerulename="Own">
            <rule break="yes"><beforebreak>;</beforebreak><afterbreak>\s</afterbreak></rule>
            </languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="Own"/></maprules></body></srx>
            """);

        Assert.Contains("1 unchanged", (await IngestAsync(folder, "--rules", rules)).Out);
        var outcome = await IngestAsync(folder, "--rules", rules, "--replace");

        Assert.Contains("visita: stored, segments es 1, en 1, 1 bead", outcome.Out);
        Assert.Equal("", outcome.Error);
        (await IngestAsync(folder, "--rules", folder["none.srx"])).Refuses("none.srx");
    }

    [Fact]
    public async Task OwnRulesOfWhichOneCannotBeUsed_StoreNothing()
    {
        using var folder = new TemporaryFolder();
        WriteVisit(folder);
        var rules = folder.Write("own.srx", """
            <?xml version="1.0"?>
            <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no"/>
            <body><languagerules><languagerule languagerulename="Own">
            <rule break="yes"><beforebreak>(</beforebreak><afterbreak>\s</afterbreak></rule>
            </languagerule></languagerules><maprules><languagemap languagepattern=".*" languagerulename="Own"/></maprules></body></srx>
            """);
        var outcome = await IngestAsync(folder, "--rules", rules);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains($"{rules}:4:", outcome.Error);
        Assert.Contains("Correct those rules", outcome.Error);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task OwnRulesOfOtherLanguages_AreCountedAndDoNotStandInTheWay()
    {
        using var folder = new TemporaryFolder();
        WriteVisit(folder);
        var rules = folder.Write("own.srx", """
            <?xml version="1.0"?>
            <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no"/>
            <body><languagerules>
            <languagerule languagerulename="Japanese"><rule break="yes"><beforebreak>(</beforebreak><afterbreak>x</afterbreak></rule></languagerule>
            <languagerule languagerulename="Own"><rule break="yes"><beforebreak>\.</beforebreak><afterbreak>\s</afterbreak></rule></languagerule>
            </languagerules><maprules><languagemap languagepattern="ja.*" languagerulename="Japanese"/><languagemap languagepattern=".*" languagerulename="Own"/></maprules></body></srx>
            """);

        var outcome = await IngestAsync(folder, "--rules", rules);

        Assert.Equal((0, $"{rules}: info SRX004: 1 rule of other languages cannot be used; these texts do not need them.\n"), (outcome.ExitCode, outcome.Error.ReplaceLineEndings("\n")));
        Assert.Contains("visita: stored, segments es 2, en 2", outcome.Out);
        Assert.Contains("SRX001", (await CommandLine.RunWithInputAsync("一。", "segment", "--lang", "ja", "--rules", rules)).Error);
    }

    [Fact]
    public async Task Replace_SameTextsWithMending_MakesThemAnew()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/es/a.txt", "Los dirigentes intercambiaron puntos de vista sobre lasrelaciones bilaterales.");
        folder.Write("in/en/a.txt", "The leaders exchanged views on bilateral relations.");
        await IngestAsync(folder);
        Assert.Contains("--replace makes anew", (await IngestAsync(folder, "--mend")).Out);
        Assert.Contains("1 document stored", (await IngestAsync(folder, "--mend", "--replace")).Out);
        var found = await LookupAsync(folder, "Los dirigentes intercambiaron puntos de vista sobre las relaciones bilaterales.");
        Assert.Equal(100, found.GetProperty("matches")[0].GetProperty("score").GetInt32());
    }

    [Fact]
    public async Task AnotherMemory_TakesTheFilesUnderOtherNamesAlone()
    {
        using var folder = new TemporaryFolder();
        WriteVisit(folder);
        await IngestAsync(folder);
        Task<Outcome> Other(params string[] more) =>
            CommandLine.RunAsync(["ingest", folder["in"], "--langs", "es,en", "--memory", "other", "--data", folder["data"], .. more]);

        var refused = await Other("--replace");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("in memories/news", refused.Error);
        Assert.Contains("other-visita: stored", (await Other("--prefix", "other")).Succeeds().Out);
        Assert.Contains("1 unchanged", (await IngestAsync(folder)).Out);
    }

    [Fact]
    public async Task TextsInTheWrongLanguage_AreTakenOnlyWhereThatIsAllowed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/es/visita.txt", $"{English} {English}");
        folder.Write("in/en/visita.txt", $"{Spanish} {Spanish}");
        var refused = await IngestAsync(folder);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("visita: error: The text marked es reads like en.", refused.Error);
        Assert.Contains(folder["in/es/visita.txt"], refused.Error);
        Assert.Contains("0 refused, 1 mismatched", refused.Out);
        Assert.Equal("", (await CommandLine.RunAsync("memory", "--data", folder["data"])).Succeeds().Out);

        var outcome = await IngestAsync(folder, "--allow-mismatch");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("visita: warning: The text marked es reads like en.", outcome.Error);
    }

    [Fact]
    public async Task TextsThatAreNoTranslations_AreCountedApart()
    {
        using var folder = new TemporaryFolder();
        WriteVisit(folder);
        folder.Write("in/es/libro.txt", "El presidente llegó ayer a Hanói.");
        folder.Write("in/en/libro.txt", string.Join('\n', Enumerable.Repeat("The president arrived in Hanoi yesterday.", 100)));

        var outcome = await IngestAsync(folder, "--json");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("libro: error: The en text is 12", outcome.Error);
        Assert.Contains("times longer than the es text. Look at", outcome.Error);
        Assert.Equal(1, outcome.Json.GetProperty("counts").GetProperty("mismatched").GetInt32());
        Assert.Equal(["mismatched", "stored"], outcome.Json.GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("state").GetString()));
        Assert.Contains("libro: warning: The en text is 12", (await IngestAsync(folder, "--allow-mismatch")).Error);
    }

    [Fact]
    public async Task DamagedTexts_AreNamedUntilTheyAreMended()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/es/a.txt", "Los dirigentes intercambiaron puntos de vista sobre lasrelaciones bilaterales.");
        folder.Write("in/en/a.txt", "The leaders exchanged views on bilateral relations.");
        var outcome = (await IngestAsync(folder)).Succeeds();
        Assert.Contains("0 doubtful, 1 place looks damaged.", outcome.Out);
        Assert.Contains("1 place looks damaged; --mend repairs them, with --replace in what is stored.", outcome.Out);
        Assert.DoesNotContain("damaged", (await IngestAsync(folder, "--mend", "--replace")).Succeeds().Out);
    }

    [Fact]
    public async Task ReportThatCannotBeWritten_StoresNothing()
    {
        using var folder = new TemporaryFolder();
        WriteVisit(folder);
        (await IngestAsync(folder, "--report", folder["none/r.html"])).Refuses("none/r.html cannot be written: its folder does not exist");
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task Stopped_SaysWhatWasStoredAndMakesNoMemory()
    {
        using var folder = new TemporaryFolder();
        WriteVisit(folder);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var context = new CommandContext(() => Stream.Null, output, error, IsInteractive: false, new CancellationToken(canceled: true));
        var documents = DocumentFolder.Scan(folder["in"], [LanguageTag.Spanish, LanguageTag.English]);
        using var workspace = TranslationWorkspace.Open(folder["data"], TimeProvider.System);
        var results = await new DocumentIngestion(new StoreConnection(workspace), "news", new Preparation(MendKind.None, null, null), new IngestOptions()).RunAsync(documents.Documents, context);

        IngestOutput.Write("news", results, documents, json: false, context);

        Assert.Contains("0 documents stored in memory news, 0 unchanged, 0 refused, 0 files left out. Stopped before 1 document;", output.ToString());
        Assert.Empty(workspace.Store.ListMemories("default"));
    }

    [Fact]
    public async Task Replace_OfAFolder_MakesAnewWhatChangedAndKeepsReviewsOfTheRest()
    {
        using var folder = new TemporaryFolder();
        WriteVisit(folder);
        folder.Write("in/nota.es.txt", Spanish);
        folder.Write("in/nota.en.txt", English);
        Assert.Contains("Revisions 1..2; 'vjtm revert 1..2' undoes it.", (await IngestAsync(folder)).Succeeds().Out);
        foreach (var id in new[] { "visita", "nota" })
        {
            (await CommandLine.RunAsync("align", "review", id, "--apply", folder.Write("actions.txt", "confirm 1\n"), "--data", folder["data"])).Succeeds();
        }

        folder.Write("in/nota.es.txt", Spanish.Replace("ayer", "hoy", StringComparison.Ordinal));
        var plain = await IngestAsync(folder, "--dry-run");
        Assert.Equal(2, plain.ExitCode);
        Assert.Contains("forgets what reviewers said of it: 1 bead.", plain.Error);
        var plan = (await IngestAsync(folder, "--dry-run", "--replace")).Succeeds();
        Assert.StartsWith("nota: changed, 1 reviewed bead forgotten, es ", plan.Lines[0]);
        Assert.StartsWith("visita: unchanged, es ", plan.Lines[1]);

        var replaced = (await IngestAsync(folder, "--replace")).Succeeds();
        Assert.Contains("nota: stored, segments es 2, en 2, 2 beads, 0 doubtful, 1 reviewed bead forgotten.", replaced.Out);
        Assert.Contains("1 document stored in memory news, 1 unchanged", replaced.Out);
        Assert.Contains("2 documents stored", (await IngestAsync(folder, "--replace-all")).Succeeds().Out);
    }

    [Fact]
    public async Task RevertOfAnIngestion_UndoesAllItsRevisions()
    {
        using var folder = new TemporaryFolder();
        WriteVisit(folder);
        folder.Write("in/nota.es.txt", Spanish);
        folder.Write("in/nota.en.txt", English);
        await IngestAsync(folder);
        Task<Outcome> RevertAsync(params string[] arguments) => CommandLine.RunAsync(["revert", .. arguments, "--data", folder["data"]]);

        Assert.Equal(2, (await RevertAsync("1..2", "--dry-run")).Succeeds().Lines.Length);
        (await RevertAsync("1..2")).Succeeds();
        Assert.Equal("There is no document yet. Take some in with 'vjtm ingest'.", (await CommandLine.RunAsync("documents", "--data", folder["data"])).Succeeds().Lines[0]);
        (await RevertAsync("2..1")).Refuses("26..32");
        (await RevertAsync("x")).Refuses("'x' is no revision");
    }
}
