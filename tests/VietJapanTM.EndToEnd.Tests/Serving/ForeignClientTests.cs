using VietJapanTM.EndToEnd.Tests.Corpus;
using VietJapanTM.Model;

namespace VietJapanTM.EndToEnd.Tests.Serving;

/// <summary>Clients that others wrote, on the server's own program as a first start leaves it.</summary>
public sealed class ForeignClientTests
{
    private const int PythonChecks = 46;
    private const int PythonConceptChecks = 21;
    private const int PythonDocumentChecks = 7;
    private const int NodeChecks = 12;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [SkippableFact]
    public async Task Python_ScriptOfTheReadme_PrintsTheCounterpartAndTheTerm()
    {
        var lines = await RunPythonAsync("lookup.py");
        const string document = "viet-nam-japan-upgrade";
        var vietnamese = SampleCorpus.GoldSegments(document, LanguageTag.Vietnamese)[0];
        Assert.Equal("100 " + vietnamese, lines[0]);
        Assert.StartsWith("Asociación Estratégica Integral = ", lines[1], StringComparison.Ordinal);
        Assert.Contains("  vi đối tác chiến lược toàn diện", lines.Select(l => l.ToLowerInvariant()));
    }

    [SkippableFact]
    public async Task Python_EveryMethod_AnswersAsPublished() => ForeignClient.AssertChecks(0, await RunPythonAsync("all_calls.py"), PythonChecks);

    [SkippableFact]
    public async Task Python_LifeOfAConcept_IsAsPublished() => ForeignClient.AssertChecks(0, await RunPythonAsync("concepts.py"), PythonConceptChecks);

    [SkippableFact]
    public async Task Node_ScriptOfTheReadme_PrintsWhatPythonPrints() =>
        Assert.Equal(await RunPythonAsync("lookup.py"), (await RunNodeAsync("lookup.js")).Lines);

    [SkippableFact]
    public async Task Python_LifeOfADocument_IsAsPublished() => ForeignClient.AssertChecks(0, await RunPythonAsync("documents.py"), PythonDocumentChecks);

    [SkippableFact]
    public async Task Node_EveryMethod_AnswersAsPublished()
    {
        var (exitCode, lines) = await RunNodeAsync("all_calls.js");
        ForeignClient.AssertChecks(exitCode, lines, NodeChecks);
    }

    private static async Task<(int? ExitCode, string[] Lines)> RunNodeAsync(string script)
    {
        var modules = await ForeignClient.RequireNodeModulesAsync();
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder["data"]);

        var (exitCode, lines) = await ForeignClient.RunAsync(
            "node", [Script(script), Authority(server), RepositoryRoot.Combine("protos")], Patience, ("NODE_PATH", modules));

        await AssertSilentAsync(server);
        return (exitCode, lines);
    }

    private static async Task<string[]> RunPythonAsync(string script)
    {
        var python = await ForeignClient.RequirePythonAsync();
        using var folder = new TemporaryFolder();
        await PythonMessages.MakeAsync(folder.Root);
        await using var server = await ServerProcess.StartAsync(folder["data"]);

        var (exitCode, lines) = await ForeignClient.RunAsync(
            python, [Script(script), Authority(server)], Patience, ("PYTHONPATH", folder.Root), ("PYTHONDONTWRITEBYTECODE", "1"));

        Assert.True(exitCode == 0, string.Join('\n', lines));
        await AssertSilentAsync(server);
        return lines;
    }

    /// <summary>Asserts that the server found nothing to complain of.</summary>
    private static async Task AssertSilentAsync(ServerProcess server)
    {
        var exit = await server.TerminateAsync();
        Assert.Equal((0, ""), (exit.Code, exit.Error));
    }

    private static string Authority(ServerProcess server) => new Uri(server.Url).Authority;

    private static string Script(string name) => RepositoryRoot.Combine("tests", "VietJapanTM.EndToEnd.Tests", "Clients", name);
}
