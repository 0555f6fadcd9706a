using VietJapanTM.Exchange.Bilingual;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Catalogs;

/// <summary>Lays two catalogues beside each other by their keys.</summary>
internal static class CatalogSegments
{
    /// <summary>A segment for each text of the translation; one without a counterpart has an empty source, so that it is checked on its own.</summary>
    /// <param name="source">The texts of the source.</param>
    /// <param name="sourceFile">Their file, or null where it is that of the translation.</param>
    /// <param name="sourceLanguage">Their language.</param>
    /// <param name="target">The texts of the translation.</param>
    /// <param name="file">Their file.</param>
    /// <param name="targetLanguage">Their language.</param>
    public static IEnumerable<BilingualSegment> Pair(
        IEnumerable<CatalogEntry> source, string? sourceFile, LanguageTag sourceLanguage, IEnumerable<CatalogEntry> target, string file, LanguageTag targetLanguage)
    {
        var sources = source.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        foreach (var entry in target)
        {
            sources.TryGetValue(entry.Key, out var counterpart);
            yield return new BilingualSegment
            {
                File = file,
                SourceFile = counterpart is null ? null : sourceFile,
                Id = entry.Key,
                SourceLanguage = sourceLanguage,
                TargetLanguage = targetLanguage,
                Source = counterpart?.Text ?? new LocatedTextBuilder(new RawSlice("", entry.Text.Line, entry.Text.Column)).Build(0),
                Target = entry.Text.Text.Length == 0 ? null : entry.Text,
                Notes = counterpart is null ? entry.Notes : [.. counterpart.Notes, .. entry.Notes],
            };
        }
    }
}
