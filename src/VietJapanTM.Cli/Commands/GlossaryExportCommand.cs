using System.CommandLine;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Glossaries;
using VietJapanTM.Cli.Output;
using VietJapanTM.Exchange.Glossary;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm glossary export</c>: the concepts of a store as files, so written that a small change is a small difference.</summary>
internal static class GlossaryExportCommand
{
    public static Command Create()
    {
        var folder = GlossaryCommand.Folder("The folder that receives the TBX files; a file is written only where its bytes change.");
        var json = CommonOptions.Json("Write one JSON object that says which files changed.");
        var connection = new ConnectionOptions();
        var command = new Command("export", "Write the store's concepts as TBX files. Example: vjtm glossary export glossary --data ./data")
        {
            folder, json,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            // The store first: where there is none, no folder is made.
            await using var store = connection.Open(parsed, create: false);
            var concepts = GlossaryInput.ReadExport(await store.ExportGlossaryAsync(context.CancellationToken).ConfigureAwait(false));
            var present = GlossaryInput.Read(Directory.CreateDirectory(parsed.GetValue(folder)!).FullName, context);
            var entries = GlossaryInput.InOrderOf(present, concepts);
            var changed = present.Write(entries);
            context.Out.WriteLine(parsed.GetValue(json)
                ? Json.ToText(new { concepts = entries.Count, changed })
                : $"{Count.Of(entries.Count, "concept")}; {What(present, changed)}.");
            return CommandRunner.Clean;
        });
    }

    /// <summary><c>new a.tbx; changed b.tbx, c.tbx; deleted d.tbx</c>.</summary>
    private static string What(GlossaryFolder present, IReadOnlyList<string> changed)
    {
        var known = present.Files.ToHashSet(StringComparer.Ordinal);
        var kinds = changed.ToLookup(file => !known.Contains(file) ? "new" : File.Exists(Path.Combine(present.Path, file)) ? "changed" : "deleted");
        return changed.Count == 0
            ? "no file changed"
            : string.Join("; ", new[] { "new", "changed", "deleted" }.Where(kinds.Contains).Select(kind => $"{kind} {string.Join(", ", kinds[kind])}"));
    }
}
