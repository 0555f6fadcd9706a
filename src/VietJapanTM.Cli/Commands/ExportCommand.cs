using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Exports;
using VietJapanTM.Cli.Output;
using VietJapanTM.Exchange;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm export</c>: the units of a memory as a file that <c>vjtm import</c> and other tools read.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var memory = new Option<string>("--memory") { Description = "The memory whose units are written.", HelpName = "NAME", Required = true };
        var languages = new Option<string?>("--langs") { Description = "Only units with a text in each of these languages, and only their texts in them; for a table, its columns.", HelpName = "es,vi" };
        var format = new Option<string?>("--format") { Description = "Default: by the name of the file. A table keeps key and texts alone.", HelpName = "tmx|tsv" };
        format.AcceptOnlyFromAmong("tmx", "tsv");
        var json = CommonOptions.Json("Write one JSON object that says what was written.");
        var file = new Argument<string>("FILE") { Description = "The file, which is replaced once the new one is whole." };
        var connection = new ConnectionOptions();
        var command = new Command("export", "Write the units of a memory to a file. Example: vjtm export --memory news --langs es,vi news.tmx")
        {
            memory, languages, format, json, file,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var name = CommonOptions.RequireMemory(parsed.GetValue(memory)!);
            var path = parsed.GetValue(file)!;
            var export = new MemoryExport(parsed.GetValue(languages) is { } list ? [.. CommonOptions.ParseLanguages(list, "--langs")] : []);
            var open = export.WriterFor(parsed.GetValue(format) ?? Path.GetExtension(path).TrimStart('.').ToLowerInvariant());
            await using var store = connection.Open(parsed, create: false);
            await ProgressReport.RunAsync(context, "exported", null, async progress =>
            {
                var units = store.ReadUnitsAsync(name, export.Languages, context.CancellationToken);
                await ExchangeFile.ReplaceAsync(path, stream => export.WriteAsync(units, open(stream), progress)).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
            foreach (var warning in export.Warnings)
            {
                context.Error.WriteLine($"{path}: warning: {warning}");
            }

            context.Out.WriteLine(parsed.GetValue(json)
                ? Json.ToText(new { memory = name, file = path, units = export.Written, leftOut = export.LeftOut })
                : $"{path}: {Count.Of(export.Written, "unit")} of memory {name} written{Which(export)}.");
            return CommandRunner.Clean;
        });
    }

    /// <summary>Of units in other languages nothing is written, and nobody should take the file for the whole memory.</summary>
    private static string Which(MemoryExport export) =>
        export.Languages.IsEmpty ? "" : $", those with a text in {(export.Languages.Length == 1 ? "" : "each of ")}{string.Join(", ", export.Languages)}";
}
