using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.History;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm history</c> and <c>vjtm revert</c>: what was written when, by whom and why, and its undoing.</summary>
internal static class HistoryCommand
{
    private const int MostRows = 1_000;

    public static Command Create()
    {
        var limit = new Option<int>("--limit") { Description = $"How many change sets, 1 to {MostRows}.", HelpName = "N", DefaultValueFactory = _ => 20 };
        var before = new Option<long>("--before") { Description = "Only change sets before this revision.", HelpName = "REV" };
        var json = CommonOptions.Json("Write one JSON object a change set.");
        var connection = new ConnectionOptions();
        var command = new Command("history", "List what was written, newest first: units, documents, concepts. Example: vjtm history --limit 5")
        {
            limit, before, json,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var request = new Wire.ListChangeSetsRequest
            {
                PageSize = CommonOptions.Within(parsed.GetValue(limit), 1, MostRows, "--limit"),
                PageToken = HistoryOutput.TokenBefore(parsed.GetValue(before)),
            };
            await using var store = connection.Open(parsed, create: false);
            var response = await store.ListChangeSetsAsync(request, context.CancellationToken).ConfigureAwait(false);
            foreach (var changeSet in response.ChangeSets)
            {
                HistoryOutput.Write(changeSet, parsed.GetValue(json), context.Out);
            }

            if (response.ChangeSets.Count == 0 && !parsed.GetValue(json))
            {
                context.Out.WriteLine(request.PageToken.Length == 0 ? "Nothing has been written yet." : $"There is nothing before revision {parsed.GetValue(before)}.");
            }

            return CommandRunner.Clean;
        });
    }

    public static Command CreateRevert()
    {
        var revision = new Argument<string>("REV") { Description = "The revision of the change set, as 'vjtm history' and 'vjtm ingest' show it; 26..32 undoes several, the newest first, each by a change set of its own." };
        var skip = new Option<bool>("--skip-conflicts") { Description = "Leave what later changes touch as it is, and say so, instead of refusing." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Compare everything, write nothing; list what would change, and what is in the way." };
        var reason = new Option<string>("--reason") { Description = "Why; stands in the history.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var json = CommonOptions.Json("Write one JSON object that says what was undone.");
        var connection = new ConnectionOptions();
        var command = new Command(
            "revert",
            "Undo a change set, such as an import, as a change set of its own. Example: vjtm revert 12 --dry-run; vjtm revert 12 --reason \"wrong file\"; vjtm revert 26..32")
        {
            revision, skip, dryRun, reason, json,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var range = RevisionRange.TryParse(parsed.GetValue(revision)!)
                ?? throw new DomainException(ErrorCode.ArgumentInvalid, $"'{OneLine.Of(parsed.GetValue(revision)!)}' is no revision. Write 12, or 26..32 for several.");
            await using var store = connection.Open(parsed, create: false);
            var isRefused = false;
            for (var one = range.Last; one >= range.First; one--)
            {
                var request = new Wire.RevertChangeSetRequest
                {
                    Name = HistoryOutput.NameOf(one),
                    Author = Environment.UserName,
                    Reason = parsed.GetValue(reason)!,
                    RequestId = Guid.NewGuid().ToString(),
                    SkipConflicts = parsed.GetValue(skip),
                    DryRun = parsed.GetValue(dryRun),
                };
                var response = await store.RevertChangeSetAsync(request, context.CancellationToken).ConfigureAwait(false);
                if (request.DryRun)
                {
                    // What the later revisions of the range have changed will be as it was by then.
                    var inTheWay = response.Conflicts.Where(c => c.Revision > range.Last).ToList();
                    response.Conflicts.Clear();
                    response.Conflicts.Add(inTheWay);
                    isRefused |= inTheWay.Count > 0 && !request.SkipConflicts;
                }

                RevertOutput.Write(response, one, parsed.GetValue(json), context.Out);
            }

            if (!isRefused)
            {
                return CommandRunner.Clean;
            }

            context.Error.WriteLine("error: This revert would be refused. Undo the later revisions first, or let these stay as they are: --skip-conflicts.");
            return CommandRunner.CouldNotRun;
        });
    }
}
