namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class ConcordanceTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async Task InitializeAsync()
    {
        var es = _folder.Write("a.es", "La asociación estratégica integral.\nUna estrategia de asociación.\nEl comercio creció mucho.\nLos ministros hablaron ayer.\n");
        var en = _folder.Write("a.en", "The comprehensive strategic partnership.\nA strategy of partnership.\nTrade grew a lot.\n[no target]\n");
        (await CommandLine.RunAsync("import", es, en, "--langs", "es,en", "--memory", "news", "--data", _folder["data"])).Succeeds();
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Phrase_ShowsBothLanguagesAndMarksTheWords()
    {
        var lines = (await RunAsync("--lang", "es", "--to", "en", "--phrase", "ASOCIACION estrat*")).Succeeds().Lines;

        Assert.Equal(["  es     La [[asociación estratégica]] integral.", "  en     The comprehensive strategic partnership."], lines[1..3]);
    }

    [Fact]
    public async Task Target_IsSearchedLikewise() =>
        Assert.Contains("A [[strategy]] of [[partnership]].", (await RunAsync("--lang", "en", "--any-order", "partnership strategy")).Succeeds().Out);

    [Fact]
    public async Task Pages_FollowOneAnother()
    {
        var first = (await RunAsync("--lang", "es", "--max", "1", "asociación")).Succeeds();
        var second = (await RunAsync("--lang", "es", "--max", "1", "asociación", "--page", first.Lines[^1].Split(' ')[^1])).Succeeds();

        Assert.NotEqual(first.Lines[0], second.Lines[0]);
    }

    [Fact]
    public async Task UnitWithoutTranslation_IsLeftOutWhereOneIsAskedFor()
    {
        Assert.Contains("[[ministros]]", (await RunAsync("--lang", "es", "ministros")).Succeeds().Out);
        Assert.Contains("No text holds", (await RunAsync("--lang", "es", "--to", "en", "ministros")).Succeeds().Out);
    }

    [Theory]
    [InlineData("*tegia")]
    [InlineData("una *tegia")]
    public async Task AsteriskBeforeAWord_IsRefused(string words) => (await RunAsync("--lang", "es", words)).Refuses("asterisk", "estrat*");

    private Task<Outcome> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync(["concordance", .. arguments, "--data", _folder["data"]]);
}
