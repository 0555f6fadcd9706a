using System.Collections.Immutable;
using System.Globalization;
using VietJapanTM.Model;

namespace VietJapanTM.Terminology.Changes;

/// <summary>A concept as a flat list of its fields, so that two versions can be compared field by field. Fields without a value are left out.</summary>
internal sealed class ConceptFields
{
    private readonly List<(string Path, string Value)> _fields = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    private ConceptFields(Concept concept)
    {
        Add("approval_state", Word(concept.Approval));
        Add("subject_field", concept.SubjectField);
        Add("definition", concept.Definition);
        Add("definition_source", concept.DefinitionSource);
        Add("note", concept.Note);
        Add("source", concept.Source);
        Add("related", Joined(concept.Related));
        Add("external_references", Joined(concept.ExternalReferences.Select(Shown)));
        Add("transactions", Joined(concept.Transactions.Select(Shown)));
        Add("languages", Joined(concept.Languages.Select(section => section.Language.Value)));
        foreach (var section in concept.Languages)
        {
            Add(section);
        }

        foreach (var example in concept.Examples)
        {
            Add($"examples[{example.SourceLanguage}: {example.Source}].{(example.Passes ? "pass" : "fail")}", $"{example.TargetLanguage}: {example.Target}");
        }
    }

    /// <summary>The fields in the order in which people read a concept; none for null. No path stands twice.</summary>
    public static IReadOnlyList<(string Path, string Value)> Of(Concept? concept) => concept is null ? [] : new ConceptFields(concept)._fields;

    private void Add(LanguageSection section)
    {
        var at = $"languages[{section.Language}]";
        Add(at + ".definition", section.Definition);
        Add(at + ".definition_source", section.DefinitionSource);
        Add(at + ".note", section.Note);
        Add(at + ".terms", Joined(section.Terms.Select(term => term.Text)));
        foreach (var term in section.Terms)
        {
            Add($"{at}.terms[{term.Text}]", term);
        }
    }

    private void Add(string at, Term term)
    {
        Add(at + ".status", Word(term.Status));
        Add(at + ".approval_state", Word(term.Approval));
        Add(at + ".part_of_speech", Word(term.PartOfSpeech));
        Add(at + ".gender", term.Gender == GrammaticalGender.None ? null : Word(term.Gender));
        Add(at + ".number", term.Number == GrammaticalNumber.None ? null : Word(term.Number));
        Add(at + ".type", Word(term.Type));
        Add(at + ".case_rule", Word(term.CaseRule));
        Add(at + ".needs_neighbour", term.NeedsNeighbour ? "true" : null);
        Add(at + ".id", term.Id);
        Add(at + ".full_form", term.FullForm);
        Add(at + ".forms", Joined(term.Forms));
        Add(at + ".context", term.Context);
        Add(at + ".context_source", term.ContextSource);
        Add(at + ".source", term.Source);
        Add(at + ".reliability", term.Reliability?.ToString(CultureInfo.InvariantCulture));
        Add(at + ".geographical_usage", term.GeographicalUsage);
        Add(at + ".customer", term.Customer);
        Add(at + ".project", term.Project);
        Add(at + ".location", term.Location);
        Add(at + ".related", Joined(term.Related));
        Add(at + ".external_references", Joined(term.ExternalReferences.Select(Shown)));
        Add(at + ".transactions", Joined(term.Transactions.Select(Shown)));
        Add(at + ".note", term.Note);
    }

    private void Add(string path, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        // A text may stand twice in a section; the second one is told apart by its number.
        var unique = path;
        for (var n = 2; !_paths.Add(unique); n++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{path}#{n}");
        }

        _fields.Add((unique, value));
    }

    private static string Joined(IEnumerable<string> values) => string.Join(" | ", values);

    private static string Joined(ImmutableArray<string> values) => string.Join(" | ", values);

    private static string Shown(ExternalReference reference) =>
        string.Join(' ', new[] { reference.Target, reference.Text, reference.IsGraphic ? "(graphic)" : "" }.Where(part => part.Length > 0));

    private static string Shown(EntryTransaction transaction) =>
        string.Join(' ', new[] { Word(transaction.Type), transaction.Date, transaction.Responsibility }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>The word of TBX for a value: <c>properNoun</c>.</summary>
    private static string Word<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
