using System.Collections.Immutable;
using System.Globalization;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tbx;

/// <summary>
/// Writes glossary files in the canonical form that <c>FORMAT.md</c> beside this file lays down: equal concepts give equal
/// bytes, and a change of one field changes its line alone.
/// </summary>
public static class TbxWriter
{
    /// <summary>The file's bytes: UTF-8 without a byte-order mark, LF.</summary>
    /// <exception cref="ArgumentException">A text holds a character that XML cannot carry.</exception>
    public static byte[] ToBytes(TbxFile file)
    {
        using var stream = new MemoryStream();
        Write(file, stream);
        return stream.ToArray();
    }

    /// <summary>Writes the file; the stream stays open.</summary>
    /// <exception cref="ArgumentException">A text holds a character that XML cannot carry.</exception>
    public static void Write(TbxFile file, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(stream);
        using var markup = new CanonicalMarkup(stream);
        markup.Open(
            "tbx",
            ("type", "TBX-Basic"),
            ("style", "dct"),
            ("xml:lang", file.Language.Value),
            ("xmlns", TbxNames.Core),
            ("xmlns:min", TbxNames.Min),
            ("xmlns:basic", TbxNames.Basic),
            ("xmlns:vjtm", TbxNames.Own));
        WriteHeader(markup, file);
        markup.Open("text");
        markup.Open("body");
        var inFile = file.Concepts.Select(concept => concept.Id).ToHashSet(StringComparer.Ordinal);
        inFile.UnionWith(file.Concepts.SelectMany(c => c.Languages).SelectMany(section => section.Terms).Select(term => term.Id).OfType<string>());
        foreach (var concept in file.Concepts)
        {
            WriteConcept(markup, concept, inFile);
        }

        markup.Close("body");
        markup.Close("text");
        markup.Close("tbx");
    }

    private static void WriteHeader(CanonicalMarkup markup, TbxFile file)
    {
        markup.Open("tbxHeader");
        markup.Open("fileDesc");
        if (file.Title is { } title)
        {
            markup.Open("titleStmt");
            markup.Leaf("title", title);
            markup.Close("titleStmt");
        }

        if (file.Licence is { } licence)
        {
            markup.Open("publicationStmt");
            WriteParagraphs(markup, licence);
            markup.Close("publicationStmt");
        }

        markup.Open("sourceDesc");
        WriteParagraphs(markup, file.SourceDescription);
        markup.Close("sourceDesc");
        markup.Close("fileDesc");
        markup.Close("tbxHeader");
    }

    private static void WriteParagraphs(CanonicalMarkup markup, string text)
    {
        foreach (var line in text.Split('\n'))
        {
            markup.Leaf("p", line);
        }
    }

    private static void WriteConcept(CanonicalMarkup markup, Concept concept, HashSet<string> inFile)
    {
        markup.Open("conceptEntry", ("id", concept.Id));
        markup.OptionalLeaf("min:subjectField", concept.SubjectField);
        WriteSourced(markup, "basic:definition", concept.Definition, concept.DefinitionSource);
        markup.OptionalLeaf("basic:source", concept.Source);
        WriteNote(markup, concept.Note);
        WriteApproval(markup, concept.Approval);
        WriteRelated(markup, concept.Related, inFile);
        foreach (var reference in concept.ExternalReferences)
        {
            markup.Leaf(reference.IsGraphic ? "basic:xGraphic" : "min:externalCrossReference", reference.Text, ("target", reference.Target));
        }

        WriteTransactions(markup, concept.Transactions);

        foreach (var example in concept.Examples)
        {
            var name = example.Passes ? "vjtm:pass" : "vjtm:fail";
            markup.Open(name);
            markup.Leaf("vjtm:source", example.Source, ("xml:lang", example.SourceLanguage.Value));
            markup.Leaf("vjtm:target", example.Target, ("xml:lang", example.TargetLanguage.Value));
            markup.Close(name);
        }

        foreach (var language in concept.Languages)
        {
            WriteLanguage(markup, language, inFile);
        }

        markup.Close("conceptEntry");
    }

    private static void WriteLanguage(CanonicalMarkup markup, LanguageSection language, HashSet<string> inFile)
    {
        markup.Open("langSec", ("xml:lang", language.Language.Value));
        WriteSourced(markup, "basic:definition", language.Definition, language.DefinitionSource);
        WriteNote(markup, language.Note);
        foreach (var term in language.Terms)
        {
            WriteTerm(markup, term, inFile);
        }

        markup.Close("langSec");
    }

