using VietJapanTM.Cli.Checking.Configuration;
using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using VietJapanTM.Terminology.Checking;

namespace VietJapanTM.Cli.Checking.Explaining;

/// <summary>Explains the rules of the check to people: <c>vjtm check --explain</c>.</summary>
internal static class RuleExplanation
{
    /// <summary>Explains one rule, or lists all.</summary>
    /// <param name="id">The rule, or null for the list.</param>
    /// <param name="json">Write JSON?</param>
    /// <param name="output">Where to.</param>
    /// <exception cref="DomainException">There is no such rule.</exception>
    public static void Write(string? id, bool json, TextWriter output)
    {
        var rules = id is null ? [.. CheckRules.All] : new[] { Find(id) };
        if (json)
        {
            output.WriteLine(Json.ToText(rules.Select(r => new
            {
                rule = r.Id,
                severity = Word(r.DefaultSeverity),
                r.Title,
                r.Explanation,
                fails = r.FailingExample.ToString(),
                mended = r.MendedExample.ToString(),
            })));
        }
        else if (id is null)
        {
            foreach (var rule in rules)
            {
                output.WriteLine($"{rule.Id} {Word(rule.DefaultSeverity),-8} {rule.Title}");
            }
        }
        else
        {
            WriteOne(rules[0], output);
        }
    }

    private static void WriteOne(CheckRule rule, TextWriter output)
    {
        output.WriteLine($"{rule.Id}: {rule.Title} ({Word(rule.DefaultSeverity)} by default)");
        output.WriteLine();
        output.WriteLine(rule.Explanation);
        WriteExample("Fails:", rule.FailingExample, output);
        WriteExample("Mended:", rule.MendedExample, output);
        output.WriteLine();
        output.WriteLine($"Suppress it in a comment beside the segment: vjtm-disable {rule.Id} -- reason");
        output.WriteLine($"Weigh it in {CheckConfiguration.FileName}: rules: {{ {rule.Id}: off | info | warning | error }}");
    }

    private static void WriteExample(string title, RuleExample example, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(title);
        foreach (var line in example.ToString().Split('\n'))
        {
            output.WriteLine($"    {line}");
        }
    }

    private static CheckRule Find(string id) => CheckRules.Find(id)
        ?? throw new DomainException(ErrorCode.ArgumentInvalid, $"There is no rule '{id}'. {Nearest.Hint(id, [.. CheckRules.All.Select(r => r.Id)])} 'vjtm check --explain' lists all.");

    private static string Word(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Off => "off",
        FindingSeverity.Information => "info",
        FindingSeverity.Warning => "warning",
        _ => "error",
    };
}
