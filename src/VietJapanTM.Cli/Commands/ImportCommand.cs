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
        var json = CommonOptions.Json("Write one JSON object that says what was read and written.");
        var files = new Argument<string[]>("FILE") { Description = "A .tmx, .tsv or .csv file, or with --langs a text file for each language.", Arity = ArgumentArity.OneOrMore };
        var connection = new ConnectionOptions();
        var command = new Command(
            "import",
            "Import translation units. Examples: vjtm import memory.tmx --memory news · vjtm import a.es a.en --langs es,en --memory news")
        {
            memory, languages, lenient, dryRun, json, files,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var name = CommonOptions.RequireMemory(parsed.GetValue(memory)!);
            var codes = parsed.GetValue(languages) is { } list ? CommonOptions.ParseLanguages(list, "--langs") : [];
            var sources = ImportSource.Of(parsed.GetValue(files)!, codes, name, parsed.GetValue(lenient));
            var report = new ImportReport(name, parsed.GetValue(dryRun), parsed.GetValue(json), context);
            if (parsed.GetValue(dryRun))
            {
                foreach (var source in sources)
                {
                    await report.RefusalsOfAsync(source, () => Task.Run(() => Verify(source))).ConfigureAwait(false);
                    report.Checked(source);
                }
            }
            else
            {
                foreach (var source in sources)
                {
                    source.RequireFiles();
                }

                await using var store = connection.Open(parsed, create: true);
                foreach (var source in sources)
                {
                    await report.RefusalsOfAsync(
                        source, async () => report.Imported(source, await ImportAsync(store, source, name, context).ConfigureAwait(false))).ConfigureAwait(false);
                }
            }

            report.End();
            return CommandRunner.Clean;
        });
    }

    private static async Task<ImportOutcome> ImportAsync(IMemoryConnection store, ImportSource source, string memory, CommandContext context)
    {
        if (!store.ImportsWholeOrNot)
        {
            // A server takes a file in parts, so the file is read to its end before the first part leaves.
            Verify(source);
        }

        return await ProgressReport.RunAsync(context, "imported", null, progress =>
            store.ImportAsync(memory, Counted(source, progress), source.Name, context.CancellationToken)).ConfigureAwait(false);
    }

    private static void Verify(ImportSource source)
    {
        foreach (var unit in source.Checked())
        {
            // Reading is the test.
        }
    }

    private static IEnumerable<Model.TranslationUnit> Counted(ImportSource source, ProgressReport progress)
    {
        foreach (var unit in source.Checked())
        {
            yield return unit;
            progress.Advance();
        }
    }
}
