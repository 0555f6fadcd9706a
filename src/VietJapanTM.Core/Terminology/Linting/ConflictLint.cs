using VietJapanTM.Model;
using VietJapanTM.Terminology.Recognition;

namespace VietJapanTM.Terminology.Linting;

/// <summary>Terms that two concepts share. What concerns two concepts is said once, whatever the number of their terms.</summary>
internal static class ConflictLint
{
    /// <summary>Checks an approved concept against the others.</summary>
    public static void Run(LintedGlossary glossary, Concept concept, LintReport report)
    {
        var conflicts = new Dictionary<Concept, List<string>>(ReferenceEqualityComparer.Instance);
        foreach (var section in concept.Languages)
        {
            foreach (var term in section.Terms)
            {
                var others = glossary.ByTerm[LintedGlossary.KeyOf(section.Language, term)].Where(other => !ReferenceEquals(other.Concept, concept)).ToList();
                Shadow(concept, term, others, report);
                foreach (var other in others.Where(other => IsConflict(glossary, concept, term, other.Concept, other.Term)))
                {
                    Add(conflicts, other.Concept, $"'{term.Text}'");
                }
            }
        }

        foreach (var (other, terms) in conflicts)
        {
            var are = terms.Count == 1 ? "is" : "are";
            report.Warning(
                LintCodes.Conflict,
                concept,
                $"{string.Join(", ", terms)} {are} preferred in '{other.Id}' too. Merge them, or relate them if they are homographs.");
        }
    }

    /// <summary>Checks a concept that is only proposed against what is approved: whoever approves it should know.</summary>
    public static void RunProposed(LintedGlossary glossary, Concept concept, LintReport report)
    {
        var conflicts = new Dictionary<Concept, List<string>>(ReferenceEqualityComparer.Instance);
        foreach (var section in concept.Languages)
        {
            foreach (var term in section.Terms.Where(term => term.Status == AdministrativeStatus.Preferred))
            {
                foreach (var (other, otherTerm) in glossary.ByTerm[LintedGlossary.KeyOf(section.Language, term)])
                {
                    if (otherTerm.Status == AdministrativeStatus.Preferred && !Relations.Join(concept, other))
                    {
                        Add(conflicts, other, $"'{term.Text}'");
                    }
                }
            }
        }

        foreach (var (other, terms) in conflicts)
        {
            var are = terms.Count == 1 ? "is" : "are";
            report.Warning(
                LintCodes.Conflict, concept, $"{string.Join(", ", terms)} {are} preferred in '{other.Id}' already. Before you approve this proposal, merge them, or relate them if they are homographs.");
        }
    }

    private static void Shadow(Concept concept, Term term, List<(Concept Concept, Term Term)> others, LintReport report)
    {
        if (!LintedGlossary.IsApproved(term) && others.Find(other => LintedGlossary.IsApproved(other.Term)).Concept is { } shadow)
        {
            report.Warning(
                LintCodes.Shadowed,
                concept,
                $"'{term.Text}' is forbidden, but '{shadow.Id}' approves it, so that it is rarely reported. Narrow one.",
                term);
        }
    }

    private static bool IsConflict(LintedGlossary glossary, Concept concept, Term term, Concept other, Term otherTerm) =>
        term.Status == AdministrativeStatus.Preferred
        && otherTerm.Status == AdministrativeStatus.Preferred
        && glossary.IsBefore(concept, other)
        && !Relations.Join(concept, other);

    private static void Add(Dictionary<Concept, List<string>> conflicts, Concept other, string term)
    {
        if (!conflicts.TryGetValue(other, out var terms))
        {
            conflicts.Add(other, terms = []);
        }

        if (!terms.Contains(term))
        {
            terms.Add(term);
        }
    }
}
