using System.CommandLine;
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
            var configuration = parsed.InvocationConfiguration;
            var context = new CommandContext(
                System.Console.OpenStandardInput(),
                configuration.Output,
                configuration.Error,
                ReferenceEquals(configuration.Error, System.Console.Error) && !System.Console.IsErrorRedirected,
                cancellationToken);
            return await GuardAsync(() => run(parsed, context), configuration.Error).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>Parses and runs a command line; a mistake in it is one line and exit code 2.</summary>
    public static async Task<int> InvokeAsync(RootCommand root, IReadOnlyList<string> arguments, InvocationConfiguration? configuration = null)
    {
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count == 0)
        {
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }

        var names = new List<string>();
        for (var command = parsed.CommandResult; command is not null; command = command.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Insert(0, command.Command is RootCommand ? "vjtm" : command.Command.Name);
        }

        var error = configuration?.Error ?? System.Console.Error;
        await error.WriteLineAsync($"error: {parsed.Errors[0].Message} See '{string.Join(' ', names)} --help'.").ConfigureAwait(false);
        return CouldNotRun;
    }

    private static async Task<int> GuardAsync(Func<Task<int>> run, TextWriter error)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (DomainException e)
        {
            await error.WriteLineAsync($"error: {e.Message}").ConfigureAwait(false);
            return CouldNotRun;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"error: {e.Message}").ConfigureAwait(false);
            return CouldNotRun;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
    }
}
