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
        TbxParts.Sourced(markup, "basic:definition", concept.Definition, concept.DefinitionSource);
        markup.OptionalLeaf("basic:source", concept.Source);
        TbxParts.Note(markup, concept.Note);
        TbxParts.Approval(markup, concept.Approval);
        TbxParts.Related(markup, concept.Related, inFile);
        foreach (var reference in concept.ExternalReferences)
        {
            markup.Leaf(reference.IsGraphic ? "basic:xGraphic" : "min:externalCrossReference", reference.Text, ("target", reference.Target));
        }

        TbxParts.Transactions(markup, concept.Transactions);

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
        TbxParts.Sourced(markup, "basic:definition", language.Definition, language.DefinitionSource);
        TbxParts.Note(markup, language.Note);
        foreach (var term in language.Terms)
        {
            TbxTermWriter.Write(markup, term, inFile);
        }

        markup.Close("langSec");
    }
}
