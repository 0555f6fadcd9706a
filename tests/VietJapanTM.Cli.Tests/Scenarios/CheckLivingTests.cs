using System.Diagnostics;
using System.Text;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Cli.Tests.Scenarios;

/// <summary>What makes a check bearable: explanations, baselines, safe fixes, reports on changes only.</summary>
public sealed class CheckLivingTests : IDisposable
{
    private const string Missing = "La Asociación Estratégica Integral avanza.\tQuan hệ đối tác tiến triển.\n";
    private const string Forbidden = "Các nước ASEAN.\tLos países de la Asean.\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Explain_WithoutARule_ListsAll()
    {
        var lines = (await CommandLine.RunAsync("check", "--explain")).Succeeds().Lines;
        Assert.Equal(CheckRules.All.Select(r => r.Id), lines.Select(l => l.Split(' ')[0]));
    }

    [Fact]
    public async Task Explain_Rule_ShowsBothExamples()
    {
        var output = (await CommandLine.RunAsync("check", "--explain", "vjt011")).Succeeds().Out;
        Assert.Contains("VJT011: Hidden characters (warning by default)", output);
        Assert.Contains(@"en: the East\u202E aeS\u202C", output);
        Assert.Contains("Mended:", output);
    }

    [Fact]
    public async Task Explain_UnknownRule_NamesTheNearest() => (await CommandLine.RunAsync("check", "--explain", "VJT01")).Refuses("VJT01");

