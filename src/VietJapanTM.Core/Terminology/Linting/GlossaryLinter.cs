using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Linting;

/// <summary>
/// Checks a glossary itself. A well-kept one has neither errors nor warnings; information is advice. Thread-safe.
/// The codes stand in <see cref="LintCodes"/>.
/// </summary>
public static class GlossaryLinter
{
    /// <summary>What is wrong with a glossary, in the order of its concepts.</summary>
    /// <param name="concepts">All concepts.</param>
    /// <param name="placeOf">Where a concept, or one of its terms or examples, stands, for the diagnostics; or null.</param>
    public static ImmutableArray<Diagnostic> Lint(IEnumerable<Concept> concepts, LintPlaceFinder? placeOf = null)
    {
        ArgumentNullException.ThrowIfNull(concepts);
        var glossary = new LintedGlossary(concepts);
        var report = new LintReport(placeOf);
        foreach (var (concept, approved) in glossary.Concepts.Zip(glossary.Approved))
        {
            // What was rejected or retired is kept for the record; what is proposed must at least stand in order.
            if (concept.Approval is ApprovalState.Approved or ApprovalState.Proposed)
            {
                StructureLint.Run(glossary, concept, report);
            }

            if (approved is null && concept.Approval == ApprovalState.Proposed)
            {
                ConflictLint.RunProposed(glossary, concept, report);
            }

            if (approved is not null)
            {
                TermLint.Run(concept: approved, report: report);
                ConflictLint.Run(glossary, approved, report);
                DeadTermLint.Run(glossary, approved, report);
                ExampleLint.Run(glossary, approved, report);
            }
        }

        return report.ToImmutable();
    }
}
