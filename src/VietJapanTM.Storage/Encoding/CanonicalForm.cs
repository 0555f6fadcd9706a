using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Storage.Encoding;

/// <summary>
/// Writes a whole version of a unit, document or concept in its canonical form: every value that the store keeps of it but its end. The
/// form decides whether a version is new, and its checksum whether what was read is what was written.
/// </summary>
internal static class CanonicalForm
{
    // Stands before values that version 2 of the schema added, and only where there are any: what was written before keeps its checksum.
    // No length of a text is negative but that of an absent one, -1.
    private const long Additions = -2;

    /// <summary>A unit.</summary>
    public static void Write(CanonicalBytes to, TranslationUnit unit)
    {
        to.Clear();
        to.Add(unit.Id);
        to.Add(unit.Revision);
        to.Add(unit.MemoryId);
        to.Add(unit.Key);
        to.Add(unit.DocumentId);
        to.Add((long)unit.Variants.Length);
        foreach (var variant in unit.Variants)
        {
            Add(to, variant);
        }

        to.Add((long)unit.Confidences.Length);
        foreach (var confidence in unit.Confidences)
        {
            to.Add(confidence.First.Value);
            to.Add(confidence.Second.Value);
            to.Add(confidence.Confidence);
        }

        foreach (var (name, value) in unit.Attributes)
        {
            to.Add(name);
            to.Add(value);
        }
    }

    /// <summary>A document.</summary>
    public static void Write(CanonicalBytes to, Document document)
    {
        to.Clear();
        to.Add(document.Id);
        to.Add(document.Revision);
        to.Add(document.MemoryId);
        to.Add(document.DisplayName);
        to.Add(document.CreateTime.UtcTicks);
        to.Add((long)document.Texts.Length);
        foreach (var text in document.Texts)
        {
            to.Add(text.Language.Value);
            to.Add(text.Raw);
            to.Add((long)text.Segments.Length);
            foreach (var segment in text.Segments)
            {
                to.Add(segment.Text);
                to.Add((long)segment.Paragraph);
            }
        }

        foreach (var pair in document.Pairs)
        {
            to.Add(pair.Source.Value);
            to.Add(pair.Target.Value);
            to.Add((long)pair.Beads.Length);
            foreach (var bead in pair.Beads)
            {
                Add(to, bead);
            }
        }
    }

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

    /// <summary>
    /// What makes two units of a memory the same when neither has an id or a key: document, languages, texts and tags. The order of languages
    /// does not count; the order within a language does.
    /// </summary>
    public static void WriteContent(CanonicalBytes to, TranslationUnit unit)
    {
        to.Clear();
        to.Add(unit.DocumentId);
        foreach (var variant in unit.Variants.OrderBy(v => v.Language))
        {
            to.Add(variant.Language.Value);
            to.Add(variant.Text);
            Add(to, variant.Tags);
        }
    }

    private static void Add(CanonicalBytes to, Variant variant)
    {
        to.Add(variant.Language.Value);
        to.Add(variant.Text);
        Add(to, variant.Tags);
        to.Add((long)variant.Status);
        to.Add((long)variant.Origin);
        to.Add(variant.Author);
        to.Add(variant.CreateTime?.UtcTicks);
        to.Add(variant.UpdateTime?.UtcTicks);
        to.Add(variant.Position);
        to.Add((long?)variant.Previous?.Value);
        to.Add((long?)variant.Next?.Value);
    }

    private static void Add(CanonicalBytes to, ImmutableArray<InlineTag> tags)
    {
        to.Add((long)tags.Length);
        foreach (var tag in tags)
        {
            to.Add((long)tag.Position);
            to.Add((long)tag.Kind);
            to.Add((long)tag.Id);
            to.Add(tag.Data);
            to.Add(tag.Type);
        }
    }

    private static void Add(CanonicalBytes to, Bead bead)
    {
        to.Add((long)bead.SourceStart);
        to.Add((long)bead.SourceCount);
        to.Add((long)bead.TargetStart);
        to.Add((long)bead.TargetCount);
        to.Add(bead.Confidence);
        to.Add((long)bead.Status);
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
