using AngleSharp.Html.Parser;
using VietJapanTM.Cli.Reports;

namespace VietJapanTM.Cli.Tests.Reports;

public sealed class AlignmentPageTests
{
    private const string Hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)> ' & \u202E abc";

    [Fact]
    public void Page_OfHostileTexts_ShowsThemAsText()
    {
        using var writer = new StringWriter();
        AlignmentPage.Write(
            Hostile, [new PageDocument(Hostile, [new PagePair("es", "en", [new PageBead([Hostile, "Dos."], [], 0.42, false), new PageBead(["Đúng"], ["日本"], 0.995, true)])])], writer);

        using var page = new HtmlParser().ParseDocument(writer.ToString());
        Assert.Empty(page.QuerySelectorAll("script, img, [onerror], link, iframe"));
        var shown = Hostile.Replace("\u202E", "[U+202E]", StringComparison.Ordinal);
        Assert.Equal(shown, page.Title);
        Assert.Equal([shown, "Dos.", "Đúng", "日本"], page.QuerySelectorAll("bdi").Select(b => b.TextContent));
        Assert.Equal(["b0", "b4"], page.QuerySelectorAll("tbody tr").Select(r => r.ClassName));
        Assert.Equal("d0p0b1", Assert.Single(page.QuerySelectorAll(".disputed")).Closest("tr")!.Id);
        Assert.Equal(["#d0p0b1", "#d0p0b0"], page.QuerySelectorAll("details a").Select(a => a.GetAttribute("href")));
        Assert.NotNull(page.GetElementById("d0p0b0"));
        Assert.Equal("es", page.QuerySelector("td[lang]")!.GetAttribute("lang"));
        Assert.Contains("Đúng", writer.ToString());
        Assert.DoesNotContain("\u202E", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"));
    }

    [Fact]
    public void Page_OfSeveralDocuments_ListsTheMostDoubtfulFirstWithTheirIds()
    {
        PageDocument Of(string id, params double[] confidences) =>
            new($"{id}.name", [new PagePair("es", "en", [.. confidences.Select(c => new PageBead(["Uno."], ["One."], c, false))])], id);
        using var page = Page("articles", Of("sure", 1, 1), Of("doubtful", 0.9, 0.7), Of("worse", 0.2, 0.3));

        Assert.Equal(["worse.name", "doubtful.name", "sure.name"], page.QuerySelectorAll(".index a").Select(a => a.TextContent));
        Assert.Equal("sure.name", page.QuerySelector("details:not([open]) .index a")!.TextContent);
        Assert.All(page.QuerySelectorAll("a"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
        Assert.Equal(["vjtm align review sure", "vjtm align review doubtful --pair es-en", "vjtm align review worse --pair es-en"], page.QuerySelectorAll("code").Select(c => c.TextContent));
    }

    [Fact]
    public void Page_OfAThousandDocuments_ShowsTheDoubtfulBeadsAndTheirNeighbours()
    {
        var sure = new PageBead(["Una frase segura de longitud corriente."], ["A sure sentence of ordinary length."], 0.99, false);
        var beads = Enumerable.Repeat(sure, 100).ToArray();
        beads[50] = sure with { Confidence = 0.3 };
        var documents = Enumerable.Range(0, 1_000).Select(i => new PageDocument($"d{i}", [new PagePair("es", "en", i % 2 == 0 ? beads : beads[..50])], $"d{i}")).ToArray();
        using var page = Page("articles", documents);

        Assert.Equal(1_500, page.QuerySelectorAll("section tbody tr:not(.gap)").Length);
        Assert.Equal(["50", "51", "52"], page.QuerySelectorAll("#d0 ~ details td.n").Select(td => td.TextContent));
        Assert.All(page.QuerySelectorAll("a"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Page(string title, params PageDocument[] documents)
    {
        using var writer = new StringWriter();
        AlignmentPage.Write(title, documents, writer);
        return new HtmlParser().ParseDocument(writer.ToString());
    }
}
