using System.CommandLine;
using System.Globalization;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Glossaries;
using VietJapanTM.Errors;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm glossary diff</c>: what changed between two revisions, and the stored units that it breaks.</summary>
internal static class GlossaryDiffCommand
{
    public static Command Create()
    {
        var range = new Argument<string>("REV1..REV2") { Description = "Two revisions, as 'vjtm history' shows them; without the second: the newest." };
        var memory = new Option<string[]>("--memory") { Description = "Look through the units of this memory alone; may stand more than once.", HelpName = "NAME" };
        var conceptsOnly = new Option<bool>("--concepts-only") { Description = "Leave the units out." };
        var exitCode = new Option<bool>("--exit-code") { Description = "Exit with 1 where a unit is broken." };
        var json = CommonOptions.Json("Write one JSON object with concepts, units and a summary.");
        var connection = new ConnectionOptions();
        var command = new Command(
            "diff",
            "List the concepts that changed between two revisions and every stored unit that they break. Example: vjtm glossary diff 12..15")
        {
            range, memory, conceptsOnly, exitCode, json,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var (from, to) = Parse(parsed.GetValue(range)!);
            var request = new Wire.DiffGlossaryRequest
            {
                FromRevision = from,
                ToRevision = to,
                Memories = { (parsed.GetValue(memory) ?? []).Select(ResourceName.Memory) },
                ConceptsOnly = parsed.GetValue(conceptsOnly),
            };
            await using var store = connection.Open(parsed, create: false);
            var output = GlossaryDiffOutput.Of(parsed.GetValue(json), context.Out);
            await foreach (var part in store.DiffGlossaryAsync(request, context.CancellationToken).ConfigureAwait(false))
            {
                output.Take(part);
            }

            return parsed.GetValue(exitCode) && output.BrokenUnits > 0 ? CommandRunner.Findings : CommandRunner.Clean;
        });
    }

    /// <summary><c>12..15</c>, <c>12..</c> or <c>12</c>; 0 stands for the newest.</summary>
    private static (long From, long To) Parse(string range)
    {
        var parts = range.Split("..");
        return parts.Length <= 2 && Read(parts[0]) is { } from && (parts.Length == 1 || parts[1].Length == 0 ? 0 : Read(parts[1])) is { } to
            ? (from, to)
            : throw new DomainException(ErrorCode.ArgumentInvalid, $"'{range}' is no range of revisions. Write 12..15, or 12.. for what changed since 12.");
    }

    private static long? Read(string revision) =>
        long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
