using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Input;
using VietJapanTM.Cli.Output;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Lookups;

/// <summary>
/// Looks up each line of a file and writes one JSON object a line, in the order of the lines. A line that repeats an earlier one is
/// answered from it; an empty line has no matches.
/// </summary>
internal static class LookupBatch
{
    /// <summary>Lines that are looked up at once and then written, so that a long file neither waits nor fills the memory.</summary>
    private const int BlockSize = 1_024;

    /// <summary>Reads the lines of a file, each of which must be able to be a segment.</summary>
    /// <exception cref="Errors.DomainException">FileUnreadable, TextMalformed, TextTooLong, with file and line.</exception>
    public static IReadOnlyList<string> ReadLines(string file, CommandContext context)
    {
        var lines = TextInput.Read(file, context).Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        if (lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        for (var i = 0; i < lines.Count; i++)
        {
            SegmentLimit.Require(lines[i], TextRules.MaxSegmentLength, TextInput.NameOf(file), i + 1);
            if (LostCharacters.In(lines[i]))
            {
                context.Error.WriteLine($"{TextInput.NameOf(file)}:{i + 1}: warning: U+FFFD stands where a character was lost; it is looked up as a space.");
            }
        }

        return lines;
    }

    /// <summary>Looks the lines up and writes the answers.</summary>
    public static Task<int> RunAsync(
        IMemoryConnection memory, Wire.LookupRequest template, IReadOnlyList<string> lines, CommandContext context)
    {
        return ProgressReport.RunAsync(context, "looked up", lines.Count, async progress =>
        {
            foreach (var block in lines.Chunk(BlockSize))
            {
                var answers = await AnswerAsync(memory, template, block, context.CancellationToken).ConfigureAwait(false);
                foreach (var line in block)
                {
                    context.Out.Write(answers[line] + "\n");
                }

                await context.Out.FlushAsync(context.CancellationToken).ConfigureAwait(false);
                progress.Advance(block.Length);
            }

            return CommandRunner.Clean;
        });
    }

    private static async Task<Dictionary<string, string>> AnswerAsync(
        IMemoryConnection memory, Wire.LookupRequest template, string[] block, CancellationToken cancellationToken)
    {
        var distinct = block.Distinct(StringComparer.Ordinal).ToArray();
        var answers = new string[distinct.Length];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForAsync(0, distinct.Length, options, async (i, token) =>
        {
            var request = template.Clone();
            request.Text = LostCharacters.AsSpaces(distinct[i]);
            var response = string.IsNullOrWhiteSpace(request.Text)
                ? new Wire.LookupResponse { Complete = true }
                : await memory.LookupAsync(request, token).ConfigureAwait(false);
            answers[i] = LookupOutput.ToJson(distinct[i], response);
        }).ConfigureAwait(false);
        return distinct.Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }
}
