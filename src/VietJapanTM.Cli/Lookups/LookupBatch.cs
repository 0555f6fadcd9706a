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
            // An answer is kept for as long as a line is left that repeats it.
            var left = lines.CountBy(line => line, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            var answers = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var block in lines.Chunk(BlockSize))
            {
                await AnswerAsync(memory, template, block, answers, context.CancellationToken).ConfigureAwait(false);
                foreach (var line in block)
                {
                    context.Out.Write(answers[line] + "\n");
                    if (--left[line] == 0)
                    {
                        answers.Remove(line);
                    }
                }

                await context.Out.FlushAsync(context.CancellationToken).ConfigureAwait(false);
                progress.Advance(block.Length);
            }

            return CommandRunner.Clean;
        });
    }

    /// <summary>Adds the answers of those lines that have none yet.</summary>
    private static async Task AnswerAsync(
        IMemoryConnection memory, Wire.LookupRequest template, string[] block, Dictionary<string, string> answers, CancellationToken cancellationToken)
    {
        var (asked, requests) = (new List<string>(), new List<Wire.LookupRequest>());
        foreach (var line in block.Distinct(StringComparer.Ordinal).Where(line => !answers.ContainsKey(line)).ToArray())
        {
            var text = LostCharacters.AsSpaces(line);
            if (string.IsNullOrWhiteSpace(text))
            {
                answers[line] = LookupOutput.ToJson(line, new Wire.LookupResponse { Complete = true });
                continue;
            }

            var request = template.Clone();
            request.Text = text;
            asked.Add(line);
            requests.Add(request);
        }

        var found = new string[asked.Count];
        await memory.LookupAllAsync(requests, (i, response) => found[i] = LookupOutput.ToJson(asked[i], response), cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < found.Length; i++)
        {
            answers[asked[i]] = found[i];
        }
    }
}
