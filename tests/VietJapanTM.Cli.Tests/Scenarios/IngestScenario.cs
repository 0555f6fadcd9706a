namespace VietJapanTM.Cli.Tests.Scenarios;

/// <summary>Texts to ingest, and the command.</summary>
internal static class IngestScenario
{
    public const string Spanish = "El presidente llegó ayer a Hanói. Se reunió con su homólogo.";
    public const string English = "The president arrived in Hanoi yesterday. He met with his counterpart.";

    public static void WriteNote(TemporaryFolder folder, string name, string spanish, string english)
    {
        folder.Write($"in/{name}.es.txt", spanish);
        folder.Write($"in/{name}.en.txt", english);
    }

    public static void WriteVisit(TemporaryFolder folder)
    {
        folder.Write("in/es/visita.html", $"<article><p>{Spanish}</p></article>");
        folder.Write("in/en/visita.md", English);
    }

    public static Task<Outcome> IngestAsync(TemporaryFolder folder, params string[] more) =>
        CommandLine.RunAsync(["ingest", folder["in"], "--langs", "es,en", "--memory", "news", "--data", folder["data"], .. more]);

    public static async Task<System.Text.Json.JsonElement> LookupAsync(TemporaryFolder folder, string text, params string[] more) =>
        (await CommandLine.RunAsync(["lookup", "--from", "es", "--to", "en", "--data", folder["data"], "--json", .. more, text])).Succeeds().Json;
}
