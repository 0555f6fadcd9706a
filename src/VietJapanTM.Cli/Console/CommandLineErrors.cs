using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;

namespace VietJapanTM.Cli.Console;

/// <summary>Says what is wrong with a command line itself, in one line that ends with where to read more.</summary>
internal static partial class CommandLineErrors
{
    /// <summary>The first mistake, or null where there is none.</summary>
    public static string? Find(ParseResult parsed)
    {
        // An argument that takes any number of files would also take a mistyped option.
        var mistyped = parsed.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token.Type == TokenType.Argument && LooksLikeOption().IsMatch(token.Value));
        if (mistyped is not null)
        {
            return $"Unknown option '{mistyped.Value}'. See '{NameOf(parsed)} --help'.";
        }

        if (parsed.CommandResult.Command.Action is null && parsed.UnmatchedTokens.Count > 0)
        {
            return $"{UnknownCommand(parsed)} See '{NameOf(parsed)} --help'.";
        }

        return parsed.Errors.Count == 0 ? null : $"{Reword(parsed)} See '{NameOf(parsed)} --help'.";
    }

    /// <summary>True where a command was named that only has subcommands, and nothing else: it is answered with its help.</summary>
    public static bool AsksForHelp(ParseResult parsed) =>
        parsed.CommandResult.Command.Action is null && parsed.UnmatchedTokens.Count == 0 && parsed.CommandResult.Children.All(c => c is CommandResult);

    private static string Reword(ParseResult parsed)
    {
        var message = OneLine.Of(parsed.Errors[0].Message).TrimEnd('.');
        return NotANumber().Replace(message, "'$1' is not a whole number, which $2 needs") + ".";
    }

    private static string UnknownCommand(ParseResult parsed)
    {
        var names = parsed.CommandResult.Command.Subcommands.Select(c => c.Name).ToList();
        return $"Unknown command '{OneLine.Of(parsed.UnmatchedTokens[0])}'. {Nearest.Hint(parsed.UnmatchedTokens[0], names)}";
    }

    private static string NameOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (var command = parsed.CommandResult; command is not null; command = command.Parent as CommandResult)
        {
            names.Insert(0, command.Command is RootCommand ? "vjtm" : command.Command.Name);
        }

        return string.Join(' ', names);
    }

    [GeneratedRegex(@"^--?[A-Za-z][\w-]*(=.*)?$")]
    private static partial Regex LooksLikeOption();

    [GeneratedRegex(@"^Cannot parse argument '(.*)' for option '(.*)' as expected type 'System\.Int32'$")]
    private static partial Regex NotANumber();
}
