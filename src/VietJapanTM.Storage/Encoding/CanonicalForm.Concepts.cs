using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Storage.Encoding;

internal static partial class CanonicalForm
{
    // Stands before values that version 2 of the schema added, and only where there are any: what was written before keeps its checksum.
    // No length of a text is negative but that of an absent one, -1.
    private const long Additions = -2;

    /// <summary>A concept.</summary>
    public static void Write(CanonicalBytes to, Concept concept)
    {
        to.Clear();
        to.Add(concept.Id);
        to.Add(concept.Revision);
        to.Add(concept.SubjectField);
        to.Add(concept.Definition);
        to.Add(concept.DefinitionSource);
        to.Add(concept.Note);
        to.Add(concept.Source);
        to.Add((long)concept.Related.Length);
        foreach (var related in concept.Related)
        {
            to.Add(related);
        }

        to.Add((long)concept.Languages.Length);
        foreach (var section in concept.Languages)
        {
            Add(to, section);
        }

        foreach (var example in concept.Examples)
        {
            to.Add(example.Passes ? 1L : 0L);
            to.Add(example.SourceLanguage.Value);
            to.Add(example.Source);
            to.Add(example.TargetLanguage.Value);
            to.Add(example.Target);
        }

        if (concept.Approval != ApprovalState.Approved || !concept.ExternalReferences.IsEmpty || !concept.Transactions.IsEmpty)
        {
            to.Add(Additions);
            to.Add((long)concept.Approval);
            Add(to, concept.ExternalReferences);
            Add(to, concept.Transactions);
        }
    }

    private static void Add(CanonicalBytes to, LanguageSection section)
    {
        to.Add(section.Language.Value);
        to.Add(section.Definition);
        to.Add(section.DefinitionSource);
        to.Add(section.Note);
        to.Add((long)section.Terms.Length);
        foreach (var term in section.Terms)
        {
            to.Add(term.Text);
            to.Add(term.Id);
            to.Add((long)term.Status);
            to.Add((long)term.PartOfSpeech);
            to.Add((long)term.Gender);
            to.Add((long)term.Number);
            to.Add((long)term.Type);
            to.Add((long)term.CaseRule);
            to.Add(term.FullForm);
            to.Add((long)term.Forms.Length);
            foreach (var form in term.Forms)
            {
                to.Add(form);
            }

            to.Add(term.Context);
            to.Add(term.ContextSource);
            to.Add(term.Source);
            to.Add(term.Reliability);
            to.Add(term.GeographicalUsage);
            to.Add(term.Note);
            if (HasAdditions(term))
            {
                AddAdditions(to, term);
            }
        }
    }

    private static bool HasAdditions(Term term) =>
        term.NeedsNeighbour || term.Approval != ApprovalState.Approved || term.Customer is not null || term.Project is not null || term.Location is not null
        || !term.Related.IsEmpty || !term.ExternalReferences.IsEmpty || !term.Transactions.IsEmpty;

    private static void AddAdditions(CanonicalBytes to, Term term)
    {
        to.Add(Additions);
        to.Add((long)term.Approval);
        to.Add(term.Customer);
        to.Add(term.Project);
        to.Add(term.Location);
        to.Add((long)term.Related.Length);
        foreach (var related in term.Related)
        {
            to.Add(related);
        }

        Add(to, term.ExternalReferences);
        Add(to, term.Transactions);
        to.Add(term.NeedsNeighbour ? 1L : 0L);
    }

    private static void Add(CanonicalBytes to, ImmutableArray<ExternalReference> references)
    {
        to.Add((long)references.Length);
        foreach (var reference in references)
        {
            to.Add(reference.Target);
            to.Add(reference.Text);
            to.Add(reference.IsGraphic ? 1L : 0L);
        }
    }

    private static void Add(CanonicalBytes to, ImmutableArray<EntryTransaction> transactions)
    {
        to.Add((long)transactions.Length);
        foreach (var transaction in transactions)
        {
            to.Add((long)transaction.Type);
            to.Add(transaction.Date);
            to.Add(transaction.Responsibility);
        }
    }
}
