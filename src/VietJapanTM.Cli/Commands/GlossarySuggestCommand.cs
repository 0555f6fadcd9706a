using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Suggestions;
using VietJapanTM.Model;
using VietJapanTM.Server.Answers;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm glossary suggest</c>: terms that the glossary lacks, from the units of a memory.</summary>
internal static class GlossarySuggestCommand
{
    public static Command Create()
    {
        var from = CommonOptions.From();
        var to = CommonOptions.To("The languages of the equivalents, such as vi or en,vi.");
        var memory = new Option<string>("--memory") { Description = "The memory whose units are read.", HelpName = "NAME", Required = true };
        var least = new Option<int>("--min-count") { Description = "Occurrences that a candidate needs.", HelpName = "N", DefaultValueFactory = _ => 2 };
        var limit = new Option<int>("--limit") { Description = "Candidates wanted at most, 1 to 1000.", HelpName = "N", DefaultValueFactory = _ => 50 };
        var format = new Option<string>("--format") { Description = "table, json or tbx: concepts in the state proposed.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "tbx");
        var json = CommonOptions.Json("The same as --format json.");
        var connection = new ConnectionOptions();
        var command = new Command(
            "suggest",
            "Propose terms that the glossary lacks, with likely equivalents and examples. Example: vjtm glossary suggest --from es --to en,vi --memory news --format tbx > proposed.tbx")
        {
            from, to, memory, least, limit, format, json,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var source = CommonOptions.ParseLanguage(parsed.GetValue(from)!);
            var request = new Wire.SuggestTermsRequest
            {
                Parent = ResourceName.Memory(CommonOptions.RequireMemory(parsed.GetValue(memory)!)),
                SourceLanguageCode = source.Value,
                MinCount = CommonOptions.Within(parsed.GetValue(least), 1, int.MaxValue, "--min-count"),
                PageSize = CommonOptions.Within(parsed.GetValue(limit), 1, SuggestAnswers.MaxCandidates, "--limit"),
            };
            await using var memories = connection.Open(parsed, create: false);
            var replies = new List<(LanguageTag Target, Wire.SuggestTermsResponse Reply)>();
            foreach (var target in CommonOptions.ParseLanguages(parsed.GetValue(to)!, "--to"))
            {
                request.TargetLanguageCode = target.Value;
                replies.Add((target, await memories.SuggestTermsAsync(request, context.CancellationToken).ConfigureAwait(false)));
            }

            var suggestions = Suggestion.Join(replies);
            switch (parsed.GetValue(json) ? "json" : parsed.GetValue(format))
            {
                case "json":
                    SuggestionOutput.WriteJson(suggestions, replies[0].Reply.UnitCount, context.Out);
                    break;
                case "tbx":
                    SuggestionOutput.WriteTbx(suggestions, source, parsed.GetValue(memory)!, context.Out);
                    break;
                default:
                    SuggestionOutput.WriteTable(suggestions, context.Out);
                    break;
            }

            return CommandRunner.Clean;
        });
    }
}
