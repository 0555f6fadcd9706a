using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Documents;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm documents</c>: what was ingested, with how much of it wants a reviewer.</summary>
internal static class DocumentsCommand
{
    public static Command Create()
    {
        var document = new Argument<string?>("DOCUMENT") { Description = "One document alone.", Arity = ArgumentArity.ZeroOrOne };
        var delete = new Option<bool>("--delete") { Description = "Delete the document and the units made from it. 'revert' brings both back." };
        var memory = new Option<string?>("--memory") { Description = "Only the documents of this memory.", HelpName = "NAME" };
        var json = CommonOptions.Json("Write one JSON object a document.");
        var connection = new ConnectionOptions();
        var command = new Command(
            "documents",
            "List the stored documents: memory, languages, beads over all pairs, those among them that somebody should look at, those that a reviewer has decided. 'align review' takes their names. Example: vjtm documents --memory news; vjtm documents visit --delete")
        {
            document, memory, delete, json,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var name = parsed.GetValue(memory) is { } given ? CommonOptions.RequireMemory(given) : null;
            await using var store = connection.Open(parsed, create: false);
            var id = parsed.GetValue(document);
            if (parsed.GetValue(delete))
            {
                await DeleteAsync(store, id, context).ConfigureAwait(false);
                return CommandRunner.Clean;
            }

            if (id is not null)
            {
                var one = await store.FindDocumentAsync(id, context.CancellationToken).ConfigureAwait(false) ?? throw Absent(id);
                DocumentList.Write([one], parsed.GetValue(json), context.Out);
                return CommandRunner.Clean;
            }

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

    private static async Task DeleteAsync(IMemoryConnection store, string? id, CommandContext context)
    {
        if (id is null)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, "--delete needs the name of a document.");
        }

        if (await store.FindDocumentAsync(id, context.CancellationToken).ConfigureAwait(false) is null)
        {
            throw Absent(id);
        }

        var request = new Wire.DeleteDocumentRequest { Name = ResourceName.Document(id), Author = Environment.UserName, RequestId = Guid.NewGuid().ToString() };
        var deleted = await store.DeleteDocumentAsync(request, context.CancellationToken).ConfigureAwait(false);
        context.Out.WriteLine($"Document {id} is deleted. 'vjtm revert {deleted.Revision}' brings it back.");
    }

    private static DomainException Absent(string id) => new(ErrorCode.DocumentNotFound, $"There is no document '{OneLine.Of(id)}'. 'vjtm documents' lists all.");
}
