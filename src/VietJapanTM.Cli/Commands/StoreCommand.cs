using System.CommandLine;
using System.Globalization;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using VietJapanTM.Storage;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm verify</c> and <c>vjtm backup</c>: the care of a store.</summary>
internal static class StoreCommand
{
    public static Command CreateVerify()
    {
        var json = CommonOptions.Json("Write one JSON object with the findings.");
        var connection = new ConnectionOptions();
        var command = new Command(
            "verify",
            "Read the whole store and say what is damaged; exit code 1 where anything is. A server goes on serving meanwhile. Example: vjtm verify --data ./data")
        {
            json,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            await using var store = connection.Open(parsed, create: false);
            var findings = await store.VerifyStoreAsync(context.CancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(json))
            {
                context.Out.WriteLine(Json.ToText(new { findings }));
            }
            else
            {
                foreach (var finding in findings)
                {
                    context.Out.WriteLine(finding);
                }

                context.Out.WriteLine(findings.Count == 0 ? "The store is whole." : "The store is damaged. Go on with the newest backup: see 'vjtm backup --help'.");
            }

            return findings.Count == 0 ? CommandRunner.Clean : CommandRunner.Findings;
        });
    }

    public static Command CreateBackup()
    {
        var file = new Argument<string>("FILE") { Description = "Where the copy goes, in place of what lies there, which stays until the copy is whole." };
        var connection = new ConnectionOptions();
        var command = new Command(
            "backup",
            "Write a whole and checked copy of the store, also while a server works on it. To restore it, copy FILE to vjtm.db in an empty "
            + "folder and name that folder with --data; the index is made anew. Example: vjtm backup vjtm-2026-11-22.db")
        {
            file,
        };
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var path = parsed.GetValue(file)!;
            RequireNoStoreInUse(path);
            await using var store = connection.Open(parsed, create: false);
            var revision = await store.BackUpAsync(path, context.CancellationToken).ConfigureAwait(false);
            context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: the store up to revision {revision}, {new FileInfo(path).Length} bytes."));
            return CommandRunner.Clean;
        });
    }

    // A log that belongs to the older file would be read into the new one.
    private static void RequireNoStoreInUse(string path)
    {
        if (Directory.Exists(path))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"{path} is a folder. Name the file that the copy shall be.");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (File.Exists(path + "-wal") || (Path.GetFileName(path) == SqliteStore.DatabaseName && SqliteStore.FindHolder(folder) is not null))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"{path} is a store in use. Choose another file.");
        }
    }
}
