using System.Text.Json;

namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class AnalyzeTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async Task InitializeAsync()
    {
        var es = _folder.Write("a.es", "Los dos dirigentes firmaron tres acuerdos.\nEl comercio creció mucho.\nNadie lo ha traducido todavía.\n");
        var en = _folder.Write("a.en", "The two leaders signed three agreements.\nTrade grew a lot.\n[no target]\n");
        (await CommandLine.RunAsync("import", es, en, "--langs", "es,en", "--memory", "news", "--data", _folder["data"])).Succeeds();
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Files_OfEveryFormat_AreCountedAlike()
    {
        var files = new[]
        {
            _folder.Write("a.tsv", "es\ten\nEl comercio creció mucho.\t\nAlgo distinto sin parecido.\tSomething\n"),
            _folder.Write("a.xlf", "<xliff version=\"1.2\"><file original=\"a\" source-language=\"es\" target-language=\"en\"><body><trans-unit id=\"1\"><source>El comercio creció mucho.</source></trans-unit><trans-unit id=\"2\"><source>Algo distinto sin parecido.</source></trans-unit></body></file></xliff>"),
            _folder.Write("a.tmx", "<tmx version=\"1.4\"><header srclang=\"es\"/><body><tu><tuv xml:lang=\"es\"><seg>El comercio creció mucho.</seg></tuv><tuv xml:lang=\"vi\"><seg>a</seg></tuv><tuv xml:lang=\"en\"><seg>b</seg></tuv></tu><tu><tuv xml:lang=\"es\"><seg>Algo distinto sin parecido.</seg></tuv><tuv xml:lang=\"vi\"><seg>c</seg></tuv></tu></body></tmx>"),
            _folder.Write("en.po", "msgid \"\"\nmsgstr \"Language: en\\n\"\n\nmsgid \"El comercio creció mucho.\"\nmsgstr \"\"\n\nmsgid \"Algo distinto sin parecido.\"\nmsgstr \"x\"\n"),
            _folder.Write("a.txt", "El comercio creció mucho. Algo distinto sin parecido.\n"),
        };
        foreach (var file in files)
        {
            var all = (await RunAsync(file, "--json")).Succeeds().Json.GetProperty("total");

            Assert.Equal((1, 4, 22), Of(all, "100"));
            Assert.Equal((1, 4, 24), Of(all, "new"));
            Assert.Equal((2, 8, 46), Size(all.GetProperty("all")));
        }
    }

    [Fact]
    public async Task Segment_OfAnEarlierFile_IsARepetition()
    {
        var first = _folder.Write("1.tsv", "es\ten\nAlgo distinto sin parecido.\t\nEl comercio creció mucho.\t\n");
        var second = _folder.Write("2.tsv", "es\ten\nEl comercio creció mucho.\t\nAlgo distinto sin parecido. \t\nLos dos dirigentes firmaron dos acuerdos.\t\n");
        var json = (await RunAsync(first, second, "--json")).Succeeds().Json;

        Assert.Equal((2, 8, 46), Of(json.GetProperty("files")[1], "repetition"));
        Assert.Equal((1, 6, 36), Of(json.GetProperty("files")[1], "75-84"));
        Assert.Equal((0, 0, 0), Of(json.GetProperty("files")[0], "repetition"));
        Assert.Equal((5, 22, 128), Size(json.GetProperty("total").GetProperty("all")));
    }

    [Fact]
    public async Task Segment_InItsContext_Is101()
    {
        var file = _folder.Write("a.tsv", "es\ten\nLos dos dirigentes firmaron tres acuerdos.\t\nEl comercio creció mucho.\t\nNadie lo ha traducido todavía.\t\n");
        var other = _folder.Write("m.tsv", "es\ten\nuno\tone\n");
        (await CommandLine.RunAsync("import", other, "--memory", "other", "--data", _folder["data"])).Succeeds();
        var json = (await RunAsync(file, "--json", "--memory", "news")).Succeeds().Json.GetProperty("total");

        Assert.Equal(2, Of(json, "100").Segments + Of(json, "101").Segments);
        Assert.Equal(1, Of(json, "new").Segments);
        Assert.Equal(3, Of((await RunAsync(file, "--json", "--memory", "other")).Succeeds().Json.GetProperty("total"), "new").Segments);
    }

    [Fact]
    public async Task Formats_TellTheSame()
    {
        var file = _folder.Write("a, \"b\".tsv", "es\ten\nEl comercio creció mucho.\t\n");
        var csv = (await RunAsync(file, "--format", "csv")).Succeeds().Lines;
        var table = (await RunAsync(file)).Succeeds().Lines;

        Assert.Equal("file,band,segments,words,characters", csv[0]);
        Assert.Equal($"\"{file.Replace("\"", "\"\"")}\",100,1,4,22", csv[3]);
        Assert.Equal("total,all,1,4,22", csv[^1]);
        Assert.Equal(19, csv.Length);
        Assert.Equal(file, table[0]);
        Assert.Equal("  100                  1           4          22", table[4]);
        Assert.Equal("  all                  1           4          22", table[^1]);
    }

    [Fact]
    public async Task File_Unreadable_IsNamedAndTheOthersAreCounted()
    {
        var file = _folder.Write("a.txt", "El comercio creció mucho.");
        var outcome = await RunAsync(_folder["gone.xlf"], file, "--json");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("gone.xlf", outcome.Error);
        Assert.Equal(1, Of(outcome.Json.GetProperty("total"), "100").Segments);
    }

    [Fact]
    public async Task FilesOfWhichNoneCanBeRead_GiveNoTable() =>
        Assert.Equal((2, ""), (await CommandLine.RunAsync("analyze", "--from", "es", "--to", "en", "--data", _folder["data"], _folder["none.xlf"])) is var outcome ? (outcome.ExitCode, outcome.Out) : default);

    [Fact]
    public async Task File_InAnotherLanguage_IsSaid() =>
        Assert.Contains("no text in es", (await RunAsync(_folder.Write("a.tsv", "vi\ten\nmột\tone\n"))).Error);

    private static (int Segments, int Words, int Characters) Of(JsonElement table, string band) =>
        Size(table.GetProperty("bands").EnumerateArray().Single(b => b.GetProperty("band").GetString() == band));

    private static (int Segments, int Words, int Characters) Size(JsonElement size) =>
        (size.GetProperty("segments").GetInt32(), size.GetProperty("words").GetInt32(), size.GetProperty("characters").GetInt32());

    private Task<Outcome> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync([.. arguments.Prepend("analyze"), "--from", "es", "--to", "en", "--data", _folder["data"]]);
}
