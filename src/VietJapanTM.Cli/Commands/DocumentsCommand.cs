using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Documents;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm documents</c>: what was ingested, with how much of it wants a reviewer.</summary>
internal static class DocumentsCommand
{
    public static Command Create()
    {
        var memory = new Option<string?>("--memory") { Description = "Only the documents of this memory.", HelpName = "NAME" };
        var json = CommonOptions.Json("Write one JSON object a document.");
        var connection = new ConnectionOptions();
        var command = new Command(
            "documents",
            "List the stored documents: memory, languages, beads over all pairs, those among them that somebody should look at, those that a reviewer has decided. 'align review' takes their names. Example: vjtm documents --memory news")
        {
            memory, json,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var name = parsed.GetValue(memory) is { } given ? CommonOptions.RequireMemory(given) : null;
            await using var store = connection.Open(parsed, create: false);
            var documents = await DocumentList.ReadAsync(store, name, context.CancellationToken).ConfigureAwait(false);
            if (documents.Count > 0 || parsed.GetValue(json))
            {
                DocumentList.Write(documents, parsed.GetValue(json), context.Out);
            }
            else
            {
                context.Out.WriteLine("There is no document yet. Take some in with 'vjtm ingest'.");
            }

            return CommandRunner.Clean;
        });
    }
}
