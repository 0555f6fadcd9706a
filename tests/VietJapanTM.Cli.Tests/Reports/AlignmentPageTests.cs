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
}
