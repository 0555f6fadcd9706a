using System.CommandLine;
using VietJapanTM.Cli.Checking;
using VietJapanTM.Cli.Checking.Reports;
using VietJapanTM.Cli.Connections;
using VietJapanTM.Cli.Console;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm check</c>: translations against the glossary, for builds. Exit code 0 clean, 1 findings, 2 could not run.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var from = CommonOptions.From();
        var to = CommonOptions.To("The target languages, such as vi or en,vi.");
        var format = new Option<string>("--format") { Description = $"How to report: {string.Join(", ", ReportFormat.All.Select(f => f.Name))}.", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong([.. ReportFormat.All.Select(f => f.Name)]);
        var json = CommonOptions.Json("The same as --format json.");
        var failOn = new Option<string>("--fail-on") { Description = "The least severity that fails: error or warning.", HelpName = "SEVERITY", DefaultValueFactory = _ => "warning" };
        failOn.AcceptOnlyFromAmong("error", "warning");
        var files = new Argument<string[]>("FILE") { Description = "XLIFF, TMX or tsv files. A table without a line of language codes has the columns --from, --to.", Arity = ArgumentArity.OneOrMore };
        var connection = new ConnectionOptions();
        var command = new Command(
            "check",
            "Check translations against the glossary: forbidden and missing terms. Example: vjtm check --glossary glossary --from es --to vi news.xlf")
        {
            from, to, format, json, failOn, files,
        };
        connection.AddWithGlossaryTo(command);
        return command.Runs(async (parsed, context) =>
        {
            var source = LanguageTag.Parse(parsed.GetValue(from)!);
            var targets = CommonOptions.ParseLanguages(parsed.GetValue(to)!, "--to");
            await using var glossary = connection.OpenGlossary(parsed);
            var report = new CheckReport();
            var form = ReportFormat.Of(parsed.GetValue(json) ? "json" : parsed.GetValue(format)!);
            var check = new FileCheck(glossary, source, targets, report, saysProblems: !form.HasProblems, context);
            foreach (var file in parsed.GetValue(files)!)
            {
                await check.RunAsync(file).ConfigureAwait(false);
            }

            form.Write(report, context.Out);
            var least = parsed.GetValue(failOn) == "warning" ? Wire.Finding.Types.Severity.Warning : Wire.Finding.Types.Severity.Error;
            return report.CouldNotRun ? CommandRunner.CouldNotRun : report.Fails(least) ? CommandRunner.Findings : CommandRunner.Clean;
        });
    }
}
