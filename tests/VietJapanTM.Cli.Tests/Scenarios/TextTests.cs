namespace VietJapanTM.Cli.Tests.Scenarios;

public sealed class TextTests
{
    [Theory]
    [InlineData("windows-1252", "--encoding windows-1252")]
    [InlineData("utf-16", "")]
    [InlineData("utf-16", "--encoding windows-1252")]
    public async Task Text_OfAnotherEncoding_IsReadByItsMarkOrItsName(string name, string option)
    {
        var encoding = System.Text.Encoding.GetEncodings().Any(e => e.Name == name) ? System.Text.Encoding.GetEncoding(name) : System.Text.CodePagesEncodingProvider.Instance.GetEncoding(name)!;
        byte[] Bytes(string text) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        var options = option.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.es"], Bytes("Llegó ayer. Él habló.\n"));
        folder.Write("a.en", "He arrived yesterday. He spoke.\n");

        Assert.Equal(["Llegó ayer.", "Él habló."], (await CommandLine.RunAsync(["segment", "--lang", "es", folder["a.es"], .. options])).Succeeds().Lines);
        Assert.Equal("Llegó ayer. Él habló.\n", (await CommandLine.RunWithInputAsync(Bytes("Llegó ayer. Él habló.\n"), ["mend", "--lang", "es", .. options])).Succeeds().Out);
        Assert.Contains("Él habló.", (await CommandLine.RunAsync(["align", "--langs", "es,en", "--format", "tsv", folder["a.es"], folder["a.en"], .. options])).Succeeds().Out);
    }

