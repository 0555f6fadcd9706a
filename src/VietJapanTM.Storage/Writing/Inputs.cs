using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Model;

namespace VietJapanTM.Storage.Writing;

/// <summary>
/// The last look at what is about to be stored: what the engine would change in silence (lone surrogates, NUL) or could not give back is
/// refused here.
/// </summary>
internal static class Inputs
{
    private const int LongestName = 63;
    private const int LongestConceptId = 255;

    /// <summary>An id of a tenant, memory or document: 1 to 63 of <c>a–z 0–9 -</c>, a letter first.</summary>
    public static void CheckName(string id, string field)
    {
        if (id.Length is 0 or > LongestName || !char.IsAsciiLetterLower(id[0])
            || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid, $"{field} must be 1 to {LongestName} of a–z, 0–9 and '-', beginning with a letter.", field);
        }
    }

    /// <summary>An id of a concept: a letter, then letters, digits, <c>- _ .</c>.</summary>
    public static void CheckConceptId(string id)
    {
        if (id.Length is 0 or > LongestConceptId || !char.IsAsciiLetter(id[0])
            || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            throw new DomainException(
                ErrorCode.ArgumentInvalid,
                $"concept.id must be 1 to {LongestConceptId} ASCII letters, digits, '-', '_' and '.', beginning with a letter.",
                "concept.id");
        }
    }

    /// <summary>Everything in a change set's head.</summary>
    public static void Check(Store.Change change)
    {
        CheckName(change.Tenant, "tenant");
        CheckText(change.Author, "author");
        CheckText(change.Reason, "reason");
        CheckText(change.SourceFile, "source_file");
        CheckText(change.RequestId, "request_id");
        if (change.RequestId is "")
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, "request_id must not be empty; leave it out instead.", "request_id");
        }
    }

    /// <summary>A memory.</summary>
    public static void Check(Memory memory)
    {
        CheckName(memory.Id, "memory.id");
        CheckText(memory.DisplayName, "memory.display_name");
        CheckAll(memory.Languages, l => CheckLanguage(l, "memory.languages"));
    }

    /// <summary>A unit.</summary>
    public static void Check(TranslationUnit unit)
    {
        CheckText(unit.Key, "unit.key");
        if (unit.DocumentId is not null)
        {
            CheckName(unit.DocumentId, "unit.document_id");
        }

        if (unit.Variants.IsDefaultOrEmpty)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid, "A unit needs at least one variant.", "unit.variants");
        }

        foreach (var variant in unit.Variants)
        {
            CheckLanguage(variant.Language, "unit.variants.language");
            CheckText(variant.Text, "unit.variants.text");
            CheckText(variant.Author, "unit.variants.author");
            foreach (var tag in variant.Tags)
            {
                CheckText(tag.Data, "unit.variants.tags.data");
                CheckText(tag.Type, "unit.variants.tags.type");
            }
        }

        foreach (var (name, value) in unit.Attributes)
        {
            CheckText(name, "unit.attributes");
            CheckText(value, "unit.attributes");
        }
    }

    /// <summary>A document.</summary>
    public static void Check(Document document)
    {
        CheckName(document.Id, "document.id");
        CheckText(document.DisplayName, "document.display_name");
        CheckAll(document.Texts, text =>
        {
            CheckLanguage(text.Language, "document.texts.language");
            CheckText(text.Raw, "document.texts.raw");
            CheckAll(text.Segments, s => CheckText(s.Text, "document.texts.segments"));
        });
        CheckAll(document.Pairs, pair =>
        {
            CheckLanguage(pair.Source, "document.pairs.source");
            CheckLanguage(pair.Target, "document.pairs.target");
        });
    }

    /// <summary>A concept.</summary>
    public static void Check(Concept concept)
    {
        CheckConceptId(concept.Id);
        CheckTexts("concept", concept.SubjectField, concept.Definition, concept.DefinitionSource, concept.Note, concept.Source);
        CheckAll(concept.Related, r => CheckText(r, "concept.related"));
        CheckAll(concept.ExternalReferences, r => CheckTexts("concept.external_references", r.Target, r.Text));
        CheckAll(concept.Transactions, t => CheckTexts("concept.transactions", t.Date, t.Responsibility));
        CheckAll(concept.Languages, section =>
        {
            CheckLanguage(section.Language, "concept.languages.language");
            CheckTexts("concept.languages", section.Definition, section.DefinitionSource, section.Note);
            CheckAll(section.Terms, Check);
        });
        CheckAll(concept.Examples, example =>
        {
            CheckLanguage(example.SourceLanguage, "concept.examples.source_language");
            CheckLanguage(example.TargetLanguage, "concept.examples.target_language");
            CheckTexts("concept.examples", example.Source, example.Target);
        });
    }

    private static void Check(Term term)
    {
        CheckTexts(
            "concept.languages.terms",
            term.Text, term.Id, term.FullForm, term.Context, term.ContextSource, term.Source, term.GeographicalUsage, term.Note,
            term.Customer, term.Project, term.Location);
        CheckAll(term.Related, r => CheckText(r, "concept.languages.terms.related"));
        CheckAll(term.ExternalReferences, r => CheckTexts("concept.languages.terms.external_references", r.Target, r.Text));
        CheckAll(term.Transactions, t => CheckTexts("concept.languages.terms.transactions", t.Date, t.Responsibility));
        CheckAll(term.Forms, f => CheckText(f, "concept.languages.terms.forms"));
    }

    private static void CheckAll<T>(ImmutableArray<T> values, Action<T> check)
    {
        foreach (var value in values)
        {
            check(value);
        }
    }

    private static void CheckTexts(string field, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            CheckText(text, field);
        }
    }

    private static void CheckLanguage(LanguageTag language, string field)
    {
        if (language.Value.Length == 0)
        {
            throw new DomainException(ErrorCode.LanguageInvalid, "A language is missing. Write a BCP 47 tag such as es, en, vi or ja.", field);
        }
    }

    private static void CheckText(string? text, string field)
    {
        var rest = text.AsSpan();
        if (rest.Contains('\0'))
        {
            throw new DomainException(ErrorCode.TextMalformed, "The text holds the character U+0000, which no exchange format can carry.", field);
        }

        for (var at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (at + 1 == rest.Length || !char.IsSurrogatePair(rest[at], rest[at + 1]))
            {
                throw new DomainException(
                    ErrorCode.TextMalformed,
                    $"The text holds half a character (a lone surrogate) at UTF-16 offset {text!.Length - rest.Length + at}.",
                    field);
            }

            rest = rest[(at + 2)..];
        }
    }
}
