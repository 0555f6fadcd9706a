using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Lookups;
using VietJapanTM.Errors;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm lookup</c>: the stored sentences that resemble a text, or each line of a file.</summary>
internal static class LookupCommand
{
    public static Command Create()
    {
        var options = new LookupOptions();
        var json = CommonOptions.Json("Write one JSON object.");
        var batch = new Option<string?>("--batch") { Description = "Look up each line of a file; one JSON object a line, in order.", HelpName = "FILE|-" };
        var text = new Argument<string?>("TEXT") { Description = "The text to look for.", Arity = ArgumentArity.ZeroOrOne };
        var connection = new ConnectionOptions();
        var command = new Command(
            "lookup",
            "Find stored sentences that resemble a text. What stands in the memory alone is shown as [-so-], what stands in the text alone as {+so+}. Example: vjtm lookup --from es --to vi \"Los dos dirigentes intercambiaron sus puntos de vista.\"")
        {
            json, batch, text,
        };
        options.AddTo(command);
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var request = options.Read(parsed);
            var query = parsed.GetValue(text);
            var list = parsed.GetValue(batch);
            if ((query is null) == (list is null))
            {
                throw new DomainException(ErrorCode.ArgumentInvalid, "Give a TEXT to look up, or --batch FILE with a text a line.");
            }

            var lines = list is null ? [] : LookupBatch.ReadLines(list, context);
            await using var memory = connection.Open(parsed, create: false);
            if (list is not null)
            {
                return await LookupBatch.RunAsync(memory, request, lines, context).ConfigureAwait(false);
            }

            request.Text = query!;
            request.RecognizeTerms = true;
            request.Fragments = true;
            var response = await memory.LookupAsync(request, context.CancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(json))
            {
                context.Out.WriteLine(LookupOutput.ToJson(query!, response));
            }
            else
            {
                LookupOutput.WriteText(query!, request.Filter is not null || request.MemorySelections.Count > 0, response, context.Out);
            }

            return CommandRunner.Clean;
        });
    }
}