    [Theory]
    [InlineData("segment --lang es", "")]
    [InlineData("mend --lang es", "")]
    [InlineData("align --langs en,es -", "")]
    [InlineData("segment --lang es", "--encoding shift_jis")]
    public async Task Text_OfAnEncodingThatNobodyNamed_IsRefusedWithTheOption(string command, string option)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.es"], [.. "Uno.\n"u8, 0xF3, .. " y dos.\n"u8]);
        (await CommandLine.RunAsync([.. command.Split(' '), folder["a.es"], .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]))
            .Refuses(option.Length == 0 ? ["a.es:2: byte 5 is not UTF-8", "--encoding"] : ["a.es: the bytes at offset 5 (line 2)", "shift_jis"]);
    }

    [Fact]
    public async Task Mend_TextThatLostSpaces_RestoresThemAndNothingElse()
    {
        var raw = File.ReadAllText(Shipped.Text(Shipped.Second, "es"));
        var mended = (await CommandLine.RunAsync("mend", "--lang", "es", Shipped.Text(Shipped.Second, "es"))).Succeeds().Out;

        Assert.Equal(raw.Length + 38, mended.Length);
        Assert.Equal(raw.Replace(" ", "", StringComparison.Ordinal), mended.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mend_CleanText_ReturnsItsBytes()
    {
        var path = Shipped.Text(Shipped.First, "es");
        Assert.Equal(File.ReadAllText(path), (await CommandLine.RunAsync("mend", "--lang", "es", path)).Succeeds().Out);
    }

    [Fact]
    public async Task Mend_Json_TellsEachEdit()
    {
        const string Text = "🗾 Los dos países reafirmaron laactividad derelaciones entre ambos gobiernos.";
        var json = (await CommandLine.RunWithInputAsync(Text, "mend", "--lang", "es", "--json")).Succeeds().Json;
        var edits = json.GetProperty("edits").EnumerateArray().ToList();

        Assert.Equal(Text.Replace("laactividad derelaciones", "la actividad de relaciones", StringComparison.Ordinal), json.GetProperty("text").GetString());
        Assert.Equal(2, edits.Count);
        Assert.Equal(Text.IndexOf("actividad", StringComparison.Ordinal), edits[0].GetProperty("offset").GetInt32());
        Assert.Equal(Text.IndexOf("actividad", StringComparison.Ordinal) - 1, edits[0].GetProperty("codePointOffset").GetInt32());
        Assert.All(edits, e => Assert.Equal(" ", e.GetProperty("inserted").GetString()));
        Assert.All(edits, e => Assert.InRange(e.GetProperty("confidence").GetDouble(), 0.5, 1));
        Assert.All(edits, e => Assert.Matches("^[a-z-]+$", e.GetProperty("kind").GetString()));
    }

    [Theory]
    [InlineData(Shipped.First, 10, false)]
    [InlineData(Shipped.Second, 12, true)]
    public async Task Segment_ShippedArticle_GivesItsSegments(string document, int count, bool mend)
    {
        string[] arguments = ["segment", "--lang", "es", Shipped.Text(document, "es"), .. mend ? (string[])["--mend"] : []];
        Assert.Equal(count, (await CommandLine.RunAsync(arguments)).Succeeds().Lines.Count(line => line.Length > 0));
    }

    [Fact]
    public async Task Segment_Paragraphs_AreParted()
    {
        var outcome = await CommandLine.RunWithInputAsync("Es el Sr. García. Llegó ayer.\n\nHoy parte.\n", "segment", "--lang", "es");
        Assert.Equal("Es el Sr. García.\nLlegó ayer.\n\nHoy parte.\n", outcome.Succeeds().Out);
    }

    [Fact]
    public async Task Segment_Json_PlacesSegmentsInBothUnits()
    {
        var segments = (await CommandLine.RunWithInputAsync("日本🗾です。終わり。", "segment", "--lang", "ja", "--json", "-")).Succeeds().JsonLines;

        Assert.Equal(2, segments.Length);
        Assert.Equal("終わり。", segments[1].GetProperty("text").GetString());
        Assert.Equal(7, segments[1].GetProperty("startUtf16").GetInt32());
        Assert.Equal(6, segments[1].GetProperty("start").GetInt32());
    }

    [Fact]
    public async Task Mend_Kinds_MendsThoseOnly()
    {
        const string Text = "Fue  laactividad de la comuni-\ncación.";
        Assert.Equal("Fue  la actividad de la comunicación.", (await CommandLine.RunWithInputAsync(Text, "mend", "--lang", "es")).Succeeds().Out);
        Assert.Equal("Fue la actividad de la comunicación.", (await CommandLine.RunWithInputAsync(Text, "mend", "--lang", "es", "--kinds", "all")).Succeeds().Out);
        Assert.Equal(
            "Fue laactividad de la comuni-\ncación.",
            (await CommandLine.RunWithInputAsync(Text, "mend", "--lang", "es", "--kinds", "doubled-space")).Succeeds().Out);
        (await CommandLine.RunWithInputAsync(Text, "mend", "--lang", "es", "--kinds", "spaces")).Refuses("'spaces'", "lost-space", "or all");
    }

    [Fact]
    public async Task Segment_OwnRules_TakeThePlaceOfTheShipped()
    {
        using var folder = new TemporaryFolder();
        var rules = folder.Write("own.srx", """
            <?xml version="1.0"?>
            <srx xmlns="http://www.lisa.org/srx20" version="2.0">
            <header segmentsubflows="yes" cascade="no"/>
            <body><languagerules><languagerule languagerulename="Own">
            <rule break="yes"><beforebreak>;</beforebreak><afterbreak>\s</afterbreak></rule>
            <rule break="yes"><beforebreak>(</beforebreak><afterbreak>\s</afterbreak></rule>
            </languagerule></languagerules>
            <maprules><languagemap languagepattern="[Ee][Ss].*" languagerulename="Own"/></maprules></body></srx>
            """);

        var outcome = await CommandLine.RunWithInputAsync("Llegó ayer. Hoy parte; mañana vuelve.", "segment", "--lang", "es", "--rules", rules);
        Assert.Equal((0, "Llegó ayer. Hoy parte;\nmañana vuelve.\n"), (outcome.ExitCode, outcome.Out));
        Assert.Contains(rules, outcome.Error);

        (await CommandLine.RunWithInputAsync("Hello.", "segment", "--lang", "en", "--rules", folder.Write("e.srx", File.ReadAllText(rules).Replace(
            "<rule break=\"yes\"><beforebreak>(</beforebreak><afterbreak>\\s</afterbreak></rule>", "", StringComparison.Ordinal)))).Refuses("'en'", "languagemap");
        (await CommandLine.RunWithInputAsync("Hola.", "segment", "--lang", "es", "--rules", folder["none.srx"])).Refuses("none.srx");
    }

    [Theory]
    [InlineData("segment")]
    [InlineData("mend")]
    public async Task EmptyText_GivesNothing(string command) =>
        Assert.Equal("", (await CommandLine.RunWithInputAsync("", command, "--lang", "es")).Succeeds().Out);

    [Fact]
    public async Task Segment_ByteOrderMark_IsNoText() =>
        Assert.Equal("Hola.\n", (await CommandLine.RunWithInputAsync("\uFEFFHola.", "segment", "--lang", "es")).Succeeds().Out);
}