    [Fact]
    public async Task Baseline_OfAnEarlierRun_LetsItsFindingsPassWhereverTheyMove()
    {
        var (file, baseline) = (_folder.Write("a.tsv", "es\tvi\n" + Missing), _folder["baseline.json"]);
        Assert.Equal(0, (await RunAsync(file, "--write-baseline", "--baseline", baseline)).ExitCode);
        _folder.Write("a.tsv", "es\tvi\nHola.\tXin chào.\n" + Missing);
        Assert.Equal(0, (await RunAsync(file, "--baseline", baseline)).ExitCode);
        _folder.Write("a.tsv", "es\tvi\n" + Missing + "La Asociación Estratégica Integral crece.\tQuan hệ đối tác lớn lên.\n");
        var outcome = await RunAsync(file, "--baseline", baseline, "--json");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(3, Assert.Single(outcome.Json.GetProperty("findings").EnumerateArray()).GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task Baseline_SeveralTranslationsOfOneSource_AreToldApart()
    {
        string Resx(string name, string text) => _folder.Write(name, $"<root><data name=\"a\"><value>{text}</value></data></root>");
        var (source, baseline) = (Resx("S.resx", "La Asociación Estratégica Integral"), _folder["baseline.json"]);
        var (english, vietnamese) = (Resx("S.en.resx", "The partnership"), Resx("S.vi.resx", "Đối tác Chiến lược toàn diện"));
        Task<Outcome> Run(params string[] arguments) => CommandLine.RunAsync(
            ["check", "--glossary", Shipped.Glossary, "--from", "es", "--to", "en,vi", source, english, vietnamese, "--baseline", baseline, .. arguments]);

        Assert.Equal(0, (await Run("--write-baseline")).ExitCode);
        Resx("S.en.resx", "The Comprehensive Strategic Partnership");
        Resx("S.vi.resx", "Quan hệ đối tác");
        var outcome = await Run();

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith($"{vietnamese}:1:", outcome.Lines[0]);
    }

    [Fact]
    public async Task FaultOfASource_WithSeveralTranslations_IsSaidOnce()
    {
        var path = _folder.Write("a.tsv", "es\ten\tvi\nLos países de la Asean.\tASEAN countries.\tCác nước ASEAN.\n");
        var outcome = await CommandLine.RunAsync("check", "--glossary", Shipped.Glossary, "--from", "es", "--to", "en,vi", path);
        Assert.Single(outcome.Lines, line => line.Contains("VJT003", StringComparison.Ordinal));
    }

    [Fact]
    public async Task InconsistentTranslation_SaysWhereTheOtherIs()
    {
        var first = _folder.Write("a.tsv", "es\ten\nAmbas partes firmaron el acuerdo.\tBoth sides signed the agreement.\n");
        var second = _folder.Write("b.tsv", "es\ten\nAmbas partes firmaron el acuerdo.\tThe two parties signed the deal.\n");
        var outcome = await CommandLine.RunAsync("check", "--glossary", Shipped.Glossary, "--from", "es", "--to", "en", first, second);
        Assert.Contains($"  the other translation, {first}:2:35:", outcome.Lines);
    }

    [Fact]
    public async Task Junit_FindingBelowTheLimit_IsNoFailure()
    {
        var file = _folder.Write("a.tsv", "es\tvi\n" + Missing);
        var outcome = await RunAsync(file, "--fail-on", "error", "--format", "junit");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("failures=\"0\"", outcome.Out);
        Assert.Contains("<system-out>", outcome.Out);
    }

    [Fact]
    public async Task Baseline_FindingThatIsGone_IsAbsent()
    {
        var (file, baseline) = (_folder.Write("a.tsv", "es\tvi\n" + Missing), _folder["baseline.json"]);
        await RunAsync(file, "--write-baseline", "--baseline", baseline);
        _folder.Write("a.tsv", "es\tvi\nHola.\tXin chào.\n");
        var outcome = await RunAsync(file, "--baseline", baseline, "--format", "sarif");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("absent", outcome.Json.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("baselineState").GetString());
    }

    [Theory]
    [InlineData(null, "--write-baseline")]
    [InlineData("{\"version\":9,\"findings\":[]}", "version 2")]
    [InlineData("[", "JSON")]
    public async Task Baseline_ThatCannotBeRead_IsNamed(string? content, string word)
    {
        var baseline = content is null ? _folder["none.json"] : _folder.Write("b.json", content);
        (await RunAsync(_folder.Write("a.tsv", "es\tvi\n" + Missing), "--baseline", baseline)).Refuses(baseline, word);
    }

    [Fact]
    public async Task WriteBaseline_WithoutAFile_IsRefused() =>
        (await RunAsync(_folder.Write("a.tsv", "es\tvi\n" + Missing), "--write-baseline")).Refuses("--baseline");

    [Fact]
    public async Task Fix_SafeReplacement_ChangesItsBytesAlone()
    {
        var path = _folder["a.tsv"];
        byte[] before = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("vi\tes\r\n" + Forbidden.Replace("\n", "\r\n", StringComparison.Ordinal) + "Xin chào.\tHola.")];
        File.WriteAllBytes(path, before);
        var outcome = await CommandLine.RunAsync("check", "--glossary", Shipped.Glossary, "--from", "vi", "--to", "es", path, "--fix");
        Assert.Equal((0, "Mended 1 finding in 1 file.\n"), (outcome.ExitCode, outcome.Error.ReplaceLineEndings("\n")));
        var expected = Encoding.UTF8.GetString(before).Replace("Asean", "ASEAN", StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetBytes(expected), File.ReadAllBytes(path));
    }

    [Fact]
    public async Task Fix_FileBehindALink_KeepsLinkAndPermissions()
    {
        var path = _folder.Write("a.tsv", "vi\tes\n" + Forbidden);
        File.CreateSymbolicLink(_folder["link.tsv"], path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await CommandLine.RunAsync("check", "--glossary", Shipped.Glossary, "--from", "vi", "--to", "es", _folder["link.tsv"], "--fix");

        Assert.Contains("ASEAN.\n", File.ReadAllText(path)[^8..]);
        Assert.Equal(path, new FileInfo(_folder["link.tsv"]).LinkTarget);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task Fix_FileInUtf8ThatDeclaresAnother_IsRefusedAndStays()
    {
        var path = _folder.Write("a.po", "msgid \"\"\nmsgstr \"Language: vi\\nContent-Type: text/plain; charset=ISO-8859-1\\n\"\n\nmsgid \"El Mar del Este\"\nmsgstr \"biển Nam Trung Hoa\"\n");
        var before = File.ReadAllText(path);
        var outcome = await RunAsync(path, "--fix");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains($"{path}:5:11: error", outcome.Error);
        Assert.Contains("declares iso-8859-1", outcome.Error);
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Fact]
    public async Task Fix_DryRun_ShowsADiffAndWritesNothing()
    {
        var path = _folder.Write("a.tsv", "vi\tes\n" + Forbidden);
        var outcome = await CommandLine.RunAsync("check", "--glossary", Shipped.Glossary, "--from", "vi", "--to", "es", path, "--fix", "--dry-run");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(
            [$"--- a/{path}", $"+++ b/{path}", "@@ -1,2 +1,2 @@", " vi\tes", "-Các nước ASEAN.\tLos países de la Asean.", "+Các nước ASEAN.\tLos países de la ASEAN."],
            outcome.Lines);
        Assert.Contains("Asean", File.ReadAllText(path));
    }

    [Fact]
    public async Task Fix_EscapedText_StaysEscaped()
    {
        var path = _folder.Write(
            "a.xlf",
            "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file original='a' source-language='vi' target-language='es' datatype='plaintext'><body>"
            + "<trans-unit id='1'><source>Anh &amp; các nước ASEAN.</source>\n<target>Reino Unido &amp; los países de la <g id='1'>Asean</g> &lt;3</target></trans-unit></body></file></xliff>");
        var before = File.ReadAllText(path);
        await CommandLine.RunAsync("check", "--glossary", Shipped.Glossary, "--from", "vi", "--to", "es", path, "--fix");
        Assert.Equal(before.Replace("Asean", "ASEAN", StringComparison.Ordinal), File.ReadAllText(path));
    }

    [Fact]
    public async Task Fix_WhereAPersonMustDecide_ChangesNothing()
    {
        var path = _folder.Write("a.tsv", "es\tvi\n" + Missing);
        Assert.Equal((1, ""), ((await RunAsync(path, "--fix")) is var outcome ? outcome.ExitCode : 0, outcome.Error));
        Assert.Equal("es\tvi\n" + Missing, File.ReadAllText(path));
    }

    [Fact]
    public async Task DryRun_WithoutFix_IsRefused() => (await RunAsync(_folder.Write("a.tsv", "es\tvi\n" + Missing), "--dry-run")).Refuses("--fix");

    [SkippableFact]
    public async Task ChangedSince_ReportsOnChangedSegmentsOnly()
    {
        var path = _folder.Write("a.tsv", "es\tvi\n" + Missing);
        Git("init", "-q");
        Git("add", "a.tsv");
        Git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "first");
        Assert.Equal(0, (await RunAsync(path, "--changed-since", "HEAD")).ExitCode);
        File.AppendAllText(path, "La Asociación Estratégica Integral crece.\tQuan hệ đối tác lớn lên.\n");
        var json = (await RunAsync(path, "--changed-since", "HEAD", "--json")).Json;
        Assert.Equal(3, Assert.Single(json.GetProperty("findings").EnumerateArray()).GetProperty("line").GetInt32());
        Assert.Equal(1, (await RunAsync(_folder.Write("new.tsv", "es\tvi\n" + Missing), "--changed-since", "HEAD")).ExitCode);
        (await RunAsync(path, "--changed-since", "no-such-branch")).Refuses("no-such-branch");
    }

    [SkippableFact]
    public async Task ChangedSince_ABranchThatWentOn_CountsFromWhereTheWorkForked()
    {
        var path = _folder.Write("a.tsv", "es\tvi\n" + Missing + "Uno.\tMột.\n");
        string[] commit = ["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-a", "-m", "x"];
        Git("init", "-q", "-b", "main");
        Git("add", "a.tsv");
        Git(commit);
        Git("checkout", "-q", "-b", "work");
        Git("checkout", "-q", "main");
        File.WriteAllText(path, "es\tvi\nOtro.\tKhác.\nUno.\tMột.\n");
        Git(commit);
        Git("checkout", "-q", "work");

        Assert.Equal(0, (await RunAsync(path, "--changed-since", "main")).ExitCode);
    }

    [SkippableFact]
    public async Task ChangedSince_RenamedFile_IsComparedWithWhatItWasCalled()
    {
        string[] commit = ["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qam", "c"];
        var path = _folder.Write("a.tsv", "es\tvi\n" + Missing + string.Concat(Enumerable.Range(0, 20).Select(i => $"Hola {i}.\tXin chào {i}.\n")));
        Git("init", "-q", "-b", "main");
        Git("add", "a.tsv");
        Git(commit);
        Directory.CreateDirectory(_folder["b c"]);
        Git("mv", "a.tsv", "b c/d.tsv");
        File.AppendAllText(_folder["b c/d.tsv"], Missing);
        var json = (await RunAsync(_folder["b c/d.tsv"], "--changed-since", "HEAD", "--json")).Json;
        Assert.Equal(23, Assert.Single(json.GetProperty("findings").EnumerateArray()).GetProperty("line").GetInt32());
    }

    [SkippableFact]
    public async Task ChangedSince_OutsideARepository_IsRefused()
    {
        Git("--version");
        (await RunAsync(_folder.Write("a.tsv", "es\tvi\n" + Missing), "--changed-since", "HEAD")).Refuses("--changed-since");
    }

    [Fact]
    public async Task SeveralFiles_AreReportedInTheirOrder()
    {
        var files = Enumerable.Range(0, 40).Select(i => _folder.Write($"{(i * 7) % 40}.tsv", "es\tvi\n" + string.Concat(Enumerable.Repeat(Missing, i)) + Missing)).ToArray();
        var first = await RunAsync(files[0], [.. files.Skip(1), "--json"]);
        var findings = first.Json.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("file").GetString());
        Assert.Equal(files, findings.Distinct());
        Assert.Equal(first.Out, (await RunAsync(files[0], [.. files.Skip(1), "--json"])).Out);
    }

    private Task<Outcome> RunAsync(string file, params string[] arguments) =>
        CommandLine.RunAsync(["check", "--glossary", Shipped.Glossary, "--from", "es", "--to", "vi", file, .. arguments]);

    private void Git(params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo("git") { WorkingDirectory = _folder.Root, RedirectStandardOutput = true };
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip.If(true, "git is not installed");
        }
    }
}
