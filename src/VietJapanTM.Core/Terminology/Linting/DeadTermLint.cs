using VietJapanTM.Model;
using VietJapanTM.Terminology.Recognition;

namespace VietJapanTM.Terminology.Linting;

/// <summary>Terms that never have an effect: the concept's other terms are looked for in the text of each.</summary>
internal static class DeadTermLint
{
    private static readonly RecognitionOptions Every = new() { Overlapping = true, IncludeDrift = true };

    /// <summary>Checks the terms of an approved concept.</summary>
    public static void Run(LintedGlossary glossary, Concept concept, LintReport report)
    {
        foreach (var section in concept.Languages)
        {
            foreach (var term in section.Terms.Where(t => Articles.ContainsAnyLetterOrDigit(t.Text)))
            {
                Find(glossary, concept, section, term, report);
            }
        }

        Neighbours(glossary, concept, report);
    }

    private static void Find(LintedGlossary glossary, Concept concept, LanguageSection section, Term term, LintReport report)
    {
        var found = glossary.Recognizer.Recognize(term.Text, section.Language, Every)
            .Where(o => ReferenceEquals(o.Concept, concept) && !ReferenceEquals(o.Term, term) && o.Term.Text != term.Text
                && LintedGlossary.IsApproved(o.Term) == LintedGlossary.IsApproved(term))
            .ToList();
        var length = term.Text.Trim().Length;
        if (found.Find(o => o.Text.Length == length && o.Match == MatchKind.Exact) is { } twin)
        {
            report.Information(
                LintCodes.SameToRecognition, concept, $"texts that hold '{term.Text}' are taken for '{twin.Term.Text}'. Remove one if readers do not need both.", term);
        }
        else if (found.Find(o => o.Text.Length < length && o.Match != MatchKind.Drift && !o.Term.NeedsNeighbour) is { } shorter)
        {
            report.Information(
                LintCodes.DeadTerm, concept, $"texts that hold '{term.Text}' hold '{shorter.Term.Text}' too. Remove it if readers do not need it.", term);
        }
    }

    private static void Neighbours(LintedGlossary glossary, Concept concept, LintReport report)
    {
        if (glossary.Recognizer.Concepts.Any(o => !ReferenceEquals(o, concept) && Relations.Join(o, concept) && IsEvidence(o)))
        {
            return;
        }

        foreach (var term in concept.Languages.SelectMany(s => s.Terms).Where(t => t.NeedsNeighbour))
        {
            report.Warning(
                LintCodes.NoNeighbour, concept, $"'{term.Text}' needs a neighbour, but no related concept can be one. Relate those beside which it is meant.", term);
        }
    }

    private static bool IsEvidence(Concept concept) => concept.Languages.Any(s => s.Terms.Any(t => !t.NeedsNeighbour));
}
