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
    public static Task<int> RunAsync(AlignmentJob job, string list, string destination, CommandContext context)
    {
        var rows = ReadList(job, list, context);
        Directory.CreateDirectory(destination);
        return ProgressReport.RunAsync(context, "aligned", rows.Count, progress =>
        {
            var failed = 0;
            var options = new ParallelOptions { CancellationToken = context.CancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.ForEach(rows, options, row =>
            {
                try
                {
                    var texts = row.Files.Select(f => TextInput.Read(f, context)).ToList();
                    Write(job.Run(texts, context.CancellationToken), Path.Combine(destination, row.Id));
                }
                catch (DomainException e)
                {
                    Interlocked.Increment(ref failed);
                    progress.Say($"{list}:{row.Line}: error: {e.Message}");
                }

                progress.Advance();
            });
            return Task.FromResult(failed == 0 ? CommandRunner.Clean : CommandRunner.CouldNotRun);
        });
    }

    private static void Write(AlignedTexts aligned, string path)
    {
        using (var writer = new StreamWriter(path + ".ladder"))
        {
            AlignmentOutput.WriteLadder(aligned, null, writer);
        }

        if (aligned.Texts.Count == 2)
        {
            return;
        }

        foreach (var pair in aligned.Alignment.Pairs.Select(p => $"{p.Source}-{p.Target}"))
        {
            using var writer = new StreamWriter($"{path}.{pair}.ladder");
            AlignmentOutput.WriteLadder(aligned, pair, writer);
        }
    }

    private static List<Row> ReadList(AlignmentJob job, string list, CommandContext context)
    {
        var rows = new List<Row>();
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

            // Files are named from the list's own folder, so that a list and its texts can move together.
            rows.Add(new Row(line, fields[0], [.. fields.Skip(1).Select(f => Path.Combine(folder, f))]));
        }

        return rows;
    }

    private sealed record Row(int Line, string Id, IReadOnlyList<string> Files);
}
