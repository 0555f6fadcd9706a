using System.Collections.Immutable;
using System.Globalization;
using VietJapanTM.Errors;
using VietJapanTM.Model;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Server.Mapping;

/// <summary>Concepts as clients write them: every value is known, every text well formed, every language named once.</summary>
internal static class ConceptInput
{
    /// <summary>The concept.</summary>
    /// <exception cref="DomainException">ArgumentInvalid, LanguageInvalid, TextEmpty, TextTooLong, TextMalformed, naming the field.</exception>
    public static Concept ToModel(this Wire.Concept? concept, string id, ApprovalState absentApproval) => concept is null
        ? throw new DomainException(ErrorCode.ArgumentInvalid, "concept is missing. Send the concept.", "concept")
        : new Concept
        {
            Id = id,
            SubjectField = ConceptText.Optional(concept.SubjectField, "concept.subject_field") ?? "",
            Definition = ConceptText.Optional(concept.Definition, "concept.definition"),
            DefinitionSource = ConceptText.Optional(concept.DefinitionSource, "concept.definition_source"),
            Note = ConceptText.Optional(concept.Note, "concept.note"),
            Source = ConceptText.Optional(concept.Source, "concept.source"),
            Approval = Approvals.Read(concept.ApprovalState, absentApproval, "concept.approval_state"),
            Related = [.. concept.Related.Select((name, i) => ResourceName.ParseConcept(name, $"concept.related[{i}]"))],
            ExternalReferences = References(concept.ExternalReferences, "concept.external_references"),
            Transactions = Transactions(concept.Transactions, "concept.transactions"),
            Languages = Sections(concept.Languages, id),
            Examples = [.. concept.Examples.Select(Example)],
        };

    private static ImmutableArray<LanguageSection> Sections(IReadOnlyList<Wire.LanguageSection> sections, string id)
    {
        var read = sections.Select((section, i) => Section(section, id, $"concept.languages[{i}]")).ToImmutableArray();
        var ids = read.SelectMany(section => section.Terms).Select(term => term.Id).OfType<string>().Append(id).GroupBy(one => one, StringComparer.Ordinal);
        if (ids.FirstOrDefault(group => group.Count() > 1) is { } same)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"The id '{same.Key}' stands twice in the concept and its terms.", "concept.languages");
        }

        var twice = read.GroupBy(section => section.Language).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? read
            : throw new DomainException(ErrorCode.ArgumentInvalid, $"concept.languages has two entries in '{twice.Key}'. Join them.", "concept.languages");
    }

    private static LanguageSection Section(Wire.LanguageSection section, string id, string field)
    {
        var language = Languages.Parse(section.LanguageCode, field + ".language_code");
        if (!LanguageRegistry.Knows(language))
        {
            throw new DomainException(ErrorCode.LanguageInvalid, LanguageRegistry.Doubt(language), field + ".language_code");
        }

        var terms = section.Terms.Select((term, i) => TermInput.ToModel(term, $"{field}.terms[{i}]")).ToList();
        for (var i = 0; i < terms.Count; i++)
        {
            if (section.Terms[i].FullForm.Length > 0)
            {
                terms[i] = terms[i] with { FullForm = FullForm(terms, i, section.Terms[i].FullForm, $"{id}-{language}", $"{field}.terms[{i}].full_form") };
            }
        }

        RequireNoCycle(terms, field);
        return new LanguageSection
        {
            Language = language,
            Definition = ConceptText.Optional(section.Definition, field + ".definition"),
            DefinitionSource = ConceptText.Optional(section.DefinitionSource, field + ".definition_source"),
            Note = ConceptText.Optional(section.Note, field + ".note"),
            Terms = [.. terms],
        };
    }

    private static void RequireNoCycle(List<Term> terms, string field)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            var at = i;
            for (var steps = 0; terms[at].FullForm is { } fullForm; steps++)
            {
                if (steps == terms.Count)
                {
                    throw new DomainException(
                        ErrorCode.ArgumentInvalid,
                        $"{field}.terms[{i}].full_form leads from '{terms[i].Text}' back to where it was: of terms that name one another one must be the full form.",
                        $"{field}.terms[{i}].full_form");
                }

                at = terms.FindIndex(term => term.Id == fullForm);
            }
        }
    }

    /// <summary>The id of the full form, which is named by its text; a full form without an id gets one.</summary>
    private static string FullForm(List<Term> terms, int of, string text, string prefix, string field)
    {
        var at = terms.FindIndex(term => string.Equals(term.Text, text, StringComparison.Ordinal));
        if (at < 0 || at == of)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, $"{field} is '{text}', which is no other term of the same language.", field);
        }

        var id = terms[at].Id ?? string.Create(CultureInfo.InvariantCulture, $"{prefix}-{at + 1}");
        terms[at] = terms[at] with { Id = id };
        return id;
    }

    private static ConceptExample Example(Wire.Example example, int i)
    {
        var field = $"concept.examples[{i}]";
        return new ConceptExample(
            example.Passes,
            Languages.Parse(example.SourceLanguageCode, field + ".source_language_code"),
            ConceptText.Require(example.Source, field + ".source", allowEmpty: true),
            Languages.Parse(example.TargetLanguageCode, field + ".target_language_code"),
            ConceptText.Require(example.Target, field + ".target", allowEmpty: true));
    }

    internal static ImmutableArray<ExternalReference> References(IEnumerable<Wire.ExternalReference> references, string field) =>
    [
        .. references.Select((reference, i) => new ExternalReference(
            ConceptText.Require(reference.Uri, $"{field}[{i}].uri"),
            ConceptText.Require(reference.Text, $"{field}[{i}].text", allowEmpty: true),
            reference.Graphic)),
    ];

    internal static ImmutableArray<EntryTransaction> Transactions(IEnumerable<Wire.Transaction> transactions, string field) =>
    [
        .. transactions.Select((transaction, i) => new EntryTransaction(
            WordInput.Read<TransactionType>(transaction.Type, $"{field}[{i}].type"),
            ConceptText.Optional(transaction.Date, $"{field}[{i}].date"),
            ConceptText.Optional(transaction.Responsibility, $"{field}[{i}].responsibility"))),
    ];
}
