using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Input;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;

namespace VietJapanTM.Cli.Alignment;

/// <summary>
/// Aligns a list of documents in parallel. A row that cannot be aligned is reported with its line and the others go on; the exit
/// code then says that not all could run.
/// </summary>
internal static class AlignmentBatch
{
    public static Task<int> RunAsync(AlignmentJob job, string list, string destination, string format, CommandContext context)
    {
        var rows = ReadList(job, list, context);
        if (File.Exists(destination))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"--out {destination} is a file. Name a folder, which receives a file for each row.");
        }

        Directory.CreateDirectory(destination);
        return ProgressReport.RunAsync(context, "aligned", rows.Count, progress =>
        {
            var failed = 0;
            var options = new ParallelOptions { CancellationToken = context.CancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.ForEach(rows, options, row =>
            {
                try
                {
                    var texts = job.Read(row.Files, context, warning => progress.Say($"{list}:{row.Line}: warning: {warning}"));
                    var aligned = job.Run(texts, context.CancellationToken);
                    foreach (var warning in aligned.Warnings())
                    {
                        progress.Say($"{list}:{row.Line}: warning: {warning}");
                    }

                    Write(aligned, Path.Combine(destination, row.Id), format);
                }
                catch (DomainException e)
                {
                    Interlocked.Increment(ref failed);
                    progress.Say($"{list}:{row.Line}: error: {e.Message}");
                }

                progress.Advance();
            });
            if (failed > 0)
            {
                progress.Say($"{rows.Count - failed} of {Count.Of(rows.Count, "document")} written to {destination}.");
            }

            return Task.FromResult(failed == 0 ? CommandRunner.Clean : CommandRunner.CouldNotRun);
        });
    }

    private static void Write(AlignedTexts aligned, string path, string format)
    {
        using (var writer = new StreamWriter($"{path}.{format}"))
        {
            AlignmentOutput.Write(aligned, format, writer);
        }

        if (aligned.Texts.Count == 2 || format != "ladder")
        {
            return;
        }

        // A closed chain cannot be taken apart again, so the pairs stand beside it.
        foreach (var pair in aligned.PairNames)
        {
            using var writer = new StreamWriter($"{path}.{pair}.ladder");
            AlignmentOutput.Write(aligned.OfPair(pair), format, writer);
        }
    }

    private static List<Row> ReadList(AlignmentJob job, string list, CommandContext context)
    {
        var rows = new List<Row>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var folder = Path.GetDirectoryName(Path.GetFullPath(list))!;
        var line = 0;
        foreach (var text in TextInput.Read(list, context).Split('\n'))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var fields = text.TrimEnd('\r').Split('\t');
            if (fields.Length != job.Languages.Count + 1 || fields[0].Length == 0 || fields[0].AsSpan().ContainsAny(Path.GetInvalidFileNameChars()))
            {
                throw new DomainException(
                    ErrorCode.FileMalformed,
                    $"{list}:{line}: a row needs an id that can be a file name and {job.Languages.Count} files, separated by tabs.");
            }

            if (!ids.Add(fields[0]))
            {
                throw new DomainException(ErrorCode.FileMalformed, $"{list}:{line}: the id {fields[0]} stands in the list already. Give each row its own.");
            }

            rows.Add(new Row(line, fields[0], [.. fields.Skip(1).Select(f => Resolve(f, folder))]));
        }

        return rows;
    }

    /// <summary>A file is looked for in the current folder first, then in the list's own, so that a list and its texts can move together.</summary>
    private static string Resolve(string file, string folder) =>
        !File.Exists(file) && Path.Combine(folder, file) is var beside && File.Exists(beside) ? beside : file;

    private sealed record Row(int Line, string Id, IReadOnlyList<string> Files);
}
