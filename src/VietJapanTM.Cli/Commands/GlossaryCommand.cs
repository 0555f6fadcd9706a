using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Errors;
using VietJapanTM.Exchange;
using VietJapanTM.Exchange.Glossary;
using VietJapanTM.Model;
using VietJapanTM.Store;
using VietJapanTM.Terminology.Linting;

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
        var connection = new ConnectionOptions();
        var command = new Command("import", "Put the concepts of a folder of TBX files into the store. Example: vjtm glossary import glossary --data ./data")
        {
            folder, dryRun,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var glossary = Read(parsed.GetValue(folder)!, context);
            if (parsed.GetValue(dryRun))
            {
                context.Out.WriteLine($"{glossary.Entries.Length} concepts can be imported.");
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
            context.Out.WriteLine($"{glossary.Entries.Length} concepts read, {result.Written} new or changed, revision {result.ChangeSet.Revision}.");
            return CommandRunner.Clean;
        });
    }

    private static Command CreateExport()
    {
        var folder = Folder("The folder that receives the TBX files; a file is written only where its bytes change.");
        var connection = new ConnectionOptions();
        var command = new Command("export", "Write the store's concepts as TBX files. Example: vjtm glossary export glossary --data ./data")
        {
            folder,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var destination = Directory.CreateDirectory(parsed.GetValue(folder)!).FullName;
            var present = Read(destination, context);
            await using var store = connection.OpenStore(parsed, create: false);
            var entries = InOrderOf(present, store.Workspace.Store.ListConcepts(Tenants.Default));
            var changed = present.Write(entries);
            context.Out.WriteLine($"{entries.Count} concepts; {(changed.IsEmpty ? "no file changed" : "changed " + string.Join(", ", changed))}.");
            return CommandRunner.Clean;
        });
    }

    private static Command CreateLint()
    {
        var folder = Folder("The folder of TBX files.");
        var strict = new Option<bool>("--strict") { Description = "Let warnings fail, too." };
        var information = new Option<bool>("--advice") { Description = "Show advice that is no warning, too." };
        var command = new Command("lint", "Check a folder of TBX files: structure, conflicts, and the examples of each concept. Example: vjtm glossary lint glossary")
        {
            folder, strict, information,
        };
        return command.Runs((parsed, context) =>
        {
            var diagnostics = new DiagnosticSink();
            var glossary = GlossaryFolder.Read(parsed.GetValue(folder)!, diagnostics);
            var places = glossary.Entries.ToDictionary(e => e.Concept.Id, e => (e.File, e.Line), StringComparer.Ordinal);
            var findings = GlossaryLinter.Lint(
                glossary.Entries.Select(e => e.Concept),
                c => (Path.Combine(glossary.Path, places[c.Id].File!), places[c.Id].Line));
            var all = diagnostics.Items.Concat(findings).ToList();
            foreach (var finding in all.Where(d => d.Severity > DiagnosticSeverity.Information || parsed.GetValue(information)))
            {
                context.Out.WriteLine(finding.ToString());
            }

            var errors = all.Count(d => d.Severity == DiagnosticSeverity.Error);
            var warnings = all.Count(d => d.Severity == DiagnosticSeverity.Warning);
            var examples = glossary.Entries.Sum(e => e.Concept.Examples.Length);
            context.Out.WriteLine($"{glossary.Entries.Length} concepts with {examples} examples: {errors} errors, {warnings} warnings.");
            return Task.FromResult(errors > 0 || (warnings > 0 && parsed.GetValue(strict)) ? CommandRunner.Findings : CommandRunner.Clean);
        });
    }

    private static Argument<string> Folder(string description) => new("DIR") { Description = description };

    private static GlossaryFolder Read(string folder, CommandContext context)
    {
        var diagnostics = new DiagnosticSink();
        var glossary = GlossaryFolder.Read(folder, diagnostics);
        foreach (var diagnostic in diagnostics.Items)
        {
            context.Error.WriteLine(diagnostic.ToString());
        }

        return diagnostics.HasErrors
            ? throw new DomainException(ErrorCode.FileMalformed, $"{folder} has {diagnostics.ErrorCount} errors; nothing was done. Mend them and try again.")
            : glossary;
    }

    /// <summary>Concepts keep the file and the order that they have in the folder; new ones follow in the order of their ids.</summary>
    private static List<GlossaryEntry> InOrderOf(GlossaryFolder present, IReadOnlyList<Concept> concepts)
    {
        var stored = concepts.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var entries = new List<GlossaryEntry>();
        foreach (var entry in present.Entries)
        {
            if (stored.Remove(entry.Concept.Id, out var concept))
            {
                entries.Add(entry with { Concept = concept });
            }
        }

        entries.AddRange(concepts.Where(c => stored.ContainsKey(c.Id)).Select(c => new GlossaryEntry(c)));
        return entries;
    }
}
