using VietJapanTM.Exchange;
using VietJapanTM.Exchange.Glossary;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class GlossarySuggestTests : IDisposable
{
    private const string Table = """
        es	en
        El cable submarino llegó a la costa.	The submarine cable reached the coast.
        Los cables submarinos unen islas.	Submarine cables join islands.
        Un cable submarino se rompió.	A submarine cable broke.
        Nada más ocurrió en las islas.	Nothing else happened on the islands.
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Table_ShowsCandidateEquivalentAndExample()
    {
        var lines = (await SuggestAsync()).Succeeds().Lines;
        Assert.Equal("3\tcable submarino\ten: submarine cable", lines[0]);
        Assert.Equal(["    Un cable submarino se rompió.", "    A submarine cable broke."], lines[1..3]);
    }

    [Fact]
    public async Task Json_HasScoresAndExamples()
    {
        var candidate = (await SuggestAsync("--json")).Succeeds().Json.GetProperty("candidates")[0];
        Assert.Equal(("cable submarino", 3), (candidate.GetProperty("text").GetString(), candidate.GetProperty("count").GetInt32()));
        Assert.Equal("submarine cable", candidate.GetProperty("equivalents").GetProperty("en")[0].GetString());
    }

    [Fact]
    public async Task Tbx_IsAGlossaryThatCanBeRead()
    {
        _folder.Write("proposed/proposed.tbx", (await SuggestAsync("--format", "tbx")).Succeeds().Out);
        var diagnostics = new DiagnosticSink();
        var glossary = GlossaryFolder.Read(_folder["proposed"], diagnostics);
        Assert.Empty(diagnostics.Items);
        var concept = glossary.Entries[0].Concept;
        Assert.Equal(("proposed-cable-submarino", ApprovalState.Proposed), (concept.Id, concept.Approval));
        Assert.Equal(["cable submarino", "submarine cable"], concept.Languages.Select(l => l.Terms[0].Text));

        // A proposal fails no build until it is asked for.
        var news = _folder.Write("one.tsv", "es\ten\nSe rompió el cable submarino.\tThe wire broke.\n");
        string[] check = ["check", "--glossary", _folder["proposed"], "--from", "es", "--to", "en", news];
        (await CommandLine.RunAsync(check)).Succeeds();
        Assert.Contains("VJT002", (await CommandLine.RunAsync([.. check, "--approval", "approved,proposed"])).Out);
    }

    [Fact]
    public async Task UnknownMemory_IsNamed()
    {
        await SuggestAsync();
        (await CommandLine.RunAsync("glossary", "suggest", "--from", "es", "--to", "en", "--memory", "none", "--data", _folder["data"])).Refuses("none");
    }

    private async Task<Outcome> SuggestAsync(params string[] arguments)
    {
        await CommandLine.RunAsync("import", _folder.Write("news.tsv", Table), "--memory", "news", "--data", _folder["data"]);
        return await CommandLine.RunAsync(["glossary", "suggest", "--from", "es", "--to", "en", "--memory", "news", "--data", _folder["data"], .. arguments]);
    }
}
