using VietJapanTM.Alignment.Chains;
using VietJapanTM.Cli.Alignment;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Reports;

/// <summary>Alignments as the page shows them.</summary>
internal static class PageDocuments
{
    /// <summary>A document of a store.</summary>
    /// <param name="document">The document.</param>
    /// <param name="place">The options by which a command reaches the store, with a space before them; may be empty.</param>
    public static PageDocument Of(Wire.Document document, string place)
    {
        var texts = document.Texts.ToDictionary(t => t.LanguageCode, t => t.Segments, StringComparer.Ordinal);
        return new PageDocument(
            document.DisplayName.Length > 0 ? document.DisplayName : document.Name,
            [.. document.Pairs.Select(p => new PagePair(
                p.SourceLanguageCode,
                p.TargetLanguageCode,
                [.. p.Beads.Select(b => new PageBead(
                    [.. b.Source.Select(i => texts[p.SourceLanguageCode][i].Text)],
                    [.. b.Target.Select(i => texts[p.TargetLanguageCode][i].Text)],
                    b.Confidence,
                    b.Disputed))]))],
            ResourceName.ParseDocument(document.Name, "name"),
            place);
    }

    /// <summary>Texts that were aligned and not stored.</summary>
    public static PageDocument Of(string title, AlignedTexts aligned) => new(
        title,
        [.. aligned.Alignment.Pairs.Select((p, pair) => new PagePair(
            p.Source.Value,
            p.Target.Value,
            [.. p.Beads.Select((b, bead) => new PageBead(
                Segments(aligned, p.Source, b.SourceStart, b.SourceCount),
                Segments(aligned, p.Target, b.TargetStart, b.TargetCount),
                b.Confidence,
                aligned.Alignment.Disagreements.Contains(new Disagreement(pair, bead))))]))]);

    private static List<string> Segments(AlignedTexts aligned, LanguageTag language, int start, int count) =>
        [.. aligned.Texts.First(t => t.Language == language).Segments.Skip(start).Take(count).Select(s => s.Text)];
}
