using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Checking.Documents;

/// <summary>VJT009: an acronym whose full form the reader has not met yet.</summary>
internal sealed class AcronymBeforeFullForm : IDocumentCheck
{
    /// <inheritdoc/>
    public CheckRule Rule { get; } = new(
        "VJT009",
        "Acronym before its full form",
        "A document uses an acronym that the glossary admits before, or without, its full form; the first mention should give both. The rule keeps silent about "
            + "acronyms that the glossary prefers, as everybody knows them (ASEAN), where it links no full form to the acronym, and where the full form stands in the same segment.",
        RuleExample.Text(LanguageTag.Spanish, "La AOD creció.", "La asistencia oficial para el desarrollo creció."),
        RuleExample.Text(LanguageTag.Spanish, "La asistencia oficial para el desarrollo (AOD) creció.", "La AOD creció."),
        FindingSeverity.Information);

    /// <inheritdoc/>
    public IEnumerable<(int Segment, Finding Finding)> Run(IReadOnlyList<CheckedTexts> segments)
    {
        var introduced = new HashSet<(string Document, string Language, string Concept)>();
        for (var i = 0; i < segments.Count; i++)
        {
            var texts = segments[i];
            if (texts.Target.IsEmpty || !texts.IsOn(Rule))
            {
                continue;
            }

            // A forbidden full form explains the acronym too; VJT001 reports it.
            foreach (var full in texts.Target.Where(o => !IsAcronym(o.Term)))
            {
                introduced.Add(Key(texts, full));
            }

            foreach (var acronym in texts.Target.Where(o => o.IsApproved && o.IsLikely && o.Match != MatchKind.Drift && IsAcronym(o.Term)))
            {
                if (FullForm(acronym) is { } full && introduced.Add(Key(texts, acronym))
                    && texts.At(acronym, TextSide.Target, Rule, $"\"{acronym.Text}\" comes before its full form. Write \"{full} ({acronym.Text})\" here.") is { } finding)
                {
                    yield return (i, finding);
                }
            }
        }
    }

    /// <summary>True where the glossary links a full form to one of the concept's terms; others are none of this rule's business.</summary>
    public static bool Explains(Concept concept)
    {
        foreach (var section in concept.Languages)
        {
            foreach (var term in section.Terms)
            {
                if (term.FullForm is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsAcronym(Term term) => term.Type is TermType.Acronym or TermType.Abbreviation;

    /// <summary>The full form that the acronym names, where a reader needs it.</summary>
    private static string? FullForm(TermOccurrence acronym) =>
        acronym.Term.Status == AdministrativeStatus.Preferred || acronym.Term.FullForm is not { } id
            ? null
            : acronym.Section.Terms
                .FirstOrDefault(t => t.Id == id && t.Status is AdministrativeStatus.Preferred or AdministrativeStatus.Admitted)?.Text;

    private static (string Document, string Language, string Concept) Key(CheckedTexts texts, TermOccurrence occurrence) =>
        (texts.Segment.Document, texts.TargetLanguage.Primary, occurrence.Concept.Id);
}
