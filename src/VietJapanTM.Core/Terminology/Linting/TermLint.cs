using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Linting;

/// <summary>Statuses, links between terms, conflicts, stored forms.</summary>
internal static class TermLint
{
    /// <summary>Checks the terms of a concept.</summary>
    public static void Run(Concept concept, LintReport report)
    {
        foreach (var section in concept.Languages)
        {
            Preferred(concept, section, report);
            Duplicates(concept, section, report);
            foreach (var term in section.Terms)
            {
                FullForm(concept, section, term, report);
                Forms(concept, section, term, report);
            }
        }
    }

    private static void Preferred(Concept concept, LanguageSection section, LintReport report)
    {
        var preferred = section.Terms.Where(t => t.Status == AdministrativeStatus.Preferred).ToList();
        if (preferred.Count == 0 && section.Terms.Length > 0)
        {
            report.Warning(LintCodes.NoPreferred, concept, $"no term in '{section.Language}' is preferred. Mark one.");
        }

        // A full form and its acronym may both be preferred: each is the one to use for its purpose.
        var rivals = preferred.Where(t => t.Type is not (TermType.Acronym or TermType.Abbreviation or TermType.ShortForm)).Take(2).ToList();
        if (rivals.Count == 2)
        {
            report.Error(
                LintCodes.TwoPreferred,
                concept,
                $"'{rivals[0].Text}' and '{rivals[1].Text}' are both preferred in '{section.Language}'. Keep one and admit the other.",
                rivals[1]);
        }
    }

    private static void Duplicates(Concept concept, LanguageSection section, LintReport report)
    {
        foreach (var same in section.Terms.GroupBy(t => t.Text, StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
        {
            if (same.Any(LintedGlossary.IsApproved) && !same.All(LintedGlossary.IsApproved))
            {
                report.Error(
                    LintCodes.Contradiction, concept, $"'{same.Key}' is both approved and forbidden in '{section.Language}'. Keep one.", same.Last());
            }
            else
            {
                report.Warning(LintCodes.DuplicateTerm, concept, $"'{same.Key}' stands twice in '{section.Language}'. Remove one.", same.Last());
            }
        }
    }

    private static void FullForm(Concept concept, LanguageSection section, Term term, LintReport report)
    {
        if (term.FullForm is not null)
        {
            if (term.FullForm == term.Id || !section.Terms.Any(t => t.Id == term.FullForm))
            {
                report.Error(
                    LintCodes.DanglingFullForm,
                    concept,
                    $"the full form '{term.FullForm}' of '{term.Text}' is no other term of '{section.Language}'. Mend the link.",
                    term);
            }
        }
        else if (term.Type == TermType.Acronym && section.Terms.Any(t => t.Type == TermType.FullForm && LintedGlossary.IsApproved(t)))
        {
            report.Warning(
                LintCodes.UnlinkedAcronym, concept, $"the acronym '{term.Text}' names no full form in '{section.Language}'. Link it.", term);
        }
    }

    private static void Forms(Concept concept, LanguageSection section, Term term, LintReport report)
    {
        if (!Articles.ContainsAnyLetterOrDigit(term.Text))
        {
            report.Error(LintCodes.UnmatchableTerm, concept, $"the term '{term.Text}' has no letter or digit. Write or remove it.", term);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal) { term.Text };
        foreach (var form in term.Forms.Where(f => !seen.Add(f)))
        {
            report.Information(LintCodes.DeadForm, concept, $"the form '{form}' of '{term.Text}' adds nothing. Remove it.", term);
        }

        if (!term.Forms.IsEmpty && term.Forms.All(f => IsRuleMade(concept, section, term, f)))
        {
            report.Information(LintCodes.DeadForm, concept, $"the rules make every stored form of '{term.Text}'. Remove the forms.", term);
        }
    }

    private static bool IsRuleMade(Concept concept, LanguageSection section, Term term, string form)
    {
        var alone = concept with { Languages = [section with { Terms = [term with { Forms = [] }] }] };
        return new TermRecognizer([alone]).Recognize(form, section.Language).Any(o => o.Text == form);
    }
}
