using VietJapanTM.Errors;
using VietJapanTM.Terminology.Linting;

namespace VietJapanTM.Exchange.Glossary;

/// <summary>
/// What the readers of glossary files have said of each concept, at the very line: the linter, which knows concepts alone, would say some of
/// it again.
/// </summary>
internal sealed class SaidByReader
{
    private static readonly Dictionary<string, string[]> Twins = new(StringComparer.Ordinal)
    {
        [LintCodes.DanglingRelation] = ["GLO002", "TBX009", "TBX015"],
        [LintCodes.DanglingFullForm] = ["TBX009", "TBX015"],
        [LintCodes.UnlinkedAcronym] = ["TBX009"],
        [LintCodes.NoPreferred] = ["TBX008"],
    };

    private readonly HashSet<(string File, int ConceptLine, string Code)> _said = [];
    private readonly Dictionary<string, List<int>> _lines;

    /// <summary>Assigns the readers' findings to the concepts that they lie in.</summary>
    public SaidByReader(IEnumerable<GlossaryEntry> entries, IEnumerable<Diagnostic> findings)
    {
        _lines = entries
            .GroupBy(entry => entry.File!, StringComparer.Ordinal)
            .ToDictionary(file => file.Key, file => file.Select(entry => entry.Line).Order().ToList(), StringComparer.Ordinal);
        foreach (var finding in findings.Where(finding => finding.File is not null && _lines.ContainsKey(finding.File)))
        {
            _said.Add((finding.File!, ConceptLine(finding), finding.Code));
        }
    }

    /// <summary>True where a reader has said the same of the same concept.</summary>
    public bool Covers(Diagnostic finding) =>
        finding.File is not null && Twins.TryGetValue(finding.Code, out var twins) && twins.Any(code => _said.Contains((finding.File, ConceptLine(finding), code)));

    private int ConceptLine(Diagnostic finding) => _lines[finding.File!].LastOrDefault(line => line <= finding.Line);
}
