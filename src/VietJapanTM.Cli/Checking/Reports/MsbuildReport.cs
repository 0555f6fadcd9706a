using VietJapanTM.Cli.Output;

namespace VietJapanTM.Cli.Checking.Reports;

/// <summary>
/// Lines that MSBuild and Visual Studio take for errors and warnings of the build:
/// <c>file(line,column,endLine,endColumn): warning VJT001: message</c>. Problems of the files stand there too; no summary, which could be taken for one.
/// </summary>
internal static class MsbuildReport
{
    /// <summary>Writes.</summary>
    public static void Write(CheckReport report, TextWriter output)
    {
        foreach (var problem in report.Problems)
        {
            var place = problem.Line == 0 ? "" : problem.Column == 0 ? $"({problem.Line})" : $"({problem.Line},{problem.Column})";
            output.WriteLine($"{problem.File ?? "vjtm"}{place}: {SeverityWord.Of(problem.Severity)} {problem.Code}: {OneLine.Of(problem.Message)}");
        }

        foreach (var placed in report.Counting)
        {
            var words = placed.Place;
            output.WriteLine(
                $"{words.File}({words.Line},{words.Column},{words.EndLine},{words.EndColumn}): "
                + $"{SeverityWord.Of(placed.Finding.Severity)} {placed.Finding.Rule}: {OneLine.Of(FindingMessage.Of(placed))}");
        }
    }
}
