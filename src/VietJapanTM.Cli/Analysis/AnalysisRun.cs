using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Input;
using VietJapanTM.Cli.Output;
using VietJapanTM.Matching;
using VietJapanTM.Matching.Analysis;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Analysis;

/// <summary>Finds out for each segment of a batch of files which band it falls into.</summary>
/// <param name="memory">The memories.</param>
/// <param name="selection">Where to look, without a text.</param>
/// <param name="source">The language of the segments.</param>
internal sealed class AnalysisRun(IMemoryConnection memory, Wire.LookupRequest selection, LanguageTag source)
{
    private readonly List<(AnalysisTable Table, SegmentSize Size)> _places = [];
    private readonly List<Wire.LookupRequest> _requests = [];

    /// <summary>Analyses the files as one batch, in their order: a segment that an earlier one is the same as is a repetition and is not looked up.</summary>
    public async Task<IReadOnlyList<FileAnalysis>> RunAsync(IReadOnlyList<AnalysisInput> inputs, CommandContext context)
    {
        var repetitions = new RepetitionFinder(source);
        var files = inputs.Select(input => Plan(input, repetitions)).ToList();
        var scores = new int?[_requests.Count];
        await ProgressReport.RunAsync(context, "analysed", _requests.Count, async progress =>
        {
            await memory.LookupAllAsync(_requests, Answered, context.CancellationToken).ConfigureAwait(false);
            return CommandRunner.Clean;

            void Answered(int i, Wire.LookupResponse response)
            {
                scores[i] = response.Matches is [var best, ..] ? best.MatchRate : null;
                progress.Advance();
            }
        }).ConfigureAwait(false);
        for (var i = 0; i < scores.Length; i++)
        {
            _places[i].Table.Add(AnalysisBands.Of(scores[i]), _places[i].Size);
        }

        return files;
    }

    private FileAnalysis Plan(AnalysisInput input, RepetitionFinder repetitions)
    {
        var table = new AnalysisTable();
        for (var i = 0; i < input.Segments.Count; i++)
        {
            var text = input.Segments[i];
            var size = SegmentSize.Of(source, text);
            if (repetitions.IsRepetition(text))
            {
                table.Add(AnalysisBand.Repetition, size);
                continue;
            }

            _places.Add((table, size));
            _requests.Add(Request(input.Segments, i));
        }

        return new FileAnalysis(input.File, table);
    }

    private Wire.LookupRequest Request(IReadOnlyList<string> segments, int i)
    {
        var request = selection.Clone();
        request.Text = LostCharacters.AsSpaces(segments[i]);
        request.PreviousText = i == 0 ? "" : LostCharacters.AsSpaces(segments[i - 1]);
        request.NextText = i + 1 == segments.Count ? "" : LostCharacters.AsSpaces(segments[i + 1]);
        request.MinMatchRate = LookupQuery.MinThreshold;
        request.MaxMatches = 1;
        request.TranslatedOnly = true;
        request.WithoutAdaptation = true;
        return request;
    }
}

/// <summary>The analysis of a file.</summary>
/// <param name="File">What messages call it.</param>
/// <param name="Table">What falls into which band.</param>
internal sealed record FileAnalysis(string File, AnalysisTable Table);
