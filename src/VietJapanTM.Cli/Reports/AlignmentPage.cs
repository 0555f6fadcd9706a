using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using VietJapanTM.Cli.Output;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Reports;

/// <summary>A document on the page.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Pairs">Its pairs of languages.</param>
internal sealed record PageDocument(string Title, IReadOnlyList<PagePair> Pairs);

/// <summary>A pair of languages.</summary>
/// <param name="Source">BCP 47 tag.</param>
/// <param name="Target">BCP 47 tag.</param>
/// <param name="Beads">The beads, in order.</param>
internal sealed record PagePair(string Source, string Target, IReadOnlyList<PageBead> Beads);

/// <summary>A bead.</summary>
/// <param name="Source">Its segments on the source side; none for an insertion.</param>
/// <param name="Target">Likewise for the target.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="IsDisputed">The pairs that lead round by another language link other segments.</param>
internal sealed record PageBead(IReadOnlyList<string> Source, IReadOnlyList<string> Target, double Confidence, bool IsDisputed);

/// <summary>
/// Writes alignments as one HTML file that needs nothing else and runs no script: each bead a row, coloured by its confidence, the doubtful
/// ones named at the head of each document.
/// </summary>
internal static partial class AlignmentPage
{
    /// <summary>Leaves the letters of all languages as they are.</summary>
    private static readonly HtmlEncoder Letters = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Style = """
        :root { color-scheme: light dark; font: 16px/1.45 system-ui, sans-serif; }
        body { margin: 0 auto; max-width: 76rem; padding: 1rem 1.5rem 4rem; }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; }
        td, th { padding: .35rem .6rem; vertical-align: top; text-align: start; overflow-wrap: anywhere; }
        tbody tr { border-top: 1px solid #8884; }
        .n { width: 3.2rem; } .c { width: 6.5rem; text-align: end; font-variant-numeric: tabular-nums; }
        .segment + .segment { border-top: 1px dotted #8888; margin-top: .25rem; padding-top: .25rem; }
        .none { color: #888; } summary { cursor: pointer; font-weight: 600; padding: .4rem 0; }
        tr.b0 { background: #e5484d55; } tr.b1 { background: #f76b1550; } tr.b2 { background: #ffc53d4d; } tr.b3 { background: #9bd45533; } tr.b4 { background: #30a46c1f; }
        .disputed { font-size: .8rem; font-weight: 600; }
        .key { line-height: 2; } .key span { padding: .1rem .5rem; border-radius: .3rem; margin-inline-end: .3rem; display: inline-block; line-height: 1.4; }
        span.b0 { background: #e5484d55; } span.b1 { background: #f76b1550; } span.b2 { background: #ffc53d4d; } span.b3 { background: #9bd45533; } span.b4 { background: #30a46c1f; }
        @media (max-width: 40rem) {
          body { padding: 1rem .75rem 3rem; } thead { display: none; } table, tbody { display: block; }
          tbody tr { display: grid; grid-template-columns: 1fr auto; } td:nth-child(2), td:nth-child(3) { grid-column: 1 / -1; grid-row: auto; }
          td.n { width: auto; font-weight: 600; } td.c { width: auto; grid-row: 1; grid-column: 2; } td:nth-child(3) { border-top: 1px solid #8884; }
        }
        @media print { details:not([open]) > *:not(summary) { display: block; } }
        """;

