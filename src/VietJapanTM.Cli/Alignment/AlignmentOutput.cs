using System.Globalization;
using System.Text;
using VietJapanTM.Alignment.Chains;
using VietJapanTM.Alignment.Documents;
using VietJapanTM.Alignment.Ladders;
using VietJapanTM.Cli.Output;
using VietJapanTM.Cli.Reports;
using VietJapanTM.Exchange.Tmx;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Alignment;

/// <summary>Writes an alignment as a ladder, as a table of texts, as TMX or as JSON.</summary>
internal static class AlignmentOutput
{
    /// <summary>Writes in one of the formats of the command line.</summary>
    /// <param name="aligned">What is written; a closed chain where it has more than two languages.</param>
    /// <param name="format">ladder, tsv, tmx, json or html.</param>
    /// <param name="output">Where to.</param>
    public static void Write(AlignedTexts aligned, string format, TextWriter output)
    {
        switch (format)
        {
            case "tsv":
                WriteTable(aligned, output);
                break;
            case "tmx":
                WriteTmx(aligned, output);
                break;
            case "json":
                WriteJson(aligned, output);
                break;
            case "html":
                AlignmentPage.Write("Alignment", [PageDocuments.Of(string.Join(", ", aligned.Texts.Select(t => t.Language)), aligned)], output);
                break;
            default:
                WriteLadder(aligned, output);
                break;
        }
    }

    private static void WriteLadder(AlignedTexts aligned, TextWriter output)
    {
        if (aligned.Texts.Count == 2)
        {
            LadderWriter.Write(output, aligned.Alignment.Pairs[0].Beads);
        }
        else
        {
            LadderWriter.Write(output, aligned.Alignment.Chain);
        }
    }

    private static void WriteTable(AlignedTexts aligned, TextWriter output)
    {
        output.Write(string.Join('\t', aligned.Texts.Select(t => t.Language.Value).Append("confidence")) + "\n");
        foreach (var link in aligned.Alignment.Chain)
        {
            var cells = link.Spans.Select((span, i) => OneLine.Of(aligned.Join(i, span)));
            output.Write(string.Join('\t', cells.Append(link.Confidence.ToString("F6", CultureInfo.InvariantCulture))) + "\n");
        }
    }

    private static void WriteTmx(AlignedTexts aligned, TextWriter output)
    {
        using var memory = new MemoryStream();
        using (var writer = new TmxWriter(memory, aligned.Texts[0].Language, ToolVersion))
        {
            var document = new Document { Id = "alignment", MemoryId = "alignment", Texts = [.. aligned.Texts], Pairs = aligned.Alignment.Pairs };
            foreach (var unit in DocumentUnits.Of(document))
            {
                writer.Write(unit with { DocumentId = null });
            }
        }

        output.Write(Encoding.UTF8.GetString(memory.ToArray()));
    }

    private static void WriteJson(AlignedTexts aligned, TextWriter output)
    {
        static IEnumerable<int> Indexes(int start, int count) => Enumerable.Range(start, count);
        var disputed = aligned.Alignment.Disagreements.ToHashSet();
        output.WriteLine(Json.ToText(new
        {
            warnings = aligned.Warnings(),
            texts = aligned.Texts.Select(t => new { language = t.Language.Value, segments = t.Segments.Select(s => s.Text) }),
            pairs = aligned.Alignment.Pairs.Select((p, pair) => new
            {
                source = p.Source.Value,
                target = p.Target.Value,
                beads = p.Beads.Select((b, bead) => new
                {
                    source = Indexes(b.SourceStart, b.SourceCount),
                    target = Indexes(b.TargetStart, b.TargetCount),
                    confidence = Math.Round(b.Confidence, 6),
                    disputed = disputed.Contains(new Disagreement(pair, bead)),
                }),
            }),
            chain = aligned.Alignment.Chain.Select(l => new
            {
                texts = l.Spans.Select(s => Indexes(s.Start, s.Count)),
                confidence = Math.Round(l.Confidence, 6),
                composite = l.IsComposite,
            }),
        }));
    }

    private static string ToolVersion => typeof(AlignmentOutput).Assembly.GetName().Version!.ToString(3);
}
