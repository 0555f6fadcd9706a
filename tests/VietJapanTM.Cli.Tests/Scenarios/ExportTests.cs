using System.Text.Json;
using VietJapanTM.Server.Hosting;
using VietJapanTM.Server.Workspace;
using VietJapanTM.Store;

namespace VietJapanTM.Cli.Tests.Scenarios;

/// <summary>What is exported and imported into an empty memory is the same, from a store and through a server, into either.</summary>
public sealed class ExportTests : IDisposable
{
    private const string Units =
        """
        <tu tuid="k1"><note>seen</note><prop type="client">VNA</prop>
          <tuv xml:lang="es" creationdate="20240229T235901Z" creationid="Ana"><seg>Llegó a <bpt i="1" x="1" type="bold">&lt;b></bpt>Hanói<ept i="1">&lt;/b></ept>.</seg></tuv>
          <tuv xml:lang="vi" changedate="20250101T000000Z"><seg>Ông đến Hà Nội.</seg></tuv><tuv xml:lang="vi"><seg>Ông tới Hà Nội.</seg></tuv></tu>
        <tu><tuv xml:lang="es-MX"><seg>Se fue hoy.</seg></tuv><tuv xml:lang="en"><seg>He left today.</seg></tuv></tu>
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task ExportAndImport_GiveTheSameUnits(bool fromServer, bool toServer)
    {
        await FillAsync();
        var file = _folder["news.tmx"];
        var exported = await WithAsync(_folder["data"], fromServer, "export", "--memory", "news", file);
        Assert.Contains("units of memory news written", exported.Succeeds().Out);

        var imported = await WithAsync(_folder["copy"], toServer, "import", file, "--memory", "news");

        Assert.Contains("Memory news did not exist; it was made.", imported.Succeeds().Out);
        var (before, after) = (Read("data"), Read("copy"));
        Assert.Equal(4, before.Count);
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Languages_AreThoseOfTheFile()
    {
        await FillAsync();
        var table = _folder["news.tsv"];

        var outcome = await RunAsync("export", "--memory", "news", "--langs", "es,vi", table);

        Assert.Contains("1 unit of memory news written, those with a text in each of es, vi.", outcome.Out);
        Assert.Contains("1 text and 2 tags found no place", outcome.Error);
        Assert.Equal("key\tes\tvi\nk1\tLlegó a Hanói.\tÔng đến Hà Nội.\n", await File.ReadAllTextAsync(table));
    }

    [Fact]
    public async Task Export_ThatCannotBe_LeavesTheFileAsItWas()
    {
        await FillAsync();
        var file = _folder.Write("news.tmx", "mine");
        (await RunAsync("export", "--memory", "none", file)).Refuses("none");
        (await RunAsync("export", "--memory", "news", _folder["news.txt"])).Refuses("--format");
        (await RunAsync("export", "--memory", "news", _folder["news.tsv"])).Refuses("--langs");
        (await RunAsync("export", "--memory", "news", _folder["absent", "news.tmx"])).Refuses("cannot be written");

        Assert.Equal("mine", await File.ReadAllTextAsync(file));
        Assert.Empty(Directory.GetFiles(_folder.Root, "*.new"));
    }

    [Fact]
    public async Task History_OfAnEmptyStore_SaysSo()
    {
        using (TranslationWorkspace.Open(_folder["data"], TimeProvider.System))
        {
        }

        Assert.Equal("Nothing has been written yet.", (await RunAsync("history")).Succeeds().Out.Trim());
    }

    private async Task FillAsync()
    {
        var tmx = _folder.Write("in.tmx", ImportTests.Tmx(Units));
        (await RunAsync("import", tmx, "--memory", "news")).Succeeds();
        _folder.Write("in/visita.es.txt", "El presidente llegó ayer a Hanói. Se reunió con su homólogo.");
        _folder.Write("in/visita.en.txt", "The president arrived in Hanoi yesterday. He met with his counterpart.");
        (await RunAsync("ingest", _folder["in"], "--langs", "es,en", "--memory", "news")).Succeeds();
    }

    private Task<Outcome> RunAsync(params string[] arguments) => CommandLine.RunAsync([.. arguments, "--data", _folder["data"]]);

    private static async Task<Outcome> WithAsync(string data, bool served, params string[] arguments)
    {
        if (!served)
        {
            return await CommandLine.RunAsync([.. arguments, "--data", data]);
        }

        var options = new ServerOptions { DataFolder = data, Samples = false, Addresses = [ListenAddress.Parse("http://127.0.0.1:0")] };
        await using var server = await VietJapanServer.StartAsync(options);
        return await CommandLine.RunAsync([.. arguments, "--server", server.Urls[0]]);
    }

    /// <summary>All units of a store, without what each store gives anew and parts of a second.</summary>
    private List<string> Read(string folder)
    {
        using var workspace = TranslationWorkspace.Open(_folder[folder], TimeProvider.System);
        return [.. workspace.Store.ReadUnits(Tenants.Default, "news").Select(unit => JsonSerializer.Serialize(unit with
        {
            Id = "",
            Revision = 0,
            Variants = [.. unit.Variants.Select(v => v with { CreateTime = Whole(v.CreateTime), UpdateTime = Whole(v.UpdateTime) })],
        }))];

        static DateTimeOffset? Whole(DateTimeOffset? time) => time?.AddTicks(-(time.Value.Ticks % TimeSpan.TicksPerSecond));
    }
}