    /// <summary>Writes the page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="documents">The documents, in order.</param>
    /// <param name="output">Where to.</param>
    public static void Write(string title, IReadOnlyList<PageDocument> documents, TextWriter output)
    {
        output.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        output.Write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        output.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        output.Write($"<title>{Escape(title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>{Escape(title)}</h1>\n");
        var beads = documents.Sum(d => d.Pairs.Sum(p => p.Beads.Count));
        var doubtful = documents.Sum(d => d.Pairs.Sum(p => p.Beads.Count(IsDoubtful)));
        output.Write($"<p>{Count.Of(documents.Count, "document")}, {Count.Of(beads, "bead")}, {doubtful} doubtful: disputed or below {Number(PairConfidence.Doubtful)}.</p>\n");
        output.Write("<p class=\"key\">Confidence: <span class=\"b0\">below 0.5</span><span class=\"b1\">0.5 to 0.8</span><span class=\"b2\">0.8 to 0.95</span>");
        output.Write("<span class=\"b3\">0.95 to 0.99</span><span class=\"b4\">0.99 and more</span></p>\n");
        if (documents.Any(d => d.Pairs.Any(p => p.Beads.Any(b => b.IsDisputed))))
        {
            output.Write("<p>Disputed: the pairs that lead round by another language link other segments; one of the three is wrong.</p>\n");
        }

        var toSee = Enumerable.Range(0, documents.Count).Where(i => IsDoubtful(documents[i])).ToList();
        if (documents.Count > 1 && toSee.Count > 0)
        {
            output.Write($"<p>Look first at {string.Join(", ", toSee.Select(i => $"<a href=\"#d{i}\">{Escape(documents[i].Title)}</a>"))}.</p>\n");
        }

        for (var i = 0; i < documents.Count; i++)
        {
            WriteDocument(documents[i], i, documents.Count == 1, output);
        }

        output.Write("</body>\n</html>\n");
    }

    /// <summary>Pairs with doubtful beads stand open; of a document alone that has none, the first.</summary>
    private static void WriteDocument(PageDocument document, int index, bool isAlone, TextWriter output)
    {
        output.Write(string.Create(CultureInfo.InvariantCulture, $"<h2 id=\"d{index}\">{Escape(document.Title)}</h2>\n"));
        for (var p = 0; p < document.Pairs.Count; p++)
        {
            var pair = document.Pairs[p];
            var id = string.Create(CultureInfo.InvariantCulture, $"d{index}p{p}");
            var doubtful = Enumerable.Range(0, pair.Beads.Count).Where(b => IsDoubtful(pair.Beads[b])).OrderByDescending(b => pair.Beads[b].IsDisputed).ThenBy(b => pair.Beads[b].Confidence).ToList();
            output.Write($"<details{(doubtful.Count > 0 || (isAlone && p == 0 && !IsDoubtful(document)) ? " open" : "")}>\n<summary>{Escape(pair.Source)} – {Escape(pair.Target)}: {Count.Of(pair.Beads.Count, "bead")}, {doubtful.Count} doubtful</summary>\n");
            if (doubtful.Count > 0)
            {
                output.Write($"<p>Look first at {string.Join(", ", doubtful.Select(b => $"<a href=\"#{id}b{b}\">{b + 1}</a>"))}.</p>\n");
            }

            WriteBeads(pair, id, output);
            output.Write("</details>\n");
        }
    }

    private static void WriteBeads(PagePair pair, string id, TextWriter output)
    {
        output.Write($"<table>\n<thead><tr><th class=\"n\">Bead</th><th>{Escape(pair.Source)}</th><th>{Escape(pair.Target)}</th><th class=\"c\">Confidence</th></tr></thead>\n<tbody>\n");
        for (var b = 0; b < pair.Beads.Count; b++)
        {
            var bead = pair.Beads[b];
            output.Write($"<tr id=\"{id}b{b}\" class=\"{Class(bead.Confidence)}\"><td class=\"n\">{b + 1}</td>");
            WriteSide(pair.Source, bead.Source, output);
            WriteSide(pair.Target, bead.Target, output);
            output.Write($"<td class=\"c\">{bead.Confidence.ToString("F3", CultureInfo.InvariantCulture)}{(bead.IsDisputed ? "<div class=\"disputed\">disputed</div>" : "")}</td></tr>\n");
        }

        output.Write("</tbody>\n</table>\n");
    }

    // Text in both directions, with override characters in it, stays within its cell.
    private static void WriteSide(string language, IReadOnlyList<string> segments, TextWriter output)
    {
        output.Write($"<td lang=\"{Escape(language)}\" dir=\"auto\">");
        output.Write(segments.Count == 0
            ? "<span class=\"none\">—</span>"
            : string.Concat(segments.Select(s => $"<div class=\"segment\"><bdi>{Escape(s)}</bdi></div>")));
        output.Write("</td>");
    }

    private static bool IsDoubtful(PageDocument document) => document.Pairs.Any(p => p.Beads.Any(IsDoubtful));

    private static bool IsDoubtful(PageBead bead) => bead.IsDisputed || bead.Confidence < PairConfidence.Doubtful;

    private static string Class(double confidence) => confidence switch
    {
        < 0.5 => "b0",
        < PairConfidence.Doubtful => "b1",
        < 0.95 => "b2",
        < 0.99 => "b3",
        _ => "b4",
    };

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    // What would turn the reading direction around is shown instead of obeyed.
    private static string Escape(string text) =>
        BidiControls().Replace(Letters.Encode(text), m => string.Create(CultureInfo.InvariantCulture, $"[U+{(int)m.Value[0]:X4}]"));

    [GeneratedRegex("[\\u202A-\\u202E\\u2066-\\u2069]")]
    private static partial Regex BidiControls();
}
