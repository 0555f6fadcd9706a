namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class TermsTests
{
    private const string Text = "Hablaron ayer.\n🗾 De la Asociación Estratégica Integral hablaron los líderes.\n";

    [Fact]
    public async Task Text_HasItsTermsWithPlaceAndEquivalents()
    {
        var lines = (await RunAsync(Text, "--to", "vi")).Succeeds().Lines;
        Assert.Contains(lines, line => line.StartsWith("2:10  Asociación Estratégica Integral  vi: Đối tác Chiến lược toàn diện", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_PlacesTermsInBothUnits()
    {
        var term = (await RunAsync(Text, "--to", "en,vi", "--json")).Succeeds().JsonLines
            .Single(t => t.GetProperty("text").GetString() == "Asociación Estratégica Integral");
        var start = Text.IndexOf("Asociación", StringComparison.Ordinal);

        Assert.Equal(start, term.GetProperty("startUtf16").GetInt32());
        Assert.Equal(start - 1, term.GetProperty("start").GetInt32());
        var entry = term.GetProperty("entries")[0];
        Assert.Equal("preferred", entry.GetProperty("status").GetString());
        Assert.Equal(["en", "vi"], entry.GetProperty("equivalents").EnumerateArray().Select(e => e.GetProperty("language").GetString()).Order());
    }

    [Fact]
    public async Task DeprecatedTerm_ShowsItsStatus() =>
        Assert.Contains("[deprecated]", (await RunAsync("una asociación estratégica comprensiva", "--to", "en")).Succeeds().Out);

    [Fact]
    public async Task EverydayWord_AloneIsUnlikely() =>
        Assert.Contains("presidente  [unlikely]", (await RunAsync("el presidente del banco", "--to", "en")).Succeeds().Out);

    [Fact]
    public async Task Overlapping_ShowsTermsInsideOthers()
    {
        var lines = (await RunAsync("la asociación estratégica integral", "--overlapping")).Succeeds().Lines;
        Assert.Contains(lines, line => line.StartsWith("1:4  asociación estratégica integral  ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("1:4  asociación estratégica  ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LanguageWithoutTerms_IsNamedBesideTheEmptyAnswer()
    {
        var outcome = await CommandLine.RunWithInputAsync("bonjour", "terms", "--lang", "fr", "--glossary", Shipped.Glossary);
        Assert.Contains("no term in 'fr'; its languages are en, es, ja, vi", outcome.Error);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("no term in 'fr'", (await RunAsync(Text, "--to", "fr")).Error);
    }

    [Fact]
    public async Task EmptyText_HasNone() => Assert.Equal("", (await RunAsync(" \n")).Succeeds().Out);

    [Fact]
    public async Task TextAboveTheLimit_IsRefusedByName()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("big.txt", new string('a', 10_000_000));
        (await CommandLine.RunAsync("terms", "--lang", "es", "--glossary", Shipped.Glossary, file)).Refuses(file, "10000000", "Split");
    }

    private static Task<Outcome> RunAsync(string text, params string[] arguments) =>
        CommandLine.RunWithInputAsync(text, ["terms", "--lang", "es", "--glossary", Shipped.Glossary, .. arguments]);
}
