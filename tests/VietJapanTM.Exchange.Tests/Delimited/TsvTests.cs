using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Delimited;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tests.Delimited;

public sealed class TsvTests
{
    private static readonly string[] Pieces =
        ["cumbre", "=cmd|' /C calc'!A0", "+1", "-x", "@y", "\t", "\r", "\n", "\r\n", "\"", "\"\"", ",", ";", "日本", "𠮷", "\u00a0", " ", "Tiếng"];

    [Fact]
    public void Tsv_WrittenAndRead_IsTheSame() => Seeded.Run(400, random =>
    {
        ImmutableArray<LanguageTag> languages = [LanguageTag.Spanish, LanguageTag.Vietnamese, LanguageTag.Japanese];
        var units = Enumerable.Range(0, random.Next(6)).Select(_ => Unit(random, languages)).ToList();
        using var stream = new MemoryStream();
        using (var writer = new TsvWriter(stream, languages))
        {
            units.ForEach(writer.Write);
        }

        var (read, sink) = Read(Encoding.UTF8.GetString(stream.ToArray()));

        Assert.Empty(sink.Items);
        Assert.Equal(JsonSerializer.Serialize(units), JsonSerializer.Serialize(read));
    });

    [Fact]
    public void TsvWriter_CellsThatASpreadsheetWouldRun_AreGuarded()
    {
        using var stream = new MemoryStream();
        using (var writer = new TsvWriter(stream, [LanguageTag.Spanish, LanguageTag.English]))
        {
            writer.Write(Unit("=1+1", "@sum"));
            writer.Write(Unit("a", "b") with { Variants = [.. Unit("a", "b").Variants, .. Unit("c", "d").Variants] });
            Assert.Equal(2, writer.DroppedVariants);
        }

        Assert.Equal("key\tes\ten\n\t\"\t=1+1\"\t\"\t@sum\"\n\ta\tb\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Theory]
    [InlineData("es\ten\nuno\tone\n\ndos\ttwo\n", "uno=one dos=two")]
    [InlineData("es\ten\r\nuno\tone\r\ndos\ttwo", "uno=one dos=two")]
    [InlineData("\ufeffes\ten\nuno\tone", "uno=one")]
    [InlineData("es\ten\n5\" de oro\tfive \"\n", "5\" de oro=five \"")]
    [InlineData("es\ten\n\"a\nb\"\t\"c \"\"d\"\"\"\nx\ty", "a\nb=c \"d\" x=y")]
    [InlineData("key\tes\tdomain\ten\n7\tuno\tlaw\tone", "uno=one")]
    public void TsvReader_SoundFiles_GiveTheirUnits(string content, string expected)
    {
        var (units, sink) = Read(content);

        Assert.Empty(sink.Items);
        Assert.Equal(expected, Show(units));
    }

    [Fact]
    public void TsvReader_HeaderWithKeyAndAttribute_FillsThem()
    {
        var (units, _) = Read("key\tes\tdomain\ten\n7\tuno\tlaw\tone");

        Assert.Equal("7", units[0].Key);
        Assert.Equal("law", units[0].Attributes["domain"]);
    }

    [Theory]
    [InlineData("TSV001", 0, "es\ten\nuno\tone\0", "", false)]
    [InlineData("TSV002", 1, "uno\tone text", "", false)]
    [InlineData("TSV002", 1, "es\tes\nuno\tdos", "", false)]
    [InlineData("TSV003", 2, "es\ten\n\"uno\tone\ndos\ttwo", "dos=two", false)]
    [InlineData("TSV003", 2, "es\ten\n\"uno\tone\ndos\ttwo", "\"uno=one dos=two", true)]
    [InlineData("TSV003", 2, "es\ten\n\"uno\" x\tone\ndos\ttwo", "dos=two", false)]
    [InlineData("TSV003", 2, "es\ten\n\"uno\" x\tone\ndos\ttwo", "\"uno\" x=one dos=two", true)]
    [InlineData("TSV004", 3, "es\ten\nuno\tone\ndos\ttwo\tII\ntres\tthree", "uno=one tres=three", false)]
    [InlineData("TSV004", 3, "es\ten\nuno\tone\ndos\ttwo\tII\ntres\tthree", "uno=one dos=two tres=three", true)]
    [InlineData("TSV006", 2, "es\ten\nuno\t\ndos\ttwo", "dos=two", false)]
    public void TsvReader_BadLine_CostsThatLineOnly(string code, int line, string content, string kept, bool lenient)
    {
        var (units, sink) = Read(content, lenient);

        Assert.Equal((code, line), (sink.Items[0].Code, sink.Items[0].Line));
        var isWarning = lenient || code == "TSV006";
        Assert.Equal(isWarning ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, sink.Items[0].Severity);
        Assert.Equal(kept, Show(units));
    }

    [Fact]
    public void TsvReader_LanguagesGiven_HeaderIsOptional()
    {
        var options = new TsvOptions { MemoryId = "m", Languages = [LanguageTag.Spanish, LanguageTag.English] };

        // 'no' and 'yes' have the form of language codes.
        Assert.Equal("no=yes", Show(Read("no\tyes\n", options).Units));
        Assert.Equal("no=yes", Show(Read("es\ten\nno\tyes\n", options).Units));
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('|')]
    public void TsvReader_OtherDelimiter_PartsTheCells(char delimiter) =>
        Assert.Equal("u\tno=one", Show(Read($"es{delimiter}en\nu\tno{delimiter}one\n", new TsvOptions { MemoryId = "m", Delimiter = delimiter }).Units));

    [Fact]
    public void TsvReader_CellOverTheLimit_CostsItsLine()
    {
        var (units, sink) = Read($"es\ten\n{new string('a', 65_537)}\tb\nuno\tone");

        Assert.Equal("TSV005", Assert.Single(sink.Items).Code);
        Assert.Equal("uno=one", Show(units));
    }

    [Fact]
    public void TsvReader_ManyUnclosedMarks_TakesLinearTime()
    {
        var content = "es\ten\n" + string.Concat(Enumerable.Repeat("\"\"\"a\n", 200_000)) + "uno\tone\n";

        var (units, sink) = Read(content);

        Assert.Equal(200_000, sink.Counts["TSV003"]);
        Assert.Equal("uno=one", Show(units));
    }

    private static (List<TranslationUnit> Units, DiagnosticSink Sink) Read(string content, bool lenient = false) =>
        Read(content, new TsvOptions { MemoryId = "m", Lenient = lenient });

    private static (List<TranslationUnit> Units, DiagnosticSink Sink) Read(string content, TsvOptions options)
    {
        var sink = new DiagnosticSink();
        return (TsvReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), "x.tsv", options, sink).ToList(), sink);
    }

    private static string Show(IEnumerable<TranslationUnit> units) =>
        string.Join(' ', units.Select(unit => string.Join('=', unit.Variants.Select(variant => variant.Text))));

    private static TranslationUnit Unit(string es, string en) => new()
    {
        MemoryId = "m",
        Variants = [new Variant { Language = LanguageTag.Spanish, Text = es }, new Variant { Language = LanguageTag.English, Text = en }],
    };

    private static TranslationUnit Unit(Random random, ImmutableArray<LanguageTag> languages)
    {
        var present = languages.Where((_, i) => i < 2 || random.Next(2) == 0);
        return new TranslationUnit
        {
            MemoryId = "m",
            Key = random.Next(2) == 0 ? null : "k\t" + random.Next(100),
            Variants = [.. present.Select(language => new Variant
            {
                Language = language,
                Text = string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Pieces[random.Next(Pieces.Length)])) + "x",
                Origin = VariantOrigin.Imported,
            })],
        };
    }
}
