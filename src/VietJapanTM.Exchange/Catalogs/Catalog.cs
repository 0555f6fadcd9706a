using System.Collections.Immutable;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Catalogs;

/// <summary>The texts of a file in one language or, below language codes as keys, in several.</summary>
/// <param name="Entries">The texts outside such keys.</param>
/// <param name="Sections">The texts below each such key.</param>
internal sealed record Catalog(ImmutableArray<CatalogEntry> Entries, ImmutableArray<CatalogSection> Sections)
{
    /// <summary>A catalogue in one language.</summary>
    public static Catalog Of(IEnumerable<CatalogEntry> entries) => new([.. entries], []);

    /// <summary>
    /// A catalogue whose first keys may be language codes, as Rails writes them. They count as such only where all first keys have that
    /// form and one is among <paramref name="languages"/>, because words such as <c>it</c> and <c>no</c> have the form, too.
    /// </summary>
    public static Catalog Split(IEnumerable<CatalogEntry> entries, IEnumerable<LanguageTag> languages)
    {
        var all = entries.ToList();
        if (!all.TrueForAll(entry => entry.Key.IndexOf('.', StringComparison.Ordinal) is > 0 and var end && LanguageSlot.IsLanguage(entry.Key[..end])))
        {
            return Of(all);
        }

        var known = languages.ToList();
        var outside = new List<CatalogEntry>();
        var sections = new List<(string Key, LanguageTag Language, List<CatalogEntry> Entries)>();
        foreach (var entry in all)
        {
            var dot = entry.Key.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0 || !LanguageTag.TryParse(entry.Key[..dot].Replace('_', '-'), out var language) || !known.Exists(k => k.Covers(language)))
            {
                outside.Add(entry);
                continue;
            }

            var section = sections.Find(s => s.Key == entry.Key[..dot]);
            if (section.Entries is null)
            {
                section = (entry.Key[..dot], language, []);
                sections.Add(section);
            }

            section.Entries.Add(entry with { Key = entry.Key[(dot + 1)..] });
        }

        return new Catalog([.. outside], [.. sections.Select(s => new CatalogSection(s.Language, [.. s.Entries]))]);
    }
}

/// <summary>The texts below a key that is a language code.</summary>
/// <param name="Language">The language.</param>
/// <param name="Entries">The texts, their keys without that first one.</param>
internal sealed record CatalogSection(LanguageTag Language, ImmutableArray<CatalogEntry> Entries);

/// <summary>A text with its key.</summary>
/// <param name="Key">The keys that lead to it, joined by dots; list items by number.</param>
/// <param name="Text">The text.</param>
/// <param name="Notes">Comments beside it.</param>
internal sealed record CatalogEntry(string Key, LocatedText Text, ImmutableArray<SegmentNote> Notes)
{
    /// <summary>The entries, each key once: the last stands, as it does for the programs that load such files.</summary>
    public static IEnumerable<CatalogEntry> Unique(IReadOnlyList<CatalogEntry> entries, string code, string file, DiagnosticSink diagnostics)
    {
        var last = new Dictionary<string, CatalogEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (last.TryGetValue(entry.Key, out var earlier))
            {
                diagnostics.Add(new Diagnostic(
                    code, DiagnosticSeverity.Warning, $"The key '{entry.Key}' stands twice, here and in line {earlier.Text.Line}; the last counts. Delete one.", file, entry.Text.Line, entry.Text.Column));
            }

            last[entry.Key] = entry;
        }

        return entries.Where(entry => ReferenceEquals(last[entry.Key], entry));
    }
}
