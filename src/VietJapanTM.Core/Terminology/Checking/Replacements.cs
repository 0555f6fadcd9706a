using System.Collections.Immutable;
using VietJapanTM.Model;
using VietJapanTM.Terminology.Checking.Names;

namespace VietJapanTM.Terminology.Checking;

/// <summary>What may stand in the place of a term that is not to be used.</summary>
internal static class Replacements
{
    /// <summary>
    /// The approved terms of the concept, the best first: those that differ in case or accents alone, then those of the same scope (an acronym
    /// for an acronym), the preferred before the admitted. Another part of speech only where there is none of the same. A name that stands in the words is
    /// kept: what cannot keep it is left out.
    /// </summary>
    /// <param name="occurrence">The term.</param>
    /// <param name="name">A name of another concept that its words hold, or null.</param>
    public static ImmutableArray<string> Of(TermOccurrence occurrence, TermOccurrence? name = null) =>
    [
        .. Candidates(occurrence)
            .OrderByDescending(t => IsSpeltAlike(t, occurrence.Term))
            .ThenByDescending(t => IsOfScope(t, occurrence.Term))
            .Select(t => name is null ? t.Text : WithName(t.Text, occurrence, name))
            .OfType<string>()
            .Select(text => LetterCasing.InCapitalsOf(text, occurrence))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The approved term that can take the place of the occurrence as it stands, or null: the only one spelt alike, or the only one of its scope, and
    /// of the same part of speech, gender and number, so that no article or adjective around it changes; in the case of a headline.
    /// </summary>
    public static string? Safe(TermOccurrence occurrence)
    {
        if (!occurrence.Text.Equals(occurrence.Term.Text, StringComparison.OrdinalIgnoreCase)
            && NameWord.Fold(occurrence.Text) != NameWord.Fold(occurrence.Term.Text))
        {
            return null;
        }

        var approved = Candidates(occurrence).Where(t => IsSamePartOfSpeech(t, occurrence.Term)).ToList();
        var candidates = approved.Where(t => IsSpeltAlike(t, occurrence.Term)).ToList();
        if (candidates.Count == 0)
        {
            candidates = [.. approved.Where(t => IsOfScope(t, occurrence.Term))];
        }

        return candidates is [var only] && Agrees(only, occurrence) ? LetterCasing.Of(only.Text, occurrence) : null;
    }

    private static List<Term> Candidates(TermOccurrence occurrence)
    {
        var approved = CheckedTexts.ApprovedTerms(occurrence.Concept, occurrence.Section.Language).ToList();
        var alike = approved.FindAll(t => IsSamePartOfSpeech(t, occurrence.Term));
        return alike.Count > 0 ? alike : approved;
    }

    /// <summary>The replacement beside the name, as the words have it: トゥオン大統領, トゥオン国家主席. Null where the name stands inside.</summary>
    private static string? WithName(string text, TermOccurrence occurrence, TermOccurrence name)
    {
        var start = name.Span.StartUtf16 - occurrence.Span.StartUtf16;
        var (before, after) = (occurrence.Text[..start], occurrence.Text[(start + name.Text.Length)..]);
        return text.Contains(name.Text, StringComparison.OrdinalIgnoreCase) ? text
            : after.Length == 0 ? text + before[before.TrimEnd().Length..] + name.Text
            : before.Length == 0 ? name.Text + after[..^after.TrimStart().Length] + text
            : null;
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

    private static bool IsSamePartOfSpeech(Term one, Term other) => PartOfSpeechOf(one) == PartOfSpeechOf(other);

    private static PartOfSpeech PartOfSpeechOf(Term term) => term.PartOfSpeech == PartOfSpeech.ProperNoun ? PartOfSpeech.Noun : term.PartOfSpeech;

    /// <summary>A short form for a short form. What is only called a variant says nothing of its scope: the preferred term takes its place.</summary>
    private static bool IsOfScope(Term candidate, Term forbidden) => forbidden.Type == TermType.Variant
        ? candidate.Status == AdministrativeStatus.Preferred && TypeOf(candidate) != TermType.Acronym
        : TypeOf(candidate) == TypeOf(forbidden);

    private static TermType TypeOf(Term term) => term.Type == TermType.Abbreviation ? TermType.Acronym : term.Type;
}
