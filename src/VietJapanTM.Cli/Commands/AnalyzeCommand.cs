using System.CommandLine;
using VietJapanTM.Cli.Analysis;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Input;
using VietJapanTM.Cli.Lookups;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm analyze</c>: how much of a batch of files the memories hold, band by band.</summary>
internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var options = new LookupOptions();
        var preparation = new PreparationOptions();
        var connection = new ConnectionOptions();
        var format = new Option<string>("--format")
        {
            Description = $"How to report: {string.Join(", ", AnalysisReport.Formats.Select(f => f.Name))}.",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => AnalysisReport.Formats[0].Name,
        };
        format.AcceptOnlyFromAmong([.. AnalysisReport.Formats.Select(f => f.Name)]);
        var json = CommonOptions.Json("The same as --format json.");
        var files = new Argument<string[]>("FILE")
        {
            Description = "XLIFF, TMX, PO, tsv or csv; or text (.txt, .md, .html, .docx, the source language as the ending, or -), which is segmented first, as ingest does.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command(
            "analyze",
            "Count how much of some files the memories hold: segments, words and characters by match rate, per file and in total. A segment that is the same as an earlier one of the batch is a repetition, whatever the memories hold. Words stand between white space (in Vietnamese: syllables; in Japanese: 0), characters are code points without white space. Example: vjtm analyze --from es --to vi news.xlf speech.txt")
        {
            files, format, json,
        };
        options.AddSelectionTo(command);
        preparation.AddTo(command);
        connection.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var selection = options.ReadSelection(parsed);
            var (source, target) = (LanguageTag.Parse(selection.SourceLanguageCode), LanguageTag.Parse(selection.TargetLanguageCode));
            var prepared = preparation.Read(parsed, context, [source]);
            var inputs = parsed.GetValue(files)!.Select(f => AnalysisInput.Read(f, source, target, prepared, context)).ToList();
            if (inputs.TrueForAll(i => i.Failed && i.Segments.Count == 0))
            {
                // What is wrong has been said; a table of nothing would say that nothing is to be done.
                return CommandRunner.CouldNotRun;
            }

            await using var memory = connection.Open(parsed, create: false);
            var analysed = await new AnalysisRun(memory, selection, source).RunAsync(inputs, context).ConfigureAwait(false);
            var name = parsed.GetValue(json) ? "json" : parsed.GetValue(format);
            AnalysisReport.Formats.Single(f => f.Name == name).Write(analysed, context.Out);
            return inputs.Exists(i => i.Failed) ? CommandRunner.CouldNotRun : CommandRunner.Clean;
        });
    }
}
