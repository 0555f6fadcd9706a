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
    public async Task Lint_FaultOfATerm_StandsAtThatTerm()
    {
        var folder = Shipped.CopyGlossary(_folder);
        var file = Path.Combine(folder, "people.tbx");
        var lines = File.ReadAllLines(file);
        var english = Array.FindIndex(lines, l => l.Contains("<langSec xml:lang=\"en\">", StringComparison.Ordinal));
        var term = Array.FindIndex(lines, english, l => l.Contains("<term>Fumio Kishida</term>", StringComparison.Ordinal));
        lines[term] = lines[term].Replace("Fumio Kishida", "Kishida Fumio", StringComparison.Ordinal);
        File.WriteAllLines(file, lines);

        var outcome = await CommandLine.RunAsync("glossary", "lint", folder);

        Assert.Contains($"{file}:{term + 1}:13: warning GLS015: kishida-fumio: 'Kishida Fumio' stands twice in 'en'. Remove one.", outcome.Out);
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
    public async Task FolderWithoutAGlossary_IsRefusedByEveryCommand()
    {
        var empty = Directory.CreateDirectory(_folder["empty"]).FullName;
        (await CommandLine.RunAsync("glossary", "lint", empty)).Refuses("There is no .tbx file in", empty);
        (await CommandLine.RunAsync("glossary", "import", empty, "--prune", "--dry-run", "--data", _folder["data"])).Refuses("There is no .tbx file in", empty);
        (await CommandLine.RunAsync("check", "--glossary", empty, "--from", "es", "--to", "en", _folder.Write("a.tsv", "es\ten\nUno.\tOne.\n"))).Refuses("There is no .tbx file in", empty);
    }

    [Fact]
    public async Task Prune_WithFilesThatHoldNoConcept_IsRefused()
    {
        var file = File.ReadAllText(Path.Combine(Shipped.Glossary, "roles.tbx"));
        _folder.Write("none/roles.tbx", file[..file.IndexOf("<conceptEntry", StringComparison.Ordinal)] + file[(file.LastIndexOf("</conceptEntry>", StringComparison.Ordinal) + 15)..]);
        (await CommandLine.RunAsync("glossary", "import", _folder["none"], "--prune", "--data", _folder["data"])).Refuses("prune would delete the whole glossary");
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
        Assert.Matches(@"\d+ concepts can be imported: \d+ new, 0 changed, 0 deleted\.", outcome.Succeeds().Out);
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Fact]
    public async Task Import_BrokenFiles_ListsEveryErrorAndWritesNothing()
    {
        var folder = Shipped.CopyGlossary(_folder);
        var (roles, places) = (Path.Combine(folder, "roles.tbx"), Path.Combine(folder, "places.tbx"));
        File.WriteAllText(roles, File.ReadAllText(roles).Replace("admittedTerm-admn-sts", "tolerated", StringComparison.Ordinal));
        File.WriteAllText(places, File.ReadAllText(places).Replace("<vjtm:crossReference concept=\"", "<vjtm:crossReference concept=\"no-", StringComparison.Ordinal));

        var outcome = await CommandLine.RunAsync("glossary", "import", folder, "--data", _folder["data"]);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Out));
        var errors = outcome.Error.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).ToList();
        Assert.Equal(File.ReadAllText(roles).Split("tolerated").Length - 1, errors.Count(line => line.StartsWith(roles + ":", StringComparison.Ordinal) && line.Contains("TBX008", StringComparison.Ordinal)));
        Assert.Contains(errors, line => line.StartsWith(places + ":", StringComparison.Ordinal) && line.Contains("GLO002", StringComparison.Ordinal));
        Assert.All(errors, line => Assert.Matches(@":\d+:\d+: error ", line));
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Fact]
    public async Task Import_Prune_DeletesWhatTheFilesNoLongerHoldAndSaysSoBefore()
    {
        var folder = Shipped.CopyGlossary(_folder);
        await RunAsync("import", folder, _folder["data"]);
        var written = (await CommandLine.RunAsync("glossary", "import", One("only-one", "uno"), "--data", _folder["data"])).Succeeds().Out;
        Assert.Contains("1 concept read: 1 new, 0 changed, 0 deleted", written);

        var trial = (await CommandLine.RunAsync("glossary", "import", folder, "--prune", "--dry-run", "--data", _folder["data"])).Succeeds();
        Assert.Contains("- only-one", trial.Lines);
        Assert.EndsWith("0 new, 0 changed, 1 deleted.", trial.Lines[^1]);
        Assert.EndsWith("0 new, 0 changed, 1 deleted; revision 3.", (await CommandLine.RunAsync("glossary", "import", folder, "--prune", "--data", _folder["data"])).Succeeds().Lines[^1]);
    }

    [Fact]
    public async Task HistoryAndRevert_OfAnImport_TellAndUndoIt()
    {
        await RunAsync("import", One("asunto", "uno"), _folder["data"]);
        await RunAsync("import", One("asunto", "dos"), _folder["data"]);

        var history = (await CommandLine.RunAsync("glossary", "history", "asunto", "--data", _folder["data"])).Succeeds();
        Assert.Contains("    es: uno → dos (preferred)", history.Lines);
        Assert.Contains("~1 concept", (await CommandLine.RunAsync("history", "--limit", "1", "--data", _folder["data"])).Succeeds().Out);
        var trial = (await CommandLine.RunAsync("revert", "2", "--dry-run", "--data", _folder["data"])).Succeeds();
        Assert.Equal(["~ asunto", "    es: dos → uno (preferred)", "Revision 2 would be undone: ~1 concept. Nothing was written."], trial.Lines);
        Assert.Contains("Revision 2 is undone by revision 3", (await CommandLine.RunAsync("revert", "2", "--data", _folder["data"])).Succeeds().Out);
        Assert.Contains("left to undo", (await CommandLine.RunAsync("revert", "2", "--data", _folder["data"])).Succeeds().Out);
        await RunAsync("import", One("asunto", "tres"), _folder["data"]);
        (await CommandLine.RunAsync("revert", "1", "--data", _folder["data"])).Refuses("asunto", "revision 4");
        trial = await CommandLine.RunAsync("revert", "1", "--dry-run", "--data", _folder["data"]);
        Assert.Equal((2, "concepts/asunto: in the way, because revision 4 changed it."), (trial.ExitCode, trial.Lines[0]));
        Assert.Contains("--skip-conflicts", trial.Error);
        (await CommandLine.RunAsync("revert", "1", "--dry-run", "--skip-conflicts", "--data", _folder["data"])).Succeeds();
        (await CommandLine.RunAsync("revert", "4", "--data", _folder["data"])).Succeeds();
        Assert.Contains("-1 concept", (await CommandLine.RunAsync("revert", "1", "--data", _folder["data"])).Succeeds().Out);
        (await CommandLine.RunAsync("revert", "9", "--data", _folder["data"])).Refuses("9");
        Assert.Equal(3, (await CommandLine.RunAsync("glossary", "history", "asunto", "--limit", "3", "--json", "--data", _folder["data"])).Succeeds().JsonLines.Length);
    }

    [Fact]
    public async Task History_OfATermThatTookAnothersPlace_IsOneLine()
    {
        await RunAsync("import", One("zona", "zona franca", "zona libre"), _folder["data"]);
        await RunAsync("import", One("zona", "zona franca", "zona exenta", "deprecatedTerm-admn-sts"), _folder["data"]);

        var lines = (await CommandLine.RunAsync("glossary", "history", "zona", "--limit", "1", "--data", _folder["data"])).Succeeds().Lines;
        Assert.Equal(["    es: zona libre → zona exenta (deprecated)", "    es: zona exenta: status: admitted → deprecated"], lines[1..]);
    }

    [Fact]
    public async Task Export_SaysWhichFilesAreNewChangedAndGone()
    {
        var folder = One("asunto", "uno");
        await RunAsync("import", folder, _folder["data"]);
        Assert.Contains("1 concept; new ", (await RunAsync("export", _folder["out"], _folder["data"])).Out);
        _folder.Write("out/gone.tbx", Tbx("otro", "dos"));
        Assert.EndsWith("deleted gone.tbx.", (await RunAsync("export", _folder["out"], _folder["data"])).Out.TrimEnd());
    }

    [Fact]
    public async Task Lint_ExampleThatFails_StandsAtItsLine()
    {
        var folder = Shipped.CopyGlossary(_folder);
        var file = Path.Combine(folder, "institutions.tbx");
        var lines = File.ReadAllLines(file);
        var fail = Array.FindIndex(lines, l => l.Contains("<vjtm:pass>", StringComparison.Ordinal));
        lines[fail] = lines[fail].Replace("pass", "fail", StringComparison.Ordinal);
        lines[fail + 3] = lines[fail + 3].Replace("pass", "fail", StringComparison.Ordinal);
        File.WriteAllLines(file, lines);

        Assert.Contains($"{file}:{fail + 2}:11: error GLS011: ", (await CommandLine.RunAsync("glossary", "lint", folder)).Out);
    }

    [Fact]
    public async Task Diff_TermThatIsDeprecated_ListsTheUnitsThatItBreaks()
    {
        await RunAsync("import", One("asunto", "mesa redonda", "mesa cuadrada"), _folder["data"]);
        var units = _folder.Write("a.tsv", "es\ten\nHubo una mesa cuadrada.\tThere was a table.\nHubo sillas.\tThere were chairs.\n");
        (await CommandLine.RunAsync("import", units, "--memory", "news", "--data", _folder["data"])).Succeeds();
        await RunAsync("import", One("asunto", "mesa redonda", "mesa cuadrada", "deprecatedTerm-admn-sts"), _folder["data"]);

        var outcome = (await CommandLine.RunAsync("glossary", "diff", "1..3", "--data", _folder["data"])).Succeeds();
        Assert.Contains("~ asunto", outcome.Lines);
        Assert.Contains("    es: mesa cuadrada: status: admitted → deprecated", outcome.Lines);
        Assert.Contains(outcome.Lines, line => line.StartsWith("memories/news/units/", StringComparison.Ordinal) && line.Contains("VJT001", StringComparison.Ordinal));
        Assert.EndsWith("2 units looked through, 1 broken, 1 finding.", outcome.Lines[^1]);

        var json = (await CommandLine.RunAsync("glossary", "diff", "1", "--json", "--exit-code", "--data", _folder["data"]));
        Assert.Equal(1, json.ExitCode);
        Assert.Equal("Hubo una mesa cuadrada.", json.Json.GetProperty("units")[0].GetProperty("target").GetString());
        (await CommandLine.RunAsync("glossary", "diff", "3..9", "--data", _folder["data"])).Refuses("9");
        (await CommandLine.RunAsync("glossary", "diff", "now", "--data", _folder["data"])).Refuses("12..15");
    }

    [Fact]
    public async Task Lint_FaultThatReaderAndLinterSee_IsSaidOnce()
    {
        var folder = Path.GetDirectoryName(_folder.Write(
            "twice/a.tbx",
            Tbx("uno", "primero").Replace("<langSec", "<vjtm:crossReference concept=\"nobody\">nobody</vjtm:crossReference><langSec", StringComparison.Ordinal)
                .Replace("preferredTerm-admn-sts", "favourite", StringComparison.Ordinal)))!;

        var outcome = await CommandLine.RunAsync("glossary", "lint", folder);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Single(outcome.Lines, line => line.Contains("nobody", StringComparison.Ordinal));
        Assert.Contains("2 errors, 0 warnings", outcome.Lines[^1]);
    }

    private string One(string id, string preferred, string? other = null, string status = "admittedTerm-admn-sts") =>
        Path.GetDirectoryName(_folder.Write($"one-{Guid.NewGuid():N}/{id}.tbx", Tbx(id, preferred, other, status)))!;

    private static string Tbx(string id, string preferred, string? other = null, string status = "admittedTerm-admn-sts") =>
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic" xmlns:vjtm="urn:vietjapantm:tbx:1">
          <tbxHeader><fileDesc><sourceDesc><p>Test.</p></sourceDesc></fileDesc></tbxHeader>
          <text><body><conceptEntry id="{id}"><langSec xml:lang="es">{Section(preferred, "preferredTerm-admn-sts")}{(other is null ? "" : Section(other, status))}</langSec></conceptEntry></body></text>
        </tbx>
        """;

    private static string Section(string term, string status) =>
        $"<termSec><term>{term}</term><min:partOfSpeech>noun</min:partOfSpeech><min:administrativeStatus>{status}</min:administrativeStatus><basic:termType>fullForm</basic:termType></termSec>";

    [Fact]
    public async Task History_ThatOnlyFillsWhatWasEmpty_IsNoCreation()
    {
        await RunAsync("import", Path.Combine(One("zona", "zona franca"), "zona.tbx"), _folder["data"]);
        await RunAsync("import", One("zona", "zona franca", "zona libre"), _folder["data"]);

        var history = (await CommandLine.RunAsync("glossary", "history", "zona", "--data", _folder["data"])).Succeeds().Lines;
        Assert.Contains("  updated  ", history[0]);
        Assert.Contains("  created  ", history[2]);
    }

    [Fact]
    public async Task Lint_FileThatBreaksOff_IsTheOnlyThingSaid()
    {
        var related = Tbx("zona", "zona franca").Replace("<langSec", "<vjtm:crossReference concept=\"lost\">lost</vjtm:crossReference><langSec", StringComparison.Ordinal);
        _folder.Write("broken/a.tbx", related);
        _folder.Write("broken/b.tbx", Tbx("lost", "zona perdida")[..^40]);
        _folder.Write("broken/c.tbx", "");

        var outcome = await CommandLine.RunAsync("glossary", "lint", _folder["broken"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(2, outcome.Lines.Count(line => line.Contains(": error ", StringComparison.Ordinal)));
        Assert.Contains(outcome.Lines, line => line.Contains("b.tbx:", StringComparison.Ordinal) && line.Contains("TBX001", StringComparison.Ordinal) && line.EndsWith("whole.", StringComparison.Ordinal));
        Assert.Contains(outcome.Lines, line => line.Contains("GLO003", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("xml:lang=\"es\"", "xml:lang=\"vn\"", "Did you mean vi?")]
    [InlineData("<tbx ", "<TBX ", "Convert the file to TBX-Basic")]
    public async Task Lint_LanguageOrDialectThatIsNone_NamesTheRemedy(string old, string now, string remedy)
    {
        _folder.Write("odd/a.tbx", Tbx("zona", "zona franca").Replace(old, now, StringComparison.Ordinal).Replace("</tbx>", now[0] == '<' ? "</TBX>" : "</tbx>", StringComparison.Ordinal));

        var outcome = await CommandLine.RunAsync("glossary", "lint", _folder["odd"]);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(remedy, outcome.Out);
    }

    [Fact]
    public async Task Import_WithAnErrorOfTheLint_IsRefusedUnlessToldToGoOn()
    {
        var folder = One("zona", "zona franca", "zona franca", "deprecatedTerm-admn-sts");

        var refused = await CommandLine.RunAsync("glossary", "import", folder, "--data", _folder["data"]);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Out));
        Assert.Contains($"{Path.Combine(folder, "zona.tbx")}:4:", refused.Error);
        Assert.Contains("error GLS005", refused.Error);
        Assert.Contains("--despite-lint", refused.Error);
        Assert.False(Directory.Exists(_folder["data"]));

        var done = await CommandLine.RunAsync("glossary", "import", folder, "--despite-lint", "--data", _folder["data"]);
        Assert.Equal((0, "1 concept read: 1 new, 0 changed, 0 deleted; revision 1."), (done.ExitCode, done.Lines[0]));
        Assert.Contains("warning GLS005", done.Error);
    }

    [Fact]
    public async Task Import_ThatConflictsWithTheStore_WarnsAtItsLine()
    {
        await RunAsync("import", One("zona", "zona franca"), _folder["data"]);
        var folder = One("area", "zona franca");

        var outcome = await CommandLine.RunAsync("glossary", "import", folder, "--data", _folder["data"]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains($"{Path.Combine(folder, "area.tbx")}:4:", outcome.Error);
        Assert.Contains("warning GLS004", outcome.Error);
        Assert.DoesNotContain("GLS004", (await CommandLine.RunAsync("glossary", "import", One("otro", "otro asunto"), "--data", _folder["data"])).Error);
    }

    [Fact]
    public async Task Lint_FolderThatIsAbsent_IsRefused() =>
        (await CommandLine.RunAsync("glossary", "lint", _folder["nowhere"])).Refuses(_folder["nowhere"]);

    private static async Task<Outcome> RunAsync(string command, string folder, string data) =>
        (await CommandLine.RunAsync("glossary", command, folder, "--data", data)).Succeeds();
}
