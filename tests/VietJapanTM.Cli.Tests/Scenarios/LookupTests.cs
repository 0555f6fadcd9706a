namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class LookupTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async Task InitializeAsync()
    {
        var es = _folder.Write("a.es", "Los dos dirigentes firmaron tres acuerdos.\nLos dos dirigentes firmaron dos acuerdos.\nEl comercio creció mucho.\nLos ministros hablaron ayer.\n");
        var en = _folder.Write("a.en", "The two leaders signed three agreements.\nThe two leaders signed two agreements.\nTrade grew a lot.\n[no target]\n");
        (await CommandLine.RunAsync("import", es, en, "--langs", "es,en", "--memory", "news", "--data", _folder["data"])).Succeeds();
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Text_Similar_ShowsRateTextsAndMarkedDifference()
    {
        var lines = (await RunAsync("Los dos dirigentes firmaron cuatro acuerdos.")).Succeeds().Lines;

        Assert.Matches(@"^\d\d %  memories/news/units/\w+  \w+$", lines[0]);
        Assert.Equal("  es     Los dos dirigentes firmaron tres acuerdos.", lines[1]);
        Assert.Equal("  en     The two leaders signed three agreements.", lines[2]);
        Assert.Equal("  diff   Los dos dirigentes firmaron [-tres-]{+cuatro+} acuerdos.", lines[3]);
        Assert.Equal("  edits  1 word", lines[4]);
    }

    [Theory]
    [InlineData("Los dirigentes firmaron tres acuerdos.", "Los [-dos-] dirigentes firmaron tres acuerdos.")]
    [InlineData("Los dos dirigentes firmaron tres nuevos acuerdos.", "Los dos dirigentes firmaron tres {+nuevos+} acuerdos.")]
    public async Task Text_WithMoreOrLess_IsMarked(string query, string marked) =>
        Assert.Equal("  diff   " + marked, (await RunAsync(query)).Succeeds().Lines[3]);

    [Fact]
    public async Task Text_OfKnownPieces_ShowsThemWithTheirTranslations()
    {
        var lines = (await RunAsync("Mientras los dos dirigentes discutían de todo, alguien dijo que el comercio creció poco.")).Succeeds().Lines;

        Assert.StartsWith("part  los dos dirigentes  memories/news/units/", lines[1]);
        Assert.StartsWith("  es     [[Los dos dirigentes]] firmaron ", lines[2]);
        Assert.Contains("  es     [[El comercio creció]] mucho.", lines);
    }

    [Fact]
    public async Task Text_Unlike_SaysWhatToDo() =>
        Assert.Contains("Lower --min", (await RunAsync("Algo completamente distinto sin parecido.")).Succeeds().Out);

    [Fact]
    public async Task Max_ThatCuts_IsSaid() =>
        Assert.Contains("raise --max", (await RunAsync("Los dos dirigentes firmaron cuatro acuerdos.", "--max", "1")).Succeeds().Out);

    [Theory]
    [InlineData("standard")]
    [InlineData("plain")]
    public async Task Exhaustive_AnswersLikeTheIndex(string profile)
    {
        string[] query = ["Los dos dirigentes firmaron cuatro acuerdos.", "--json", "--profile", profile, "--min", "50"];
        var answer = (await RunAsync(query)).Succeeds().Out;

        Assert.Contains("\"score\":", answer);
        Assert.Equal(answer, (await RunAsync([.. query, "--exhaustive"])).Succeeds().Out);
    }

    [Fact]
    public async Task Batch_AnswersEveryLineInOrder()
    {
        var file = _folder.Write("queries.txt", "El comercio creció mucho.\n\nLos ministros hablaron ayer.\r\nEl comercio creció mucho.\nNada");
        var answers = (await RunAsync("--batch", file, "--untranslated")).Succeeds().JsonLines;

        Assert.Equal(
            ["El comercio creció mucho.", "", "Los ministros hablaron ayer.", "El comercio creció mucho.", "Nada"],
            answers.Select(a => a.GetProperty("query").GetString()));
        Assert.Equal([1, 0, 1, 1, 0], answers.Select(a => a.GetProperty("matches").GetArrayLength()));
        Assert.All(answers, a => Assert.True(a.GetProperty("complete").GetBoolean()));
        Assert.Equal("Trade grew a lot.", answers[0].GetProperty("matches")[0].GetProperty("target").GetString());
        Assert.False(answers[2].GetProperty("matches")[0].TryGetProperty("target", out _));
    }

    [Fact]
    public async Task Batch_FromStandardInput_IsTheSame()
    {
        var file = _folder.Write("queries.txt", "El comercio creció poco.\n");
        var outcome = await CommandLine.RunWithInputAsync("El comercio creció poco.\n", "lookup", "--from", "es", "--to", "en", "--data", _folder["data"], "--batch", "-");
        Assert.Equal((await RunAsync("--batch", file)).Succeeds().Out, outcome.Succeeds().Out);
    }

    [Fact]
    public async Task Batch_LineThatIsNoSegment_IsRefused()
    {
        var file = _folder.Write("queries.txt", "Hola.\n" + new string('a', 10_000_000) + "\n");
        (await RunAsync("--batch", file)).Refuses($"{file}:2:", "10000000", "Split");
    }

    [Fact]
    public async Task Batch_LineThatLostACharacter_IsLookedUpAllTheSame()
    {
        var file = _folder.Write("queries.txt", "El comercio creci\uFFFD mucho.\n");
        var outcome = await RunAsync("--batch", file, "--min", "50");

        Assert.Contains($"{file}:1: warning: U+FFFD", outcome.Error);
        Assert.Equal("Trade grew a lot.", outcome.Json.GetProperty("matches")[0].GetProperty("target").GetString());
        Assert.Equal("El comercio creci\uFFFD mucho.", outcome.Json.GetProperty("query").GetString());
    }

    [Fact]
    public async Task Text_ThatBeginsWithAnAt_IsAText() =>
        Assert.Contains("No match", (await RunAsync("@ministerio anunció")).Succeeds().Out);

    [Theory]
    [InlineData("news,penalty=3", 97)]
    [InlineData("news,priority=4,penalty=0", 100)]
    [InlineData("news", 100)]
    public async Task Memory_WithSettings_CountsWithThem(string memory, int rate) =>
        Assert.StartsWith($"{rate} %", (await RunAsync("El comercio creció mucho.", "--memory", memory)).Succeeds().Lines[0]);

    [Theory]
    [InlineData("--memory", "news,penalty=x", "penalty=x")]
    [InlineData("--memory", "news,penalty=101", "101")]
    [InlineData("--changed-from", "yesterday", "2026-01-31")]
    [InlineData("--attribute", "law", "NAME=VALUE")]
    [InlineData("--status", "rejected", "rejected")]
    [InlineData("--min", "49", "--min")]
    [InlineData("--min", "101", "--min")]
    public async Task Option_Malformed_IsRefused(string option, string value, string word) => (await RunAsync("Hola.", option, value)).Refuses(word);

    [Theory]
    [InlineData(1, "--status", "draft")]
    [InlineData(0, "--status", "approved")]
    [InlineData(0, "--author", "nobody")]
    [InlineData(1, "--changed-from", "2001-01-01")]
    [InlineData(0, "--changed-before", "2001-01-01T10:00:00Z")]
    [InlineData(0, "--attribute", "domain=law")]
    [InlineData(0, "--document", "d1")]
    public async Task Filter_LetsThroughWhatFits(int matches, string option, string value) =>
        Assert.Equal(matches, (await RunAsync("El comercio creció mucho.", "--json", option, value)).Succeeds().Json.GetProperty("matches").GetArrayLength());

    [Fact]
    public async Task Language_ThatNoUnitHas_IsSaid()
    {
        string[] query = ["lookup", "--from", "es", "--to", "fr", "--data", _folder["data"], "El comercio creció mucho."];
        Assert.Contains("note  The memories that were searched hold no text in 'fr'.", (await CommandLine.RunAsync(query)).Succeeds().Lines);
        Assert.Equal("no-units-in-target-language", (await CommandLine.RunAsync([.. query, "--json"])).Json.GetProperty("notices")[0].GetString());
    }

    [Fact]
    public async Task Number_Other_IsAdaptedAndListed()
    {
        var es = _folder.Write("n.es", "Asistieron 980 delegados.\n");
        var en = _folder.Write("n.en", "It was attended by 980 delegates.\n");
        (await CommandLine.RunAsync("import", es, en, "--langs", "es,en", "--memory", "numbers", "--data", _folder["data"])).Succeeds();

        var lines = (await RunAsync("Asistieron 1.250 delegados.")).Succeeds().Lines;
        Assert.Contains("  en     It was attended by 980 delegates.", lines);
        Assert.Contains("  fit    It was attended by 1,250 delegates.", lines);
        Assert.Contains("  by     number: 980 -> 1,250", lines);
        var adapted = (await RunAsync("Asistieron 1.250 delegados.", "--json")).Json.GetProperty("matches")[0].GetProperty("adapted");
        Assert.Equal("It was attended by 1,250 delegates.", adapted.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Explain_HitAndMiss_SaysWhy()
    {
        const string text = "Los dos dirigentes firmaron cuatro acuerdos.";
        var unit = (await RunAsync(text, "--json")).Json.GetProperty("matches")[0].GetProperty("unit").GetString()!;
        string[] explain = ["explain", "--from", "es", "--to", "en", "--data", _folder["data"], "--unit", unit];

        var hit = (await CommandLine.RunAsync([.. explain, text])).Succeeds().Lines;
        Assert.Equal("A match.", hit[0]);
        Assert.Contains("   100  replace word: tres -> cuatro", hit);

        var miss = (await CommandLine.RunAsync([.. explain, "Nada que ver."])).Succeeds().Lines;
        Assert.Equal("No match.", miss[0]);
        Assert.Contains(miss, l => l.StartsWith("  below-threshold: It scores", StringComparison.Ordinal));

        var reasons = (await CommandLine.RunAsync([.. explain, text, "--author", "Ken", "--json"])).Succeeds().Json.GetProperty("reasons");
        Assert.Equal(("filtered", "author"), (reasons[0].GetProperty("reason").GetString(), reasons[0].GetProperty("filter").GetString()));
        (await CommandLine.RunAsync([.. explain[..^1], "memories/news/units/none", text])).Refuses("never");
    }

    [Fact]
    public async Task Memory_Unknown_IsRefused() => (await RunAsync("Hola.", "--memory", "sport")).Refuses("sport");

    [Fact]
    public async Task Text_Empty_IsRefused() => (await RunAsync("")).Refuses("empty");

    private Task<Outcome> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync(["lookup", "--from", "es", "--to", "en", "--data", _folder["data"], .. arguments]);
}
