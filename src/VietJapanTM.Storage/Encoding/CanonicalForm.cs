using System.Collections.Immutable;
using VietJapanTM.Model;

namespace VietJapanTM.Storage.Encoding;

/// <summary>
/// Writes a whole version of a unit, document or concept in its canonical form: every value that the store keeps of it but its end. The
/// form decides whether a version is new, and its checksum whether what was read is what was written.
/// </summary>
internal static partial class CanonicalForm
{
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
}
