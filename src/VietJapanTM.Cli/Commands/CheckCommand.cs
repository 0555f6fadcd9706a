using System.CommandLine;
using VietJapanTM.Cli.Checking;
using VietJapanTM.Cli.Checking.Baselines;
using VietJapanTM.Cli.Checking.Explaining;
using VietJapanTM.Cli.Checking.Fixing;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;

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
            if (dryRun && format.Name != "text")
            {
                throw new DomainException(ErrorCode.ArgumentInvalid, $"--dry-run shows a diff, which is no {format.Name}. Leave --format out, or --dry-run.");
            }

            var report = await RunAsync(arguments, parsed, saysProblems: !format.HasProblems, context).ConfigureAwait(false);
            if (arguments.Fix(parsed) && FilePatch.Of(report) is { Count: > 0 } patches)
            {
                if (dryRun)
                {
                    context.Out.Write(string.Concat(patches.Select(p => p.ToDiff())));
                    return report.CouldNotRun ? CommandRunner.CouldNotRun : CommandRunner.Findings;
                }

                foreach (var patch in patches)
                {
                    patch.Apply();
                }

                context.Error.WriteLine($"Mended {Count.Of(patches.Sum(p => p.Edits.Length), "finding")} in {Count.Of(patches.Count, "file")}.");
                report = await RunAsync(arguments, parsed, saysProblems: false, context).ConfigureAwait(false);
            }

            format.Write(report, context.Out);
            if (report is { IsIdle: true, Problems.Count: > 0 } && !report.Problems.Any(p => p.Severity == DiagnosticSeverity.Error))
            {
                context.Error.WriteLine("error: Nothing was checked at all, and a build must not pass on that. Correct the languages, or the names of the files.");
            }

            return report.CouldNotRun ? CommandRunner.CouldNotRun : report.Fails ? CommandRunner.Findings : CommandRunner.Clean;
        });
    }

    /// <summary>Checks the groups of files, one after the other; the strictest of their limits holds.</summary>
    private static async Task<CheckReport> RunAsync(
        CheckArguments arguments, ParseResult parsed, bool saysProblems, CommandContext context)
    {
        var report = new CheckReport();
        string? baseline = null;
        foreach (var group in arguments.Groups(parsed, context))
        {
            var configuration = group.Configuration;
            var settings = arguments.Settings(parsed, configuration);
            baseline ??= arguments.Baseline(parsed, configuration);
            report.RequireBelow(arguments.FailOn(parsed, configuration));
            await using var glossary = arguments.OpenGlossary(parsed, configuration);
            await new CheckRun(settings, glossary, context).RunAsync(group, arguments.ListedFiles(parsed), report, saysProblems).ConfigureAwait(false);
        }

        if (baseline is not null)
        {
            if (arguments.WriteBaseline(parsed))
            {
                BaselineFile.Write(baseline, report);
            }

            report.CompareWith(BaselineFile.Read(baseline));
        }

        return report;
    }
}
