using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Lookups;
using VietJapanTM.Errors;
using VietJapanTM.Matching;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm lookup</c>: the stored sentences that resemble a text, or each line of a file.</summary>
internal static class LookupCommand
{
    public static Command Create()
    {
        var from = CommonOptions.From();
        var to = CommonOptions.To();
        var min = new Option<int>("--min") { Description = "Lowest match rate, 50 to 100.", HelpName = "RATE", DefaultValueFactory = _ => 70 };
        var max = new Option<int>("--max") { Description = "Most matches, 1 to 1000.", HelpName = "COUNT", DefaultValueFactory = _ => 5 };
        var memories = new Option<string[]>("--memory") { Description = "Search this memory alone; may be given again.", HelpName = "NAME" };
        var profile = new Option<string>("--profile") { Description = "standard or plain.", HelpName = "PROFILE", DefaultValueFactory = _ => "standard" };
        profile.AcceptOnlyFromAmong("standard", "plain");
        var exhaustive = new Option<bool>("--exhaustive") { Description = "Compare with every unit instead of asking the index." };
        var json = CommonOptions.Json("Write one JSON object.");
        var batch = new Option<string?>("--batch") { Description = "Look up each line of a file; one JSON object a line, in order.", HelpName = "FILE|-" };
        var text = new Argument<string?>("TEXT") { Description = "The text to look for.", Arity = ArgumentArity.ZeroOrOne };
        var connection = new ConnectionOptions();
        var command = new Command(
            "lookup",
            "Find stored sentences that resemble a text. What stands in the memory alone is shown as [-so-], what stands in the text alone as {+so+}. Example: vjtm lookup --from es --to vi \"Los dos dirigentes intercambiaron sus puntos de vista.\"")
        {
            from, to, min, max, memories, profile, exhaustive, json, batch, text,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var template = new Wire.LookupRequest
            {
                SourceLanguageCode = LanguageTag.Parse(parsed.GetValue(from)!).Value,
                TargetLanguageCode = LanguageTag.Parse(parsed.GetValue(to)!).Value,
                MinMatchRate = CommonOptions.Within(parsed.GetValue(min), LookupQuery.MinThreshold, 100, "--min"),
                MaxMatches = CommonOptions.Within(parsed.GetValue(max), 1, 1_000, "--max"),
                Memories = { (parsed.GetValue(memories) ?? []).Select(m => ResourceName.Memory(CommonOptions.RequireMemory(m))) },
                Profile = parsed.GetValue(profile) == "plain" ? Wire.LookupRequest.Types.Profile.Plain : Wire.LookupRequest.Types.Profile.Standard,
                Exhaustive = parsed.GetValue(exhaustive),
            };
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
                return await LookupBatch.RunAsync(memory, template, lines, context).ConfigureAwait(false);
            }

            template.Text = query!;
            template.RecognizeTerms = true;
            var response = await memory.LookupAsync(template, context.CancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(json))
            {
                context.Out.WriteLine(LookupOutput.ToJson(query!, response));
            }
            else
            {
                LookupOutput.WriteText(query!, response, context.Out);
            }

            return CommandRunner.Clean;
        });
    }
}
