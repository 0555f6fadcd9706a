using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Imports;
using VietJapanTM.Cli.Output;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm import</c>: TMX, tables and line-parallel text into a memory; all of a file or nothing.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var memory = new Option<string>("--memory") { Description = "The memory that receives the units; made where it does not exist.", HelpName = "NAME", Required = true };
        var languages = new Option<string?>("--langs") { Description = "For line-parallel text: the language of each file. For a table without a header: of each column.", HelpName = "es,en" };
        var lenient = new Option<bool>("--lenient") { Description = "Take what is sound of a malformed file, and count what is dropped." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and check everything, write nothing." };
        var files = new Argument<string[]>("FILE") { Description = "A .tmx or .tsv file, or with --langs a text file for each language.", Arity = ArgumentArity.OneOrMore };
        var connection = new ConnectionOptions();
        var command = new Command(
            "import",
            "Import translation units. Examples: vjtm import memory.tmx --memory news · vjtm import a.es a.en --langs es,en --memory news")
        {
            memory, languages, lenient, dryRun, files,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var name = parsed.GetValue(memory)!;
            var codes = parsed.GetValue(languages) is { } list ? CommonOptions.ParseLanguages(list, "--langs") : [];
            var sources = ImportSource.Of(parsed.GetValue(files)!, codes, name, parsed.GetValue(lenient));
            if (parsed.GetValue(dryRun))
            {
                foreach (var source in sources)
                {
                    Report(source, source.Checked().LongCount(), "can be imported", context);
                }

                return CommandRunner.Clean;
            }

            await using var store = connection.Open(parsed, create: true);
            foreach (var source in sources)
            {
                var outcome = await ProgressReport.RunAsync(context, "imported", null, progress =>
                    store.ImportAsync(name, Counted(source, progress), source.Name, context.CancellationToken)).ConfigureAwait(false);
                Report(source, outcome.Written, $"new or changed in memory {name}, revision {outcome.Revision}", context);
            }

            return CommandRunner.Clean;
        });
    }

    private static IEnumerable<Model.TranslationUnit> Counted(ImportSource source, ProgressReport progress)
    {
        foreach (var unit in source.Checked())
        {
            yield return unit;
            progress.Advance();
        }
    }

    private static void Report(ImportSource source, long count, string what, CommandContext context)
    {
        foreach (var diagnostic in source.Diagnostics.Items)
        {
            context.Error.WriteLine(diagnostic.ToString());
        }

        var unshown = source.Diagnostics.Counts.Values.Sum() - source.Diagnostics.Items.Count;
        if (unshown > 0)
        {
            context.Error.WriteLine($"{source.Name}: and {unshown} more.");
        }

        var warnings = source.Diagnostics.WarningCount;
        context.Out.WriteLine($"{source.Name}: {count} units {what}{(warnings > 0 ? $", {warnings} warnings" : "")}.");
    }
}
