using System.CommandLine;
using VietJapanTM.Cli.Commands;

namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class HelpTests
{
    public static TheoryData<string> Commands => [.. Below(CommandTree.Create(), "")];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_OfEveryCommand_TeachesByAnExample(string command)
    {
        var help = (await CommandLine.RunAsync([.. command.Split(' '), "--help"])).Succeeds().Out;

        Assert.Matches(@"Examples?: vjtm " + command, help);
        Assert.Contains("Usage:", help);
    }

    [Theory]
    [InlineData("", "segment")]
    [InlineData("glossary", "lint")]
    public async Task CommandWithoutSubcommand_ShowsItsHelp(string command, string word) =>
        Assert.Contains(word, (await CommandLine.RunAsync(command.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Succeeds().Out);

    [Fact]
    public async Task HelpOfAlign_ExplainsLadderAndConfidence()
    {
        var help = (await CommandLine.RunAsync("align", "--help")).Succeeds().Out;

        Assert.Contains("[3]:[4,5]:0.981200", help);
        Assert.Contains("probability", help);
    }

    [Fact]
    public async Task HelpOfACommandBelowAnother_ShowsItsOwnArgumentsAlone() =>
        Assert.DoesNotContain("FILE>...", (await CommandLine.RunAsync("align", "review", "--help")).Succeeds().Out);

    private static IEnumerable<string> Below(Command command, string path) => command.Subcommands.SelectMany(
        c => Below(c, $"{path}{c.Name} ").Prepend($"{path}{c.Name}"));
}
