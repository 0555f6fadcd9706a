using System.Text.Json;
using System.Xml.Linq;

namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class AlignTests
{
    private const string Span = @"\[(\d+(,\d+)*)?\]:";
    private static readonly string[] Languages = ["es", "en", "vi", "ja"];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Ladder_OfTwoToFourLanguages_CoversEveryTextInOrder(int count)
    {
        var lines = (await CommandLine.RunAsync(Arguments(count))).Succeeds().Lines;

        Assert.All(lines, line => Assert.Matches($@"^({Span}){{{count}}}(0\.\d{{6}}|1\.000000)$", line));
        for (var i = 0; i < count; i++)
        {
            var indexes = lines.SelectMany(l => l.Split(':')[i].Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries)).Select(int.Parse).ToList();
            Assert.Equal(Enumerable.Range(0, indexes.Count), indexes);
            Assert.True(indexes.Count >= 10, $"{Languages[i]} has {indexes.Count} segments");
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Table_HasAColumnALanguage(int count)
    {
        var rows = (await CommandLine.RunAsync([.. Arguments(count), "--format", "tsv"])).Succeeds().Lines.Select(l => l.Split('\t')).ToList();

        Assert.Equal([.. Languages.Take(count), "confidence"], rows[0]);
        Assert.All(rows, row => Assert.Equal(count + 1, row.Length));
        Assert.Contains(rows, row => row[0].Contains("Vo Van Thuong", StringComparison.Ordinal) && row[1].Contains("Thuong", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Tmx_IsWellFormedAndHoldsTheLanguages(int count)
    {
        var tmx = XDocument.Parse((await CommandLine.RunAsync([.. Arguments(count), "--format", "tmx"])).Succeeds().Out);
        var languages = tmx.Descendants("tuv").Select(tuv => tuv.Attribute(XNamespace.Xml + "lang")!.Value).Distinct();

        Assert.Equal("tmx", tmx.Root!.Name.LocalName);
        Assert.Equal(Languages.Take(count).Order(), languages.Order());
    }

    [Fact]
    public async Task Json_HoldsTextsPairsAndChain()
    {
        var json = (await CommandLine.RunAsync([.. Arguments(3), "--format", "json"])).Succeeds().Json;

        Assert.Equal(3, json.GetProperty("texts").GetArrayLength());
        Assert.Equal(3, json.GetProperty("pairs").GetArrayLength());
        Assert.All(
            json.GetProperty("pairs").EnumerateArray().SelectMany(pair => pair.GetProperty("beads").EnumerateArray()),
            bead => Assert.True(bead.GetProperty("disputed").ValueKind is JsonValueKind.True or JsonValueKind.False));
        Assert.Empty(json.GetProperty("warnings").EnumerateArray());
        Assert.All(json.GetProperty("chain").EnumerateArray(), link => Assert.Equal(3, link.GetProperty("texts").GetArrayLength()));
    }

    [Theory]
    [InlineData("ladder", 2)]
    [InlineData("tsv", 3)]
    public async Task Pair_OfThreeLanguages_IsWrittenAlone(string format, int parts)
    {
        var lines = (await CommandLine.RunAsync([.. Arguments(3), "--format", format, "--pair", "en-vi"])).Succeeds().Lines;
        Assert.All(lines, line => Assert.Equal(parts, format == "tsv" ? line.Split('\t').Length : line.Count(c => c == '[')));
    }

    [Fact]
    public async Task Pair_TurnedRound_TurnsTheBeads()
    {
        var forth = (await CommandLine.RunAsync([.. Arguments(3), "--pair", "en-vi"])).Succeeds().Lines;
        var back = (await CommandLine.RunAsync([.. Arguments(3), "--pair", "vi-en"])).Succeeds().Lines;
        Assert.Equal(forth, back.Select(line => line.Split(':')).Select(parts => $"{parts[1]}:{parts[0]}:{parts[2]}"));
    }

    [Fact]
    public async Task Pair_ThatIsNone_NamesThePairs() =>
        (await CommandLine.RunAsync([.. Arguments(3), "--pair", "vi-ja"])).Refuses("--pair vi-ja", "es-en, es-vi, en-vi");

    [Fact]
    public async Task Segmented_LinesAreSegments()
    {
        using var folder = new TemporaryFolder();
        var es = folder.Write("a.es", "El Sr. Kishida llegó a Tokio en 2023. Habló.\nEl comercio creció un 12 %.\n");
        var en = folder.Write("a.en", "Mr. Kishida arrived in Tokyo in 2023. He spoke.\nTrade grew by 12 %.\n");

        var lines = (await CommandLine.RunAsync("align", "--langs", "es,en", "--segmented", es, en)).Succeeds().Lines;
        Assert.Collection(lines, line => Assert.StartsWith("[0]:[0]:", line), line => Assert.StartsWith("[1]:[1]:", line));
    }

    [Fact]
    public async Task EmptySide_LeavesTheOtherAlone()
    {
        using var folder = new TemporaryFolder();
        var result = await CommandLine.RunAsync("align", "--langs", "es,en", folder.Write("a.es", "Llegó ayer.\n"), folder.Write("a.en", ""));
        Assert.StartsWith("[0]:[]:", Assert.Single(result.Lines));
        Assert.Equal((0, "warning: the en text holds no segment.\n"), (result.ExitCode, result.Error.ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task Batch_PathsBesideTheList_AreFound()
    {
        using var folder = new TemporaryFolder();
        folder.Write("texts/a.es", "Llegó ayer.\nSe fue en 2023.\n");
        folder.Write("texts/a.en", "He arrived yesterday.\nHe left in 2023.\n");
        var list = folder.Write("texts/list.tsv", $"doc-1\ta.es\ta.en\n\ndoc-2\t{folder["texts", "a.es"]}\t{folder["texts", "a.en"]}\n");

        (await CommandLine.RunAsync("align", "--langs", "es,en", "--batch", list, "--out", folder["out"], "--segmented")).Succeeds();

        var ladder = File.ReadAllText(folder["out", "doc-1.ladder"]);
        Assert.Matches(@"^\[0\]:\[0\]:[01]\.\d{6}\n\[1\]:\[1\]:[01]\.\d{6}\n$", ladder);
        Assert.Equal(ladder, File.ReadAllText(folder["out", "doc-2.ladder"]));
    }

    [Fact]
    public async Task Batch_OfThreeLanguages_WritesChainAndPairs()
    {
        using var folder = new TemporaryFolder();
        var list = folder.Write("list.tsv", "doc\ta.es\ta.en\ta.vi\n");
        folder.Write("a.es", "Llegó ayer.\n");
        folder.Write("a.en", "He arrived yesterday.\n");
        folder.Write("a.vi", "Ông đến hôm qua.\n");

        (await CommandLine.RunAsync("align", "--langs", "es,en,vi", "--batch", list, "--out", folder["out"])).Succeeds();

        Assert.Equal(
            ["doc.en-vi.ladder", "doc.es-en.ladder", "doc.es-vi.ladder", "doc.ladder"],
            Directory.GetFiles(folder["out"]).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Batch_RowThatFails_IsNamedAndTheOthersGoOn()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.es", "Llegó.\n");
        folder.Write("a.en", "He arrived.\n");
        var list = folder.Write("list.tsv", "one\ta.es\ta.en\ntwo\ta.es\tnowhere.en\n");

        var outcome = await CommandLine.RunAsync("align", "--langs", "es,en", "--batch", list, "--out", folder["out"], "--format", "tsv");

        Assert.Equal((2, $"{list}:2: error: nowhere.en does not exist. Check the name.\n1 of 2 documents written to {folder["out"]}.\n"), (outcome.ExitCode, outcome.Error.ReplaceLineEndings("\n")));
        Assert.StartsWith("es\ten\tconfidence\n", File.ReadAllText(folder["out", "one.tsv"]));
        (await CommandLine.RunAsync("align", "--langs", "es,en", "--batch", list, "--out", list)).Refuses($"--out {list} is a file. Name a folder");
    }

    [Theory]
    [InlineData("one\ta.es\n", ":1:", "2 files")]
    [InlineData("one\ta\tb\none\ta\tb\n", ":2:", "the id one")]
    [InlineData("../one\ta\tb\n", ":1:", "file name")]
    public async Task Batch_MalformedList_IsRefused(string content, params string[] words)
    {
        using var folder = new TemporaryFolder();
        var list = folder.Write("list.tsv", content);
        (await CommandLine.RunAsync("align", "--langs", "es,en", "--batch", list, "--out", folder["out"])).Refuses([list, .. words]);
    }

    [Fact]
    public async Task Glossary_IsEvidence() =>
        (await CommandLine.RunAsync([.. Arguments(2), "--glossary", Shipped.Glossary])).Succeeds();

    [Fact]
    public async Task TextsInTheWrongOrder_AreNamed()
    {
        var outcome = await CommandLine.RunAsync("align", "--mend", "--langs", "es,en", Shipped.Text(Shipped.First, "en"), Shipped.Text(Shipped.First, "es"));

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("warning: the text marked es reads like en.", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("warning: the text marked en reads like es.", outcome.Error, StringComparison.Ordinal);
    }

    private static string[] Arguments(int languages) =>
    [
        "align", "--mend", "--langs", string.Join(',', Languages.Take(languages)),
        .. Languages.Take(languages).Select(l => Shipped.Text(Shipped.First, l)),
    ];
}
