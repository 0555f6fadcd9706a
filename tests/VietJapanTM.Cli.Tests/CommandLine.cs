using System.Text.Json;
using VietJapanTM.Cli.Commands;
using VietJapanTM.Cli.Console;

namespace VietJapanTM.Cli.Tests;

/// <summary>Runs the command line in this process, with strings for its streams.</summary>
internal static class CommandLine
{
    public static Task<Outcome> RunAsync(params string[] arguments) => RunWithInputAsync([], arguments);

    public static Task<Outcome> RunWithInputAsync(string input, params string[] arguments) =>
        RunWithInputAsync(System.Text.Encoding.UTF8.GetBytes(input), arguments);

    public static async Task<Outcome> RunWithInputAsync(byte[] input, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var configuration = new CommandConfiguration { OpenInput = () => new MemoryStream(input), Output = output, Error = error };
        var exitCode = await CommandRunner.InvokeAsync(CommandTree.Create(), arguments, configuration);
        return new Outcome(exitCode, output.ToString(), error.ToString());
    }
}

/// <summary>What a command line did.</summary>
internal sealed record Outcome(int ExitCode, string Out, string Error)
{
    /// <summary>The output's lines.</summary>
    public string[] Lines => Out.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>The output as one JSON value.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Out);
            return document.RootElement.Clone();
        }
    }

    /// <summary>The output as one JSON value a line.</summary>
    public JsonElement[] JsonLines => [.. Lines.Select(line => new Outcome(0, line, "").Json)];

    /// <summary>Asserts that all went well and nothing was said on standard error.</summary>
    public Outcome Succeeds()
    {
        Assert.Equal((0, ""), (ExitCode, Error));
        return this;
    }

    /// <summary>Asserts exit code 2, no output, and one line on standard error with all of <paramref name="words"/>.</summary>
    public void Refuses(params string[] words)
    {
        Assert.Equal((2, ""), (ExitCode, Out));
        Assert.StartsWith("error: ", Error);
        Assert.EndsWith(".\n", Error.ReplaceLineEndings("\n"));
        Assert.Single(Error.Trim().ReplaceLineEndings("\n").Split('\n'));
        Assert.All(words, word => Assert.Contains(word, Error));
    }
}
