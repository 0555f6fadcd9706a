using System.CommandLine;
using System.CommandLine.Parsing;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;

namespace VietJapanTM.Cli.Console;

/// <summary>Gives commands their manners: one line that says what is wrong and what to do, and exit code 2, for all that cannot run.</summary>
internal static class CommandRunner
{
    /// <summary>Everything went well; a check found nothing.</summary>
    public const int Clean = 0;

    /// <summary>A check found something.</summary>
    public const int Findings = 1;

    /// <summary>The command could not run.</summary>
    public const int CouldNotRun = 2;

    /// <summary>Stopped by Ctrl-C, as shells number it.</summary>
    private const int Interrupted = 130;

    /// <summary>Sets what a command does.</summary>
    public static Command Runs(this Command command, Func<ParseResult, CommandContext, Task<int>> run)
    {
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var configuration = (CommandConfiguration)parsed.InvocationConfiguration;
            var context = new CommandContext(
                configuration.OpenInput, configuration.Output, configuration.Error, configuration.IsInteractive, cancellationToken);
            return await GuardAsync(() => run(parsed, context), configuration.Error).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>
    /// Parses and runs a command line. A mistake in it is one line and exit code 2; a command that only has subcommands shows its
    /// help, with exit code 0.
    /// </summary>
    public static async Task<int> InvokeAsync(RootCommand root, IReadOnlyList<string> arguments, CommandConfiguration configuration)
    {
        var parsed = Parse(root, arguments);
        if (CommandLineErrors.AsksForHelp(parsed))
        {
            parsed = Parse(root, [.. arguments, "--help"]);
        }

        if (CommandLineErrors.Find(parsed) is { } mistake)
        {
            await configuration.Error.WriteLineAsync($"error: {mistake}").ConfigureAwait(false);
            return CouldNotRun;
        }

        HideArgumentsAbove(parsed);
        try
        {
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        finally
        {
            await configuration.Output.FlushAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A text that begins with @ is a text, not a file of further arguments.</summary>
    private static ParseResult Parse(RootCommand root, IReadOnlyList<string> arguments) =>
        root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

    /// <summary>Help shows the arguments of the commands above too, which the command itself does not take.</summary>
    private static void HideArgumentsAbove(ParseResult parsed)
    {
        for (var above = parsed.CommandResult.Parent as CommandResult; above is not null; above = above.Parent as CommandResult)
        {
            foreach (var argument in above.Command.Arguments)
            {
                argument.Hidden = true;
            }
        }
    }

    private static async Task<int> GuardAsync(Func<Task<int>> run, TextWriter error)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (Exception e) when (e is DomainException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"error: {OneLine.Of(e.Message)}").ConfigureAwait(false);
            return CouldNotRun;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        catch (Exception e)
        {
            // A fault of this program: whoever mends it needs the whole trace, and no build may take it for a finding.
            await error.WriteLineAsync($"error: vjtm itself failed, please report this: {e}").ConfigureAwait(false);
            return CouldNotRun;
        }
    }
}
