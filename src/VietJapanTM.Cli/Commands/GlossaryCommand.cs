using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Glossaries;
using VietJapanTM.Cli.Output;
using VietJapanTM.Store;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm glossary</c>: files of concepts into the store and out of it, and their own test.</summary>
internal static class GlossaryCommand
{
    public static Command Create() => new("glossary", "Import, export and check the glossary. Example: vjtm glossary lint glossary")
    {
        CreateImport(), CreateExport(), CreateLint(),
    };

    private static Command CreateImport()
    {
        var folder = Folder("The folder of TBX files to import.");
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and check everything, write nothing." };
        var json = CommonOptions.Json("Write one JSON object that says what was read and written.");
        var connection = new ConnectionOptions();
        var command = new Command("import", "Put the concepts of a folder of TBX files into the store. Example: vjtm glossary import glossary --data ./data")
        {
            folder, dryRun, json,
        };
        connection.AddStoreTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var glossary = GlossaryInput.Read(parsed.GetValue(folder)!, context);
            var concepts = glossary.Entries.Length;
            if (parsed.GetValue(dryRun))
            {
                context.Out.WriteLine(parsed.GetValue(json)
                    ? Json.ToText(new { dryRun = true, concepts, written = 0 })
                    : $"{Count.Of(concepts, "concept")} can be imported.");
                return CommandRunner.Clean;
            }

            await using var store = connection.OpenStore(parsed, create: true);
            var result = await store.Workspace.CommitAsync(
                new Change
                {
                    Author = Environment.UserName,
                    Reason = "Import of the glossary",
                    SourceFile = Path.GetFileName(Path.TrimEndingDirectorySeparator(glossary.Path)),
                    Operations = glossary.Entries.Select(e => new ChangeOperation.PutConcept(e.Concept)),
                },
                context.CancellationToken).ConfigureAwait(false);
            var revision = result.ChangeSet.Revision;
            context.Out.WriteLine(parsed.GetValue(json)
                ? Json.ToText(new { dryRun = false, concepts, written = result.Written, revision })
                : $"{Count.Of(concepts, "concept")} read, {result.Written} new or changed, revision {revision}.");
            return CommandRunner.Clean;
        });
    }

    private static Command CreateExport()
    {
        var folder = Folder("The folder that receives the TBX files; a file is written only where its bytes change.");
        var json = CommonOptions.Json("Write one JSON object that says which files changed.");
        var connection = new ConnectionOptions();
        var command = new Command("export", "Write the store's concepts as TBX files. Example: vjtm glossary export glossary --data ./data")
        {
            folder, json,
        };
        connection.AddStoreTo(command);
        return command.Runs(async (parsed, context) =>
        {
            // The store first: where there is none, no folder is made.
            await using var store = connection.OpenStore(parsed, create: false);
            var present = GlossaryInput.Read(Directory.CreateDirectory(parsed.GetValue(folder)!).FullName, context);
            var entries = GlossaryInput.InOrderOf(present, store.Workspace.Store.ListConcepts(Tenants.Default));
            var changed = present.Write(entries);
            context.Out.WriteLine(parsed.GetValue(json)
                ? Json.ToText(new { concepts = entries.Count, changed })
                : $"{Count.Of(entries.Count, "concept")}; {(changed.IsEmpty ? "no file changed" : "changed " + string.Join(", ", changed))}.");
            return CommandRunner.Clean;
        });
    }

    private static Command CreateLint()
    {
        var folder = Folder("The folder of TBX files.");
        var strict = new Option<bool>("--strict") { Description = "Let warnings fail, too." };
        var advice = new Option<bool>("--advice") { Description = "Show advice that is no warning, too." };
        var json = CommonOptions.Json("Write one JSON object with all findings.");
        var command = new Command("lint", "Check a folder of TBX files: structure, conflicts, and the examples of each concept. Example: vjtm glossary lint glossary")
        {
            folder, strict, advice, json,
        };
        return command.Runs((parsed, context) =>
        {
            var report = LintReport.Of(parsed.GetValue(folder)!, parsed.GetValue(advice));
            if (parsed.GetValue(json))
            {
                report.WriteJson(context.Out);
            }
            else
            {
                report.WriteText(context.Out);
            }

            return Task.FromResult(report.Fails(parsed.GetValue(strict)) ? CommandRunner.Findings : CommandRunner.Clean);
        });
    }

    private static Argument<string> Folder(string description) => new("DIR") { Description = description };
}
