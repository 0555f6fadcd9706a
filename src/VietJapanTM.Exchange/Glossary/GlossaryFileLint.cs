using VietJapanTM.Errors;
using VietJapanTM.Model;
using VietJapanTM.Terminology.Linting;

namespace VietJapanTM.Exchange.Glossary;

/// <summary>The lint of a glossary that lies in files: each finding stands at its line, and nothing is said that a reader has said.</summary>
public static class GlossaryFileLint
{
    /// <summary>Lints the concepts of files, among what else the glossary holds.</summary>
    /// <param name="entries">The concepts, each with its file as findings shall name it. No two have one identifier.</param>
    /// <param name="linesOf">The lines of a file of that name.</param>
    /// <param name="others">Concepts of the glossary that stand elsewhere; nothing is said of them alone.</param>
    /// <param name="said">What the readers of the files have said.</param>
    /// <returns>The findings, in the order of the concepts.</returns>
    public static IReadOnlyList<Diagnostic> Run(
        IReadOnlyCollection<GlossaryEntry> entries, Func<string, string[]> linesOf, IEnumerable<Concept> others, IEnumerable<Diagnostic> said)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(linesOf);
        ArgumentNullException.ThrowIfNull(others);
        ArgumentNullException.ThrowIfNull(said);
        var reader = new SaidByReader(entries, said);
        return
        [
            .. GlossaryLinter.Lint(entries.Select(entry => entry.Concept).Concat(others), new TermPlaces(entries, linesOf).Find)
                .Where(finding => finding.File is not null && !reader.Covers(finding)),
        ];
    }
}
