using System.CommandLine;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Glossaries;

namespace VietJapanTM.Cli.Commands;

/// <summary><c>vjtm glossary</c>: files of concepts into the store and out of it, their own test, and what changed.</summary>
internal static class GlossaryCommand
{
    public static Command Create() => new("glossary", "Import, export, check and compare the glossary. Example: vjtm glossary lint glossary")
    {
        GlossaryImportCommand.Create(), GlossaryExportCommand.Create(), CreateLint(), GlossaryHistoryCommand.Create(), GlossaryDiffCommand.Create(),
        GlossarySuggestCommand.Create(),
    };

    private static Command CreateLint()
    {
        var folder = Folder("The folder of TBX files.");
        var strict = new Option<bool>("--strict") { Description = "Let warnings fail, too." };
        var advice = new Option<bool>("--advice") { Description = "Show advice that is no warning, too." };
        var json = CommonOptions.Json("Write one JSON object with all findings.");
        var command = new Command("lint", "Check a folder of TBX files: structure, conflicts, and the examples of each concept. Example: vjtm glossary lint glossary")
        {
            folder, strict, advice, json,
        };
        return command.Runs((parsed, context) =>
        {
            var report = LintReport.Of(parsed.GetValue(folder)!, parsed.GetValue(advice));
            if (parsed.GetValue(json))
            {
                report.WriteJson(context.Out);
            }
            else
            {
                report.WriteText(context.Out);
            }

            return Task.FromResult(report.Fails(parsed.GetValue(strict)) ? CommandRunner.Findings : CommandRunner.Clean);
        });
    }

    /// <summary>The folder of glossary files.</summary>
    public static Argument<string> Folder(string description) => new("DIR") { Description = description };
}
