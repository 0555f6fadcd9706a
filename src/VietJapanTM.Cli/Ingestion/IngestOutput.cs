using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.Output;
using VietJapanTM.Model;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Ingestion;

/// <summary>Says what an ingestion will do or has done.</summary>
internal static class IngestOutput
{
    /// <summary>Which files belong together.</summary>
    public static void WritePlan(DocumentFolder found, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(Json.ToText(new
            {
                dryRun = true,
                documents = found.Documents.Select(d => new { d.Id, files = d.Files.Select(f => new { language = f.Language.Value, file = f.Path }) }),
                leftOut = found.LeftOut,
            }));
            return;
        }

        foreach (var document in found.Documents)
        {
            output.WriteLine($"{document.Id}: {string.Join(", ", document.Files.Select(f => $"{f.Language} {f.Path}"))}");
        }
    }

    /// <summary>What became of each document. What was refused goes to standard error.</summary>
    public static void Write(string memory, IReadOnlyList<IngestedDocument> results, DocumentFolder found, bool json, CommandContext context)
    {
        foreach (var refused in results.Where(r => r.State == IngestState.Refused))
        {
            context.Error.WriteLine($"{refused.Files.Name}: error: {OneLine.Of(refused.Error!)}");
        }

        foreach (var (document, notice) in results.SelectMany(r => (r.Document?.Notices ?? []).Select(n => (r.Files.Id, n))))
        {
            // Rules that were refused have been named when their file was read.
            if (notice.Kind != Wire.TextNotice.Types.Kind.RuleRefused)
            {
                context.Error.WriteLine($"{document}: warning: {notice.Message}");
            }
        }

        if (json)
        {
            context.Out.WriteLine(Json.ToText(new
            {
                memory,
                documents = results.Select(ToValue),
                leftOut = found.LeftOut,
            }));
            return;
        }

        foreach (var result in results.Where(r => r.Document is not null))
        {
            var document = result.Document!;
            var segments = string.Join(", ", document.Texts.Select(t => $"{t.LanguageCode} {t.Segments.Count}"));
            context.Out.WriteLine(
                $"{result.Files.Id}: {(result.State == IngestState.Stored ? "stored" : "unchanged")}, segments {segments}, {Count.Of(Beads(document).Count(), "bead")}, {Doubtful(document)} doubtful.");
        }

        int Of(IngestState state) => results.Count(r => r.State == state);
        context.Out.WriteLine(
            $"{Count.Of(Of(IngestState.Stored), "document")} stored in memory {memory}, {Of(IngestState.Unchanged)} unchanged, {Of(IngestState.Refused)} refused, "
            + $"{Count.Of(found.LeftOut.Count, "file")} left out.{(Of(IngestState.Unchanged) > 0 ? " What is there from the same texts stays as it was made; --replace makes it anew." : "")}");
    }

    private static object ToValue(IngestedDocument result) => new
    {
        result.Files.Id,
        result.Files.Name,
        state = Words.Kebab(result.State),
        files = result.Files.Files.Select(f => new { language = f.Language.Value, file = f.Path }),
        segments = result.Document?.Texts.ToDictionary(t => t.LanguageCode, t => t.Segments.Count),
        beads = result.Document is { } d ? Beads(d).Count() : (int?)null,
        doubtful = result.Document is { } e ? Doubtful(e) : (int?)null,
        notices = result.Document?.Notices.Select(n => n.Message) ?? [],
        result.Error,
    };

    private static IEnumerable<Wire.Bead> Beads(Wire.Document document) => document.Pairs.SelectMany(p => p.Beads);

    private static int Doubtful(Wire.Document document) => Beads(document).Count(b => b.Disputed || b.Confidence < PairConfidence.Doubtful);
}
