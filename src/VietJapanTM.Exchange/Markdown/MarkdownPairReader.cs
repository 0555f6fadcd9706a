using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Exchange.Catalogs;
using VietJapanTM.Exchange.Decoding;
using VietJapanTM.Terminology.Checking.Suppressions;

namespace VietJapanTM.Exchange.Markdown;

/// <summary>
/// Reads Markdown files of which each language has its own, found as <see cref="CatalogPairReader"/> finds catalogues. Sections pair by
/// their headings. Where both sides of a section have the same blocks in the same order, each block is a segment; else the whole
/// section is one; and where the headings differ, the whole file is, so that nothing is compared with what it does not translate.
/// Findings: MD001 (error) not readable as text; MD002 (warning) the headings differ; MD003 (warning) a suppression behind the last text;
/// and those of <see cref="CatalogPairReader"/>.
/// </summary>
internal static class MarkdownPairReader
{
    /// <summary>Reads the segments.</summary>
    public static IEnumerable<BilingualSegment> Read(Stream stream, string file, BilingualOptions options, DiagnosticSink diagnostics) =>
        new CatalogPairReader(Catalog, neutralIsSource: true, options, diagnostics, (source, _, target, name) => Align(source, target, name, diagnostics)).Read(stream, file);

    private static Catalog Catalog(Stream stream, string file, DiagnosticSink diagnostics)
    {
        try
        {
            var text = SourceText.Read(stream, EncodingDeclaration.None);
            var (entries, left) = new MarkdownParser(text, file).Parse();
            foreach (var note in left.Where(note => SuppressionComment.In(note.Text).Any()))
            {
                diagnostics.Add(new Diagnostic(
                    "MD003", DiagnosticSeverity.Warning, "No text follows this comment, so that it suppresses nothing. Write it before the text that it is about, or within.", file, note.Line, note.Column));
            }

            return Catalogs.Catalog.Of(entries.Where(entry => entry.Text.Text.Length > 0));
        }
        catch (Exception e) when (MalformedFile.IsOfFile(e))
        {
            diagnostics.Add(MalformedFile.ToDiagnostic(e, "MD001", file));
            return Catalogs.Catalog.Of([]);
        }
    }

    private static (ImmutableArray<CatalogEntry> Source, ImmutableArray<CatalogEntry> Target) Align(
        ImmutableArray<CatalogEntry> source, ImmutableArray<CatalogEntry> target, string file, DiagnosticSink diagnostics)
    {
        var (left, right) = (Sections(source), Sections(target));
        if (left.Count == 0 || right.Count == 0)
        {
            return (source, target);
        }

        if (!left.Select(s => s.Key).SequenceEqual(right.Select(s => s.Key)))
        {
            var at = right.Where((section, i) => i >= left.Count || left[i].Key != section.Key).FirstOrDefault(right[^1]).Entries[0].Text;
            diagnostics.Add(new Diagnostic(
                "MD002", DiagnosticSeverity.Warning, "From here on the headings are not those of the source, so that the files are compared as wholes; give both the same headings.", file, at.Line, at.Column));
            return ([Join("", source)], [Join("", target)]);
        }

        var pairs = left.Zip(right, (a, b) => a.Entries.Select(e => e.Key).SequenceEqual(b.Entries.Select(e => e.Key))
            ? (a.Entries, b.Entries)
            : ([Join(a.Key, a.Entries)], [Join(b.Key, b.Entries)])).ToList();
        return ([.. pairs.SelectMany(pair => pair.Item1)], [.. pairs.SelectMany(pair => pair.Item2)]);
    }

    private static List<(string Key, ImmutableArray<CatalogEntry> Entries)> Sections(ImmutableArray<CatalogEntry> entries) =>
        [.. entries.GroupBy(entry => entry.Key[..entry.Key.IndexOf('/', StringComparison.Ordinal)]).Select(group => (group.Key, group.ToImmutableArray()))];

    /// <summary>One entry of several, whose notes stay with the blocks that they came from.</summary>
    private static CatalogEntry Join(string key, ImmutableArray<CatalogEntry> entries) => new(
        key,
        LocatedText.Join([.. entries.Select(entry => entry.Text)]),
        [.. entries.SelectMany(entry => entry.Notes.Select(note => note with { Scope = ScopeOf(entry.Text) }))]);

    private static NoteScope ScopeOf(LocatedText text) => new((text.Line, text.Column), text.LocateEnd(text.Text.Length));
}
