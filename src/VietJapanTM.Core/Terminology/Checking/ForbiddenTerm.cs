using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Checking;

/// <summary>VJT001: a deprecated or superseded term in the target.</summary>
internal sealed class ForbiddenTerm : ICheck
{
    /// <inheritdoc/>
    public CheckRule Rule { get; } = new(
        "VJT001",
        "Forbidden term",
        "The text uses a term that the glossary marks as deprecated or superseded. The rule keeps silent where the words are part of "
            + "a longer approved term, and where they are an approved term of another concept unless the source names only the first.",
        RuleExample.Text(LanguageTag.Spanish, "a la \"Asociación Indo-Pacífico Libre y Abierta\""),
        RuleExample.Text(LanguageTag.Spanish, "a un \"Indo-Pacífico libre y abierto\""),
        FindingSeverity.Error);

    /// <inheritdoc/>
    public void Run(CheckedTexts texts, List<Finding> findings)
    {
        foreach (var occurrence in texts.Target)
        {
            if (occurrence.IsApproved || occurrence.Match == MatchKind.Drift || IsExcused(texts, occurrence))
            {
                continue;
            }

            var name = texts.NameInside(occurrence, TextSide.Target);
            var approved = Replacements.Of(occurrence, name);
            var remedy = approved.IsEmpty ? "Use another term." : $"Write {string.Join(" or ", approved.Select(a => $"\"{a}\""))}.";
            var word = occurrence.Term.Status == AdministrativeStatus.Superseded ? "out of use" : "deprecated";
            if (texts.At(occurrence, TextSide.Target, Rule, $"\"{occurrence.Text}\" is {word}. {remedy}") is { } finding)
            {
                findings.Add(finding with { Replacements = approved, SafeFix = name is null ? Replacements.Safe(occurrence) : null });
            }
        }
    }

    private static bool IsExcused(CheckedTexts texts, TermOccurrence occurrence) =>
        !occurrence.IsLikely
        || (texts.Target.Any(o => o.Span == occurrence.Span && o.IsApproved && o.IsLikely && o.Match != MatchKind.Drift
                && !(texts.SourceConcepts.Contains(occurrence.Concept.Id) && !texts.SourceConcepts.Contains(o.Concept.Id))));
}
