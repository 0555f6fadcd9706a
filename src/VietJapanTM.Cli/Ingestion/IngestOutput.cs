using System.Globalization;
using System.Text;
using VietJapanTM.Cli.Console;
using VietJapanTM.Cli.History;
using VietJapanTM.Cli.Output;
using VietJapanTM.Server.Mapping;
using Wire = VietJapanTM.V1Alpha1;

namespace VietJapanTM.Cli.Ingestion;

/// <summary>Says what an ingestion will do or has done.</summary>
internal static class IngestOutput
{
    /// <summary>Which files belong together, and what would become of them.</summary>
    public static void WritePlan(IReadOnlyList<IngestedDocument> plan, DocumentFolder found, bool json, CommandContext context)
    {
        WriteMessages(plan, context);
        if (json)
        {
            context.Out.WriteLine(Json.ToText(new
            {
                dryRun = true,
                documents = plan.Select(d => new
                {
                    d.Files.Id,
                    state = Words.Kebab(d.State),
                    files = d.Files.Files.Select(f => new { language = f.Language.Value, file = f.Path }),
                    forgotten = d.ForgottenBeads,
                    d.Error,
                }),
                leftOut = found.LeftOut,
            }));
            return;
        }

        foreach (var document in plan)
        {
            context.Out.WriteLine($"{document.Files.Id}: {Words.Kebab(document.State)}{Forgotten(document)}, {string.Join(", ", document.Files.Files.Select(f => $"{f.Language} {f.Path}"))}");
        }
    }

    /// <summary>What became of each document. What was refused goes to standard error.</summary>
    public static void Write(string memory, IReadOnlyList<IngestedDocument> results, DocumentFolder found, bool json, CommandContext context)
    {
        if (json)
        {
            WriteMessages(results, context);
            context.Out.WriteLine(Json.ToText(new
            {
                memory,
                counts = Enum.GetValues<IngestState>().Where(s => s < IngestState.New).ToDictionary(Words.Camel, state => results.Count(r => r.State == state)),
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
                $"{result.Files.Id}: {(result.State == IngestState.Stored ? "stored" : "unchanged")}, segments {segments}, {Count.Of(document.BeadCount, "bead")}, {document.DoubtfulCount} doubtful{Forgotten(result)}{(result.DamagedPlaces > 0 ? $", {Places(result.DamagedPlaces)} damaged" : "")}.");
        }

        // What somebody must look at stands below the many lines of what went well.
        context.Out.Flush();
        WriteMessages(results, context);
        context.Out.WriteLine(Summary(memory, results, found));
    }

    private static void WriteMessages(IReadOnlyList<IngestedDocument> results, CommandContext context)
    {
        foreach (var result in results)
        {
            foreach (var warning in Warnings(result))
            {
                context.Error.WriteLine($"{result.Files.Id}: warning: {OneLine.Of(warning)}");
            }

            if (result.Error is not null)
            {
                context.Error.WriteLine($"{result.Files.Id}: error: {OneLine.Of(result.Error)}");
            }
        }
    }

    private static string Forgotten(IngestedDocument document) =>
        document.ForgottenBeads == 0 ? "" : $", {Count.Of(document.ForgottenBeads, "reviewed bead")} forgotten";

    private static string Summary(string memory, IReadOnlyList<IngestedDocument> results, DocumentFolder found)
    {
        int Of(IngestState state) => results.Count(r => r.State == state);
        var summary = new StringBuilder(
            $"{Count.Of(Of(IngestState.Stored), "document")} stored in memory {memory}, {Of(IngestState.Unchanged)} unchanged, {Of(IngestState.Refused)} refused, "
            + $"{(Of(IngestState.Mismatched) > 0 ? $"{Of(IngestState.Mismatched)} mismatched, " : "")}{Count.Of(found.LeftOut.Count, "file")} left out.");
        if (Of(IngestState.NotReached) > 0)
        {
            summary.Append(CultureInfo.InvariantCulture, $" Stopped before {Count.Of(Of(IngestState.NotReached), "document")}; the same command takes them up.");
        }

        if (Of(IngestState.Unchanged) > 0)
        {
            summary.Append(" What is there from the same texts stays as it was made; --replace makes anew what would be cut or mended otherwise now, --replace-all everything.");
        }

        if (results.Sum(r => r.DamagedPlaces) is > 0 and var places)
        {
            summary.Append(CultureInfo.InvariantCulture, $" {Places(places)} damaged; --mend repairs them{(results.Any(r => r.State == IngestState.Stored) ? ", with --replace in what is stored" : "")}.");
        }

        if (RevisionRanges.Of(results.Where(r => r.State == IngestState.Stored).Select(r => r.Document!.Revision)) is { Count: > 0 } ranges)
        {
            summary.Append(CultureInfo.InvariantCulture, $" {(ranges is [{ IsOne: true }] ? "Revision" : "Revisions")} {string.Join(", ", ranges)}{(ranges.Count == 1 ? $"; 'vjtm revert {ranges[0]}' undoes it" : "")}.");
        }

        return summary.ToString();
    }

    private static string Places(int count) => $"{Count.Of(count, "place")} {(count == 1 ? "looks" : "look")}";

    // Rules that were refused have been named when their file was read.
    private static IEnumerable<string> Warnings(IngestedDocument result) =>
        result.Warnings.Concat((result.Document?.Notices ?? []).Where(n => n.Kind != Wire.TextNotice.Types.Kind.RuleRefused).Select(n => n.Message));

    private static object ToValue(IngestedDocument result) => new
    {
        result.Files.Id,
        result.Files.Name,
        state = Words.Kebab(result.State),
        files = result.Files.Files.Select(f => new { language = f.Language.Value, file = f.Path }),
        segments = result.Document?.Texts.ToDictionary(t => t.LanguageCode, t => t.Segments.Count),
        beads = result.Document?.BeadCount,
        doubtful = result.Document?.DoubtfulCount,
        forgotten = result.ForgottenBeads,
        revision = result.Document?.Revision,
        damaged = result.DamagedPlaces,
        notices = Warnings(result),
        result.Error,
    };
}
