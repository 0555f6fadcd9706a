using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology;

/// <summary>A concept found by one of its terms.</summary>
/// <param name="Concept">The concept, with its equivalents in all languages, definitions and status.</param>
/// <param name="Section">The section that holds the term.</param>
/// <param name="Term">The term.</param>
/// <param name="Match">How the text asked for relates to it.</param>
public sealed record TermMatch(Concept Concept, LanguageSection Section, Term Term, MatchKind Match)
{
    /// <summary>The definition for the term's language, or else the concept's, or null.</summary>
    public string? Definition => Section.Definition ?? Concept.Definition;

    /// <summary>The terms of the concept in another language, the approved ones first, preferred before admitted.</summary>
    public ImmutableArray<Term> Equivalents(LanguageTag language) =>
    [
        .. Concept.Languages
            .Where(s => s.Language.Primary == language.Primary)
            .SelectMany(s => s.Terms)
            .OrderBy(t => t.Status switch
            {
                AdministrativeStatus.Preferred => 0,
                AdministrativeStatus.Admitted => 1,
                _ => 2,
            }),
    ];
}
