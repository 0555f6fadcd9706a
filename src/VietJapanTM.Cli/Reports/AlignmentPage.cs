using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using VietJapanTM.Cli.Output;
using VietJapanTM.Model;

namespace VietJapanTM.Cli.Reports;

/// <summary>
/// Writes alignments as one HTML file that needs nothing else and runs no script: an index of the documents, the most doubtful first, then each
/// bead a row, coloured by its confidence. Of more than <see cref="MostBeads"/> beads only the doubtful are shown, each with its neighbours, so
/// that a browser opens the page of a thousand documents.
/// </summary>
internal static partial class AlignmentPage
{
    /// <summary>Beads of a page that shows all.</summary>
    public const int MostBeads = 20_000;

    /// <summary>Leaves the letters of all languages as they are.</summary>
    private static readonly HtmlEncoder Letters = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes the page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="documents">The documents, in order.</param>
    /// <param name="output">Where to.</param>
    /// <param name="missing">Documents and files that are not on the page, each with the reason, so that nobody takes it for the whole folder.</param>
    /// <param name="made">What made the page and when, in a sentence; null for none.</param>
    public static void Write(string title, IReadOnlyList<PageDocument> documents, TextWriter output, IReadOnlyList<string>? missing = null, string? made = null)
    {
        output.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        output.Write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        output.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        output.Write($"<title>{Escape(title)}</title>\n<style>\n{PageStyle.Css}\n</style>\n</head>\n<body>\n<h1>{Escape(title)}</h1>\n");
        output.Write(made is null ? "" : $"<p>{Escape(made)}</p>\n");
        var beads = documents.Sum(d => d.Beads);
        output.Write($"<p>{Count.Of(documents.Count, "document")}, {Count.Of(beads, "bead")}, {documents.Sum(d => d.Doubtful)} doubtful: disputed or below {Number(PairConfidence.Doubtful)}.</p>\n");
        WriteMissing(missing ?? [], output);
        output.Write("<p class=\"key\">Confidence: <span class=\"b0\">below 0.5</span><span class=\"b1\">0.5 to 0.8</span><span class=\"b2\">0.8 to 0.95</span>");
        output.Write("<span class=\"b3\">0.95 to 0.99</span><span class=\"b4\">0.99 and more</span></p>\n");
        if (documents.Any(d => d.Pairs.Any(p => p.Beads.Any(b => b.IsDisputed))))
        {
            output.Write("<p>Disputed: three pairs contradict one another there; one of them is wrong, and another is at least as sure as this.</p>\n");
        }

        var showsAll = beads <= MostBeads;
        if (!showsAll)
        {
            output.Write($"<p>These are more than {MostBeads} beads, so only the doubtful are shown, with their neighbours.</p>\n");
        }

        if (documents.Count > 1)
        {
            WriteIndex(documents, showsAll, output);
        }

        for (var i = 0; i < documents.Count; i++)
        {
            if (showsAll || documents[i].Doubtful > 0)
            {
                WriteDocument(documents[i], i, documents.Count == 1, showsAll, output);
            }
        }

        output.Write("</body>\n</html>\n");
    }

    private static void WriteMissing(IReadOnlyList<string> missing, TextWriter output)
    {
        if (missing.Count > 0)
        {
            output.Write($"<details>\n<summary>{missing.Count} not taken, for these reasons</summary>\n<ul>\n{string.Concat(missing.Select(reason => $"<li>{Escape(reason)}</li>\n"))}</ul>\n</details>\n");
        }
    }

    /// <summary>What wants a look stands open, the most doubtful first; what does not is folded.</summary>
    private static void WriteIndex(IReadOnlyList<PageDocument> documents, bool showsAll, TextWriter output)
    {
        var order = Enumerable.Range(0, documents.Count).OrderByDescending(i => documents[i].Doubtful).ToList();
        var toSee = order.TakeWhile(i => documents[i].Doubtful > 0).ToList();
        if (toSee.Count > 0)
        {
            WriteIndexTable(documents, toSee, isLinked: true, output);
        }

        if (toSee.Count < order.Count)
        {
            output.Write($"<details{(toSee.Count == 0 ? " open" : "")}>\n<summary>{Count.Of(order.Count - toSee.Count, "document")} without doubtful beads</summary>\n");
            WriteIndexTable(documents, order[toSee.Count..], showsAll, output);
            output.Write("</details>\n");
        }
    }