    private static void WriteTerm(CanonicalMarkup markup, Term term, HashSet<string> inFile)
    {
        if (term.Id is { } id)
        {
            markup.Open("termSec", ("id", id));
        }
        else
        {
            markup.Open("termSec");
        }

        markup.Leaf("term", term.Text);
        WriteApproval(markup, term.Approval);
        WriteGrammar(markup, term);
        markup.OptionalLeaf("basic:geographicalUsage", term.GeographicalUsage);
        markup.OptionalLeaf("min:customerSubset", term.Customer);
        markup.OptionalLeaf("basic:projectSubset", term.Project);
        markup.OptionalLeaf("basic:termLocation", term.Location);
        markup.OptionalLeaf("vjtm:reliability", term.Reliability?.ToString(CultureInfo.InvariantCulture));
        markup.OptionalLeaf("basic:source", term.Source);
        WriteSourced(markup, "basic:context", term.Context, term.ContextSource);
        WriteNote(markup, term.Note);
        WriteRelated(markup, term.Related, inFile);
        foreach (var reference in term.ExternalReferences)
        {
            // TBX-Basic has no place for the picture of a term.
            markup.Leaf(reference.IsGraphic ? "vjtm:graphic" : "min:externalCrossReference", reference.Text, ("target", reference.Target));
        }

        WriteTransactions(markup, term.Transactions);
        markup.Close("termSec");
    }

    private static void WriteApproval(CanonicalMarkup markup, ApprovalState approval)
    {
        if (approval != ApprovalState.Approved)
        {
            markup.OptionalLeaf("vjtm:approval", Picklists.Approval.Word(approval));
        }
    }

    /// <summary>The target of a TBX reference is an identifier of the same file; others take this project's element.</summary>
    private static void WriteRelated(CanonicalMarkup markup, ImmutableArray<string> related, HashSet<string> inFile)
    {
        foreach (var id in related)
        {
            if (inFile.Contains(id))
            {
                markup.Leaf("basic:crossReference", id, ("target", id));
            }
            else
            {
                markup.Leaf("vjtm:crossReference", id, ("concept", id));
            }
        }
    }

    private static void WriteTransactions(CanonicalMarkup markup, ImmutableArray<EntryTransaction> transactions)
    {
        foreach (var transaction in transactions)
        {
            markup.Open("transacGrp");
            markup.OptionalLeaf("basic:transactionType", Picklists.TransactionType.Word(transaction.Type));
            markup.OptionalLeaf("date", transaction.Date);
            markup.OptionalLeaf("basic:responsibility", transaction.Responsibility);
            markup.Close("transacGrp");
        }
    }

    private static void WriteGrammar(CanonicalMarkup markup, Term term)
    {
        var isName = term.PartOfSpeech == PartOfSpeech.ProperNoun;
        markup.OptionalLeaf("min:partOfSpeech", Picklists.PartOfSpeech.Word(isName ? PartOfSpeech.Noun : term.PartOfSpeech));
        if (isName)
        {
            markup.Empty("vjtm:properNoun");
        }

        markup.OptionalLeaf("min:administrativeStatus", Picklists.Status.Word(term.Status));
        markup.OptionalLeaf("basic:termType", Picklists.TermType.Word(term.Type));
        markup.OptionalLeaf("basic:grammaticalGender", Picklists.Gender.Word(term.Gender));
        markup.OptionalLeaf("vjtm:grammaticalNumber", Picklists.Number.Word(term.Number));
        if (term.CaseRule == CaseRule.Sensitive)
        {
            markup.Empty("vjtm:caseSensitive");
        }

        if (term.NeedsNeighbour)
        {
            markup.Empty("vjtm:needsNeighbour");
        }

        if (term.FullForm is { } fullForm)
        {
            markup.Empty("vjtm:fullForm", ("target", fullForm));
        }

        foreach (var form in term.Forms)
        {
            markup.OptionalLeaf("vjtm:form", form);
        }
    }

    /// <summary>A text with its source needs a group, even where the text is absent: alone the source would be another's.</summary>
    private static void WriteSourced(CanonicalMarkup markup, string name, string? text, string? source)
    {
        if (CanonicalMarkup.IsBlank(source))
        {
            markup.OptionalLeaf(name, text);
            return;
        }

        markup.Open("descripGrp");
        markup.Leaf(name, text ?? "");
        markup.OptionalLeaf("basic:source", source);
        markup.Close("descripGrp");
    }

    private static void WriteNote(CanonicalMarkup markup, string? note)
    {
        foreach (var line in (note ?? "").Split('\n'))
        {
            markup.OptionalLeaf("note", line);
        }
    }
}
