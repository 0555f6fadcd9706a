using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Concepts and their terms on the wire.</summary>
internal static class ConceptMapping
{
    public static Wire.Concept ToWire(this Concept concept) => new()
    {
        Name = ResourceName.Concept(concept.Id),
        SubjectField = concept.SubjectField,
        Definition = concept.Definition ?? "",
        Note = concept.Note ?? "",
        Source = concept.Source ?? "",
        Languages = { concept.Languages.Select(ToWire) },
        Related = { concept.Related.Select(ResourceName.Concept) },
        Revision = concept.Revision,
    };

    /// <summary>A concept as seen from one of its terms, with the equivalents in the languages wanted (all where none is named).</summary>
    public static Wire.TermEntry ToEntry(this Concept concept, LanguageSection section, Term term, IReadOnlyList<LanguageTag> targets) => new()
    {
        Concept = ResourceName.Concept(concept.Id),
        SubjectField = concept.SubjectField,
        Definition = section.Definition ?? concept.Definition ?? "",
        Term = term.ToWire(section),
        Equivalents =
        {
            concept.Languages
                .Where(l => l.Language != section.Language && (targets.Count == 0 || targets.Any(t => t.Covers(l.Language))))
                .Select(ToWire),
        },
    };

    private static Wire.LanguageSection ToWire(LanguageSection section) => new()
    {
        LanguageCode = section.Language.Value,
        Definition = section.Definition ?? "",
        Note = section.Note ?? "",
        Terms = { section.Terms.Select(t => t.ToWire(section)) },
    };

    private static Wire.Term ToWire(this Term term, LanguageSection section) => new()
    {
        Text = term.Text,
        Status = term.Status switch
        {
            AdministrativeStatus.Preferred => Wire.Term.Types.AdministrativeStatus.Preferred,
            AdministrativeStatus.Deprecated => Wire.Term.Types.AdministrativeStatus.Deprecated,
            AdministrativeStatus.Superseded => Wire.Term.Types.AdministrativeStatus.Superseded,
            _ => Wire.Term.Types.AdministrativeStatus.Admitted,
        },
        PartOfSpeech = Words.Camel(term.PartOfSpeech),
        Gender = term.Gender == GrammaticalGender.None ? "" : Words.Camel(term.Gender),
        Number = term.Number == GrammaticalNumber.None ? "" : Words.Camel(term.Number),
        Type = term.Type == TermType.Phrase ? "phraseologicalUnit" : Words.Camel(term.Type),
        FullForm = term.FullForm is null ? "" : section.Terms.FirstOrDefault(t => t.Id == term.FullForm)?.Text ?? "",
        CaseSensitive = term.CaseRule == CaseRule.Sensitive,
        Context = term.Context ?? "",
        Source = term.Source ?? "",
        Reliability = term.Reliability ?? 0,
        Note = term.Note ?? "",
    };
}
