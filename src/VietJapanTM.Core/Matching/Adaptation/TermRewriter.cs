using VietJapanTM.Matching.Adaptation.Placeables;
using VietJapanTM.Model;
using VietJapanTM.Terminology;

namespace VietJapanTM.Matching.Adaptation;

/// <summary>
/// Repairs a translation by the glossary: the query names one concept where the stored source names another, and the translation has one
/// approved term of the other concept. The preferred term of the right one takes its place, marked for review where words
/// around it may have to agree.
/// </summary>
internal sealed class TermRewriter(TermRecognizer glossary)
{
    private static readonly RecognitionOptions Every = new() { Overlapping = true, IncludeDrift = true };

    /// <summary>The edit, or null where nothing is certain.</summary>
    public TargetDraft? Rewrite(PlaceableText source, TermPlaceable stored, TermPlaceable asked, PlaceableText target)
    {
        if (stored.Occurrences.Count != 1 || asked.Occurrences.Count != 1 || stored.Article != asked.Article)
        {
            return null;
        }

        var (old, wanted) = (stored.Occurrences[0], asked.Occurrences[0]);
        var inTarget = glossary.Recognize(target.Text, target.Language, Every);
        var places = inTarget.Where(o => o.Concept.Id == old.Concept.Id).ToList();
        if (old.Concept.Id == wanted.Concept.Id
            || glossary.Recognize(source.Text, source.Language, Every).Count(o => o.Concept.Id == old.Concept.Id) != 1
            || places.Count != 1
            || inTarget.Any(o => !IsPart(o, places[0]) && (o.Concept.Id == wanted.Concept.Id || Touches(o, places[0]))))
        {
            return null;
        }

        return Replace(old, wanted, places[0], target);
    }

    /// <summary>True for the place itself and for shorter terms inside it, which go with it.</summary>
    private static bool IsPart(TermOccurrence occurrence, TermOccurrence place) =>
        ReferenceEquals(occurrence, place) || (place.Span.Contains(occurrence.Span) && occurrence.Span != place.Span);

    private static bool Touches(TermOccurrence first, TermOccurrence second) =>
        first.Span.StartUtf16 < second.Span.EndUtf16 && second.Span.StartUtf16 < first.Span.EndUtf16;

    private static TargetDraft? Replace(TermOccurrence old, TermOccurrence wanted, TermOccurrence place, PlaceableText target)
    {
        var inflects = target.Language.Primary is "es" or "en";
        var isBase = old.Match == MatchKind.Exact && wanted.Match == MatchKind.Exact && place.Match == MatchKind.Exact;
        if (!place.IsApproved || !wanted.IsApproved || place.Match == MatchKind.Drift || wanted.Match == MatchKind.Drift || (inflects && !isBase)
            || Equivalent(wanted.Concept, target.Language) is not { } term || Cased(place, term, target) is not { } text)
        {
            return null;
        }

        var isName = old.Term.PartOfSpeech == PartOfSpeech.ProperNoun && wanted.Term.PartOfSpeech == PartOfSpeech.ProperNoun;
        return new TargetDraft(isName ? TargetEditKind.Name : TargetEditKind.Term, place.Span.StartUtf16, place.Span.EndUtf16, text)
        {
            ConceptId = wanted.Concept.Id,
            ReplacedConceptId = old.Concept.Id,
            NeedsReview = NeedsReview(place, term, text, target),
        };
    }

    private static Term? Equivalent(Concept concept, LanguageTag language)
    {
        var approved = concept.Languages
            .Where(s => s.Language.Primary == language.Primary)
            .SelectMany(s => s.Terms)
            .Where(t => t.Status is AdministrativeStatus.Preferred or AdministrativeStatus.Admitted && t.PartOfSpeech is not PartOfSpeech.Verb)
            .ToList();
        return approved.Find(t => t.Status == AdministrativeStatus.Preferred) ?? approved.FirstOrDefault();
    }

    /// <summary>The term in the case that its place asks for; null where the text there is written in capitals throughout.</summary>
    private static string? Cased(TermOccurrence place, Term term, PlaceableText target)
    {
        var stands = place.Text;
        if (stands.Length > 1 && stands == stands.ToUpperInvariant() && stands != stands.ToLowerInvariant() && stands != place.Term.Text)
        {
            return null;
        }

        var isRaised = char.IsUpper(stands[0]) && char.IsLower(place.Term.Text[0]);
        var begins = target.Tokens.TrueForAll(t => t.Start >= place.Span.StartUtf16 || !char.IsLetterOrDigit(target.Text[t.Start]));
        return isRaised || (begins && char.IsLower(term.Text[0])) ? char.ToUpperInvariant(term.Text[0]) + term.Text[1..] : term.Text;
    }

    /// <summary>Vietnamese and Japanese words do not agree. In Spanish gender and number must be known and equal; in English number.</summary>
    private static bool NeedsReview(TermOccurrence place, Term term, string text, PlaceableText target) => target.Language.Primary switch
    {
        "vi" or "ja" => false,
        "es" => place.Term.Gender is GrammaticalGender.None or GrammaticalGender.Other
            || place.Term.Gender != term.Gender
            || IsPlural(place.Term) != IsPlural(term)
            || BeginsWithStressedA(place.Text) || BeginsWithStressedA(text)
            || !NeighbourAgreement.HoldsForWord(target, place.Span.StartUtf16, place.Text, text),
        "en" => IsPlural(place.Term) != IsPlural(term) || !NeighbourAgreement.HoldsForWord(target, place.Span.StartUtf16, place.Text, text)
            || place.Term.PartOfSpeech != term.PartOfSpeech,
        _ => true,
    };

    private static bool IsPlural(Term term) => term.Number == GrammaticalNumber.Plural;

    /// <summary>El agua, el hambre: a feminine noun may have the masculine article. Whether its a is stressed is not known here.</summary>
    private static bool BeginsWithStressedA(string text) =>
        char.ToLowerInvariant(text[0]) is 'a' or 'á' || text.StartsWith("ha", StringComparison.OrdinalIgnoreCase) || text.StartsWith("há", StringComparison.OrdinalIgnoreCase);
}