    private static void WriteIndexTable(IReadOnlyList<PageDocument> documents, IReadOnlyList<int> order, bool isLinked, TextWriter output)
    {
        output.Write("<table class=\"index\">\n<thead><tr><th>Document</th><th class=\"c\">Beads</th><th class=\"c\">Doubtful</th></tr></thead>\n<tbody>\n");
        foreach (var i in order)
        {
            var name = Escape(documents[i].Title);
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"<tr><td>{(isLinked ? $"<a href=\"#d{i}\">{name}</a>" : name)}</td><td class=\"c\">{documents[i].Beads}</td><td class=\"c\">{documents[i].Doubtful}</td></tr>\n"));
        }

        output.Write("</tbody>\n</table>\n");
    }

    /// <summary>Pairs with doubtful beads stand open; of a document alone that has none, the first.</summary>
    private static void WriteDocument(PageDocument document, int index, bool isAlone, bool showsAll, TextWriter output)
    {
        output.Write(string.Create(CultureInfo.InvariantCulture, $"<section>\n<h2 id=\"d{index}\">{Escape(document.Title)}</h2>\n"));
        if (document.Id is not null)
        {
            var pairs = document.Pairs.Where(pair => pair.Doubtful > 0).Select(pair => $"{pair.Source}-{pair.Target}").DefaultIfEmpty(null);
            output.Write(string.Concat(pairs.Select(pair => $"<p><code>vjtm align review {Escape(document.Id)}{(pair is null ? "" : $" --pair {Escape(pair)}")}{Escape(document.Place)}</code></p>\n")));
        }

        for (var p = 0; p < document.Pairs.Count; p++)
        {
            var pair = document.Pairs[p];
            if (!showsAll && pair.Doubtful == 0)
            {
                continue;
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"d{index}p{p}");
            output.Write($"<details{(pair.Doubtful > 0 || (isAlone && p == 0 && document.Doubtful == 0) ? " open" : "")}>\n<summary>{Escape(pair.Source)} – {Escape(pair.Target)}: {Count.Of(pair.Beads.Count, "bead")}, {pair.Doubtful} doubtful</summary>\n");
            if (pair.Doubtful > 0)
            {
                var first = Enumerable.Range(0, pair.Beads.Count).Where(b => pair.Beads[b].IsDoubtful).OrderByDescending(b => pair.Beads[b].IsDisputed).ThenBy(b => pair.Beads[b].Confidence);
                output.Write($"<p>Look first at {string.Join(", ", first.Select(b => $"<a href=\"#{id}b{b}\">{b + 1}</a>"))}.</p>\n");
            }

            WriteBeads(pair, id, showsAll, output);
            output.Write("</details>\n");
        }

        output.Write("</section>\n");
    }

    private static void WriteBeads(PagePair pair, string id, bool showsAll, TextWriter output)
    {
        output.Write($"<table>\n<thead><tr><th class=\"n\">Bead</th><th>{Escape(pair.Source)}</th><th>{Escape(pair.Target)}</th><th class=\"c\">Confidence</th></tr></thead>\n<tbody>\n");
        var last = -1;
        for (var b = 0; b < pair.Beads.Count; b++)
        {
            if (!showsAll && !IsNearDoubt(pair.Beads, b))
            {
                continue;
            }

            if (b > last + 1)
            {
                output.Write("<tr class=\"gap\"><td colspan=\"4\">…</td></tr>\n");
            }

            last = b;
            var bead = pair.Beads[b];
            output.Write($"<tr id=\"{id}b{b}\" class=\"{Class(bead.Confidence)}\"><td class=\"n\">{b + 1}</td>");
            WriteSide(pair.Source, bead.Source, output);
            WriteSide(pair.Target, bead.Target, output);
            output.Write($"<td class=\"c\">{bead.Confidence.ToString("F3", CultureInfo.InvariantCulture)}{(bead.IsDisputed ? "<div class=\"disputed\">disputed</div>" : "")}</td></tr>\n");
        }

        output.Write("</tbody>\n</table>\n");
    }

    private static bool IsNearDoubt(IReadOnlyList<PageBead> beads, int index) =>
        Enumerable.Range(index - 1, 3).Any(i => i >= 0 && i < beads.Count && beads[i].IsDoubtful);

    // Text in both directions, with override characters in it, stays within its cell.
    private static void WriteSide(string language, IReadOnlyList<string> segments, TextWriter output)
    {
        output.Write($"<td lang=\"{Escape(language)}\" dir=\"auto\">");
        output.Write(segments.Count == 0
            ? "<span class=\"none\">—</span>"
            : string.Concat(segments.Select(s => $"<div class=\"segment\"><bdi>{Escape(s)}</bdi></div>")));
        output.Write("</td>");
    }

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
