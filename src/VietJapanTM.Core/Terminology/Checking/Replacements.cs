using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Terminology.Checking.Names;

namespace VietJapanTM.Terminology.Checking;

/// <summary>What may stand in the place of a term that is not to be used.</summary>
internal static class Replacements
{
    /// <summary>
    /// The approved terms of the concept, the best first: those that differ in case or accents alone, then those of the same type (an acronym
    /// for an acronym), the preferred before the admitted.
    /// </summary>
    public static ImmutableArray<string> Of(TermOccurrence occurrence) =>
    [
        .. CheckedTexts.ApprovedTerms(occurrence.Concept, occurrence.Section.Language)
            .OrderByDescending(t => IsSpeltAlike(t, occurrence.Term))
            .ThenByDescending(t => TypeOf(t) == TypeOf(occurrence.Term))
            .Select(t => t.Text)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The approved term that can take the place of the occurrence as it stands, or null: the only one spelt alike, or the only one of its type, and
    /// of the same gender and number, so that no article or adjective around it changes.
    /// </summary>
    public static string? Safe(TermOccurrence occurrence)
    {
        if (!occurrence.Text.Equals(occurrence.Term.Text, StringComparison.OrdinalIgnoreCase)
            && NameWord.Fold(occurrence.Text) != NameWord.Fold(occurrence.Term.Text))
        {
            return null;
        }

        var approved = CheckedTexts.ApprovedTerms(occurrence.Concept, occurrence.Section.Language).ToList();
        var candidates = approved.Where(t => IsSpeltAlike(t, occurrence.Term)).ToList();
        if (candidates.Count == 0)
        {
            candidates = [.. approved.Where(t => TypeOf(t) == TypeOf(occurrence.Term))];
        }

        return candidates is [var only] && Agrees(only, occurrence) ? Capitalised(only.Text, occurrence.Text) : null;
    }

    private static bool Agrees(Term candidate, TermOccurrence occurrence) => IsSpeltAlike(candidate, occurrence.Term)
        || occurrence.Section.Language.Primary switch
        {
            "vi" or "ja" => true,
            "en" => SameNumber(candidate, occurrence.Term) && BeginsWithVowel(candidate.Text) == BeginsWithVowel(occurrence.Text),
            "es" => SameNumber(candidate, occurrence.Term) && candidate.Gender != GrammaticalGender.None && candidate.Gender == occurrence.Term.Gender,
            _ => false,
        };

    private static bool SameNumber(Term one, Term other) => IsPlural(one) == IsPlural(other);

    private static bool IsPlural(Term term) => term.Number == GrammaticalNumber.Plural;

    private static bool BeginsWithVowel(string text) => "aeiouAEIOU".Contains(text[0], StringComparison.Ordinal);

    private static bool IsSpeltAlike(Term one, Term other) => NameWord.Fold(one.Text) == NameWord.Fold(other.Text);

    private static TermType TypeOf(Term term) => term.Type == TermType.Abbreviation ? TermType.Acronym : term.Type == TermType.Variant ? TermType.FullForm : term.Type;

    /// <summary>A capital at the begin stays one.</summary>
    private static string Capitalised(string text, string like) =>
        char.IsUpper(like[0]) && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
