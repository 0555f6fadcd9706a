using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Glossaries;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm glossary import</c>: all files of a folder as one change set, or nothing.</summary>
internal static class GlossaryImportCommand
{
    public static Command Create()
    {
        var folder = GlossaryCommand.Folder("The folder of TBX files to import, or one file.");
        var prune = new Option<bool>("--prune") { Description = "Delete approved concepts that the files no longer hold. What was proposed, rejected or retired in the store stays." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read, check and compare everything, write nothing; list what would change." };
        var despiteLint = new Option<bool>("--despite-lint") { Description = "Import although the lint finds errors; they are shown as warnings." };
        var reason = new Option<string>("--reason") { Description = "Why; stands in the history.", HelpName = "TEXT", DefaultValueFactory = _ => "Import of the glossary" };
        var json = CommonOptions.Json("Write one JSON object that says what was read and written.");
        var connection = new ConnectionOptions();
        var command = new Command(
            "import",
            "Put the concepts of a folder of TBX files into the store, linted together with what the store holds. Example: vjtm glossary import glossary --prune --dry-run")
        {
            folder, prune, dryRun, despiteLint, reason, json,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var path = parsed.GetValue(folder)!;
            var files = GlossaryInput.ReadFiles(path);
            var options = new Wire.ImportGlossaryOptions
            {
                Author = Environment.UserName,
                Reason = parsed.GetValue(reason)!,
                SourceFile = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))),
                Prune = parsed.GetValue(prune),
                DryRun = true,
                Lint = parsed.GetValue(despiteLint) ? Wire.ImportGlossaryOptions.Types.Lint.Report : Wire.ImportGlossaryOptions.Types.Lint.Refuse,
            };

            // The trial lists every error at once, and where there is one, no store is made.
            var report = new GlossaryImportReport(parsed.GetValue(dryRun), parsed.GetValue(json), context);
            await using (var present = connection.OpenIfThere(parsed))
            {
                var trial = await present.ImportGlossaryAsync(options, files, context.CancellationToken).ConfigureAwait(false);
                if (!report.Accepts(trial))
                {
                    return CommandRunner.CouldNotRun;
                }

                if (parsed.GetValue(dryRun))
                {
                    report.Write(trial);
                    return CommandRunner.Clean;
                }
            }

            (options.DryRun, options.Lint) = (false, Wire.ImportGlossaryOptions.Types.Lint.Skip);
            options.RequestId = Guid.NewGuid().ToString();
            await using var store = connection.Open(parsed, create: true);
            report.Write(await store.ImportGlossaryAsync(options, files, context.CancellationToken).ConfigureAwait(false));
            return CommandRunner.Clean;
        });
    }
}
