using VietJapanTM.Exchange.Decoding;
using static VietJapanTM.Cli.Tests.Scenarios.IngestScenario;

namespace VietJapanTM.Cli.Tests.Scenarios;

/// <summary>Which files an ingestion takes, which belong together, and what it says of the others.</summary>
public sealed class IngestFilesTests
{
    [Fact]
    public async Task NeighbourOfASimilarName_LeavesADocumentWhatItWas()
    {
        using var folder = new TemporaryFolder();
        WriteNote(folder, "a-b", "El lunes se abre la feria.", "The fair opens on Monday.");
        await IngestAsync(folder);
        WriteNote(folder, "a+b", "El martes se cierra la feria.", "The fair closes on Tuesday.");

        var again = await IngestAsync(folder);

        Assert.Contains("a-b: unchanged", again.Out);
        Assert.Matches("a-b-[0-9a-f]{8}: stored", again.Out);
        Assert.Contains("0 documents stored in memory news, 2 unchanged", (await IngestAsync(folder)).Out);
    }

    [Fact]
    public async Task JapaneseNames_AreDifferentDocuments()
    {
        using var folder = new TemporaryFolder();
        WriteNote(folder, "覚書", "El lunes se abre la feria.", "The fair opens on Monday.");
        await IngestAsync(folder);
        File.Delete(folder["in/覚書.es.txt"]);
        WriteNote(folder, "合意", "El martes se cierra la feria.", "The fair closes on Tuesday.");

        Assert.Contains("1 document stored", (await IngestAsync(folder)).Out);
        Assert.Equal(1, (await LookupAsync(folder, "El lunes se abre la feria.")).GetProperty("matches").GetArrayLength());
        Assert.Equal(1, (await LookupAsync(folder, "El martes se cierra la feria.")).GetProperty("matches").GetArrayLength());
    }

    [Fact]
    public async Task DocumentThatCannotBeRead_IsNamedAndTheOthersAreTaken()
    {
        using var folder = new TemporaryFolder();
        WriteVisit(folder);
        folder.Write("in/roto.es.docx", "no");
        folder.Write("in/roto.en.txt", "broken");

        var outcome = await IngestAsync(folder, "--json");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("roto.es.docx: not a Word document", outcome.Error);
        Assert.Equal(["refused", "stored"], outcome.Json.GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task NothingThatBelongsTogether_IsRefusedWithTheWayToNameFiles()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/a.txt", "x");
        (await IngestAsync(folder)).Refuses("news.es.txt", "a.txt");
        (await CommandLine.RunAsync("ingest", folder["none"], "--langs", "es,en", "--memory", "news")).Refuses("none", "folder");
    }

    [Theory]
    [InlineData("es.txt", "en.txt", "in")]
    [InlineData("es/es.txt", "en/en.txt", "in")]
    [InlineData("visita/es.md", "visita/english.html", "visita")]
    public async Task FilesCalledAsTheirLanguages_AreTheDocumentOfTheirFolder(string spanish, string english, string id)
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/" + spanish, Spanish);
        folder.Write("in/" + english, English);
        Assert.StartsWith($"{id}: stored, segments es 2, en 2", (await IngestAsync(folder)).Succeeds().Out);
    }

    [Fact]
    public async Task Links_ToFilesAreFollowed_AndOthersAreNamed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("elsewhere/nota", Spanish);
        folder.Write("in/below/nota.en.txt", English);
        File.CreateSymbolicLink(folder["in/below/nota.es.txt"], folder["elsewhere/nota"]);
        File.CreateSymbolicLink(folder["in/gone.es.txt"], "nowhere.txt");
        File.CreateSymbolicLink(folder["in/round.es.txt"], "round.es.txt");
        Directory.CreateSymbolicLink(folder["in/below/back"], folder["in"]);
        Directory.CreateSymbolicLink(folder["in/out"], folder["elsewhere"]);

        var outcome = await IngestAsync(folder, "--json");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            [
                $"{folder["in/below/back"]}: a link to a folder is not followed, because it may lead back. Name that folder itself.",
                $"{folder["in/gone.es.txt"]}: the link leads to nowhere.txt, where no file is.",
                $"{folder["in/out"]}: a link to a folder is not followed, because it may lead back. Name that folder itself.",
                $"{folder["in/round.es.txt"]}: the link leads to round.es.txt, where no file is.",
            ],
            outcome.Json.GetProperty("leftOut").EnumerateArray().Select(l => l.GetString()));
        var document = Assert.Single(outcome.Json.GetProperty("documents").EnumerateArray());
        Assert.Equal(("below-nota", "stored"), (document.GetProperty("id").GetString(), document.GetProperty("state").GetString()));
    }

    [Theory]
    [InlineData("~$visita.es.docx")]
    [InlineData("visita.es.txt~")]
    [InlineData(".DS_Store")]
    [InlineData("Thumbs.db")]
    [InlineData("es/desktop.ini")]
    public async Task WhatProgramsLeaveBesideTexts_IsPassedOver(string name)
    {
        using var folder = new TemporaryFolder();
        WriteVisit(folder);
        folder.Write("in/" + name, "x");
        Assert.Contains("0 files left out.", (await IngestAsync(folder)).Succeeds().Out);
    }

    [Fact]
    public async Task LanguagesThatCannotBe_AreSaidFirst()
    {
        Task<Outcome> InAsync(string languages) => CommandLine.RunAsync("ingest", "none", "--langs", languages, "--memory", "news");
        (await InAsync("es,fr")).Refuses("no segmentation rules for 'fr'. The shipped rules know es, en, vi and ja");
        (await InAsync("es")).Refuses("--langs names 1 language. Name 2 to 4, such as es,en");
        (await InAsync("es,en,vi,ja,es-MX")).Refuses("--langs names 5 languages. Name 2 to 4");
    }

    [Fact]
    public async Task TextsInOtherEncodings_AreReadByName()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/en/visita.txt", English);
        Directory.CreateDirectory(folder["in/es"]);
        File.WriteAllBytes(folder["in/es/visita.txt"], EncodedText.Find("windows-1252")!.GetBytes(Spanish));

        var refused = await IngestAsync(folder);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("es/visita.txt: the bytes at offset 18 (line 1) are not utf-8; save the file as UTF-8, or name its encoding with --encoding.", refused.Error);
        (await IngestAsync(folder, "--encoding", "klingon")).Refuses("--encoding", "'klingon'", "windows-1252");
        (await IngestAsync(folder, "--encoding", "ja=shift_jis")).Refuses("--encoding", "'ja'", "es, en");

        Assert.Contains("1 document stored", (await IngestAsync(folder, "--encoding", "es=windows-1252")).Succeeds().Out);
        Assert.Contains("1 unchanged", (await IngestAsync(folder, "--encoding", "windows-1252")).Succeeds().Out);
        Assert.Equal(1, (await LookupAsync(folder, "El presidente llegó ayer a Hanói.")).GetProperty("matches").GetArrayLength());
    }

    [Fact]
    public async Task TwoFilesOfOneLanguage_AreNamed()
    {
        using var folder = new TemporaryFolder();
        WriteVisit(folder);
        folder.Write("in/es/visita.txt", Spanish);
        var outcome = await IngestAsync(folder);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("visita.txt is the same document in es too", outcome.Error);
        Assert.Contains("0 documents stored in memory news, 0 unchanged, 1 refused, 0 files left out.", outcome.Out);
    }
}
