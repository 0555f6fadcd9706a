using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Glossaries;
using VietJapanTM.Cli.Output;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm glossary history</c>: what happened to one concept, field by field.</summary>
internal static class GlossaryHistoryCommand
{
    private const int MostSteps = 1_000;

    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The concept's id, such as asean; also of a deleted one." };
        var limit = new Option<int>("--limit") { Description = $"How many steps, 1 to {MostSteps}.", HelpName = "N", DefaultValueFactory = _ => 20 };
        var json = CommonOptions.Json("Write one JSON object a step.");
        var connection = new ConnectionOptions();
        var command = new Command("history", "Tell what happened to a concept, newest first. Example: vjtm glossary history asean")
        {
            id, limit, json,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var request = new Wire.ConceptHistoryRequest
            {
                Name = ResourceName.Concept(parsed.GetValue(id)!),
                PageSize = CommonOptions.Within(parsed.GetValue(limit), 1, MostSteps, "--limit"),
            };
            await using var store = connection.Open(parsed, create: false);
            var response = await store.ConceptHistoryAsync(request, context.CancellationToken).ConfigureAwait(false);
            foreach (var step in response.Steps)
            {
                if (parsed.GetValue(json))
                {
                    context.Out.WriteLine(Json.ToLine(ConceptChangeOutput.ToValue(step)));
                }
                else
                {
                    ConceptChangeOutput.Write(step, context.Out);
                }
            }

            return CommandRunner.Clean;
        });
    }
}
