using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Lookups;
using VietJapanTM.Errors;
using VietJapanTM.Matching.Concordances;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm concordance</c>: the stored texts that hold words, in either language.</summary>
internal static class ConcordanceCommand
{
    public static Command Create()
    {
        var language = CommonOptions.Language("The language of the words, such as es.");
        var to = new Option<string?>("--to") { Description = "Only units with a text in this language, and that text alone beside the words'.", HelpName = "LANG" };
        var phrase = new Option<bool>("--phrase") { Description = "The words must follow one another." };
        var anyOrder = new Option<bool>("--any-order") { Description = "The words may stand anywhere in a text. The default." };
        var memories = new Option<string[]>("--memory") { Description = "Search this memory alone; may be given again.", HelpName = "NAME" };
        var max = new Option<int>("--max") { Description = $"Most hits, 1 to {ConcordanceQuery.MaxPageSize}.", HelpName = "COUNT", DefaultValueFactory = _ => 20 };
        var page = new Option<string>("--page") { Description = "Go on where an answer ended; it says with what.", HelpName = "TOKEN", DefaultValueFactory = _ => "" };
        var asOf = new Option<long>("--as-of") { Description = "Search the state of an earlier revision.", HelpName = "REVISION" };
        var json = CommonOptions.Json("Write one JSON object.");
        var words = new Argument<string>("WORDS") { Description = "The words; estrat* stands for every word that begins so." };
        var connection = new ConnectionOptions();
        var command = new Command(
            "concordance",
            "Find stored texts that hold words, marked as [[so]], with their translations. Case and Spanish accents do not count, ñ and Vietnamese tones do. Example: vjtm concordance --lang es --to vi --phrase \"asociación estrat*\"")
        {
            language, to, phrase, anyOrder, memories, max, page, asOf, json, words,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            if (parsed.GetValue(phrase) && parsed.GetValue(anyOrder))
            {
                throw new DomainException(ErrorCode.ArgumentInvalid, "Give --phrase or --any-order, not both.");
            }

            var request = new Wire.ConcordanceRequest
            {
                Text = parsed.GetValue(words)!,
                LanguageCode = CommonOptions.ParseLanguage(parsed.GetValue(language)!).Value,
                TargetLanguageCode = parsed.GetValue(to) is { } code ? CommonOptions.ParseLanguage(code).Value : "",
                Phrase = parsed.GetValue(phrase),
                Memories = { (parsed.GetValue(memories) ?? []).Select(name => ResourceName.Memory(CommonOptions.RequireMemory(name))) },
                PageToken = parsed.GetValue(page)!,
                AsOfRevision = parsed.GetValue(asOf),
            };
            await using var memory = connection.Open(parsed, create: false);
            var count = CommonOptions.Within(parsed.GetValue(max), 1, ConcordanceQuery.MaxPageSize, "--max");
            var response = await CollectAsync(memory, request, count, context.CancellationToken).ConfigureAwait(false);
            ConcordanceOutput.Write(response, parsed.GetValue(json), context.Out);
            return CommandRunner.Clean;
        });
    }

    /// <summary>A page may hold fewer hits than were asked for; goes on until they are there.</summary>
    private static async Task<Wire.ConcordanceResponse> CollectAsync(
        IMemoryConnection memory, Wire.ConcordanceRequest request, int count, CancellationToken cancellationToken)
    {
        var all = new Wire.ConcordanceResponse();
        do
        {
            request.PageSize = count - all.Hits.Count;
            var response = await memory.ConcordanceAsync(request, cancellationToken).ConfigureAwait(false);
            all.Hits.AddRange(response.Hits);
            (all.NextPageToken, all.Revision) = (response.NextPageToken, response.Revision);
            request.PageToken = response.NextPageToken;
        }
        while (all.Hits.Count < count && all.NextPageToken.Length > 0);
        return all;
    }
}
