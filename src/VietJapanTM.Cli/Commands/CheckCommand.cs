using System.CommandLine;
using VietJapanTM.Cli.Checking;
using VietJapanTM.Cli.Checking.Baselines;
using VietJapanTM.Cli.Checking.Explaining;
using VietJapanTM.Cli.Checking.Fixing;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Output;
using Severity = VietJapanTM.V1Alpha1.Finding.Types.Severity;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm check</c>: translations against the glossary, for builds. Exit code 0 clean, 1 findings, 2 could not run.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var command = new Command(
            "check",
            "Check translations: forbidden and missing terms, numbers, names, consistency. Example: vjtm check --glossary glossary --from es --to vi news.xlf");
        var arguments = new CheckArguments();
        arguments.AddTo(command);
        return command.Runs(async (parsed, context) =>
        {
            if (arguments.AsksToExplain(parsed, out var rule))
            {
                RuleExplanation.Write(rule, arguments.Json(parsed), context.Out);
                return CommandRunner.Clean;
            }

            var format = arguments.Format(parsed);
            var dryRun = arguments.DryRun(parsed);
            var report = await RunAsync(arguments, parsed, saysProblems: !format.HasProblems, context).ConfigureAwait(false);
            if (arguments.Fix(parsed) && FilePatch.Of(report.Report) is { Count: > 0 } patches)
            {
                if (dryRun)
                {
                    context.Out.Write(string.Concat(patches.Select(p => p.ToDiff())));
                    return report.Report.CouldNotRun ? CommandRunner.CouldNotRun : CommandRunner.Findings;
                }

                foreach (var patch in patches)
                {
                    patch.Apply();
                }

                context.Error.WriteLine($"Mended {Count.Of(patches.Sum(p => p.Edits.Length), "finding")} in {Count.Of(patches.Count, "file")}.");
                report = await RunAsync(arguments, parsed, saysProblems: false, context).ConfigureAwait(false);
            }

            format.Write(report.Report, context.Out);
            if (report.Report is { IsIdle: true, Problems.Count: > 0 } && !report.Report.Problems.Any(p => p.Severity == Errors.DiagnosticSeverity.Error))
            {
                context.Error.WriteLine("error: Nothing was checked at all, and a build must not pass on that. Correct the languages, or the names of the files.");
            }

            return report.Report.CouldNotRun ? CommandRunner.CouldNotRun : report.Report.Fails(report.FailOn) ? CommandRunner.Findings : CommandRunner.Clean;
        });
    }

    /// <summary>Checks the groups of files, one after the other; the strictest of their limits holds.</summary>
    private static async Task<(CheckReport Report, Severity FailOn)> RunAsync(
        CheckArguments arguments, ParseResult parsed, bool saysProblems, CommandContext context)
    {
        var report = new CheckReport();
        var failOn = Severity.Error;
        string? baseline = null;
        foreach (var (configuration, files) in arguments.Groups(parsed, context))
        {
            var settings = arguments.Settings(parsed, configuration);
            baseline ??= arguments.Baseline(parsed, configuration);
            failOn = (Severity)Math.Min((int)failOn, (int)arguments.FailOn(parsed, configuration));
            await using var glossary = arguments.OpenGlossary(parsed, configuration);
            await new CheckRun(settings, glossary, context).RunAsync(files, arguments.ListedFiles(parsed), report, saysProblems).ConfigureAwait(false);
        }

        if (baseline is not null)
        {
            if (arguments.WriteBaseline(parsed))
            {
                BaselineFile.Write(baseline, report);
            }

            report.CompareWith(BaselineFile.Read(baseline));
        }

        return (report, failOn);
    }
}
