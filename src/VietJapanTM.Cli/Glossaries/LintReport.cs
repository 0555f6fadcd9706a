using VietJapanTM.Cli.Output;
using VietJapanTM.Errors;
using VietJapanTM.Exchange;
using VietJapanTM.Exchange.Glossary;
using VietJapanTM.Terminology.Linting;

namespace VietJapanTM.Cli.Glossaries;

/// <summary>What is to be said of a folder of glossary files: the findings of its readers, then those of the linter.</summary>
internal sealed class LintReport
{
    private readonly List<Diagnostic> _shown;
    private readonly int _concepts;
    private readonly int _examples;
    private readonly int _errors;
    private readonly int _warnings;

    private LintReport(GlossaryFolder glossary, List<Diagnostic> findings, bool advice)
    {
        _shown = [.. findings.Where(d => d.Severity > DiagnosticSeverity.Information || advice)];
        _concepts = glossary.Entries.Length;
        _examples = glossary.Entries.Sum(e => e.Concept.Examples.Length);
        _errors = findings.Count(d => d.Severity == DiagnosticSeverity.Error);
        _warnings = findings.Count(d => d.Severity == DiagnosticSeverity.Warning);
    }

    /// <summary>Lints a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="advice">Show advice, too?</param>
    public static LintReport Of(string folder, bool advice)
    {
        var diagnostics = new DiagnosticSink();
        var glossary = GlossaryFolder.Read(folder, diagnostics);
        var entries = glossary.Entries.Select(entry => entry with { File = Path.Combine(folder, entry.File!) }).ToList();
        var findings = GlossaryFileLint.Run(entries, File.ReadAllLines, [], diagnostics.Items);

        // What a broken file would have held, nobody knows.
        var known = findings.Where(finding => glossary.IsWhole || finding.Code != LintCodes.DanglingRelation);
        return new LintReport(glossary, [.. diagnostics.Items, .. known], advice);
    }

    /// <summary>Is there an error, or with <paramref name="strict"/> a warning?</summary>
    public bool Fails(bool strict) => _errors > 0 || (strict && _warnings > 0);

    /// <summary>A line that editors recognise for each finding, and a summary.</summary>
    public void WriteText(TextWriter output)
    {
        foreach (var finding in _shown)
        {
            output.WriteLine(finding.ToString());
        }

        output.WriteLine(
            $"{Count.Of(_concepts, "concept")} with {Count.Of(_examples, "example")}: {Count.Of(_errors, "error")}, {Count.Of(_warnings, "warning")}.");
    }

    /// <summary>One JSON object.</summary>
    public void WriteJson(TextWriter output) => output.WriteLine(Json.ToText(new
    {
        findings = _shown.Select(FindingOutput.ToValue),
        summary = new { concepts = _concepts, examples = _examples, errors = _errors, warnings = _warnings },
    }));
}
