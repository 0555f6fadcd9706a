using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using VietJapanTM.Errors;
using VietJapanTM.Exchange.Tmx;
using VietJapanTM.Model;

namespace VietJapanTM.Exchange.Tests.Tmx;

public sealed class TmxRoundTripTests
{
    private static readonly string[] Pieces =
        ["cumbre ", " Tiếng Việt", "日本", "<b>", "&amp;", "\"", "'", "]]>", "\n", "\r\n", "\t", "  ", "\u00a0", "\u200c", "\u202e", "Tie\u0302\u0301ng", "𠮷👩‍🚀", "\u00ad", "{0}"];

    private static readonly LanguageTag[] Languages =
        [LanguageTag.Spanish, LanguageTag.English, LanguageTag.Vietnamese, LanguageTag.Japanese, LanguageTag.Parse("es-MX")];

    [Fact]
    public void Tmx_WrittenAndRead_IsTheSame() => Seeded.Run(200, random =>
    {
        var units = Enumerable.Range(0, random.Next(0, 6)).Select(_ => Unit(random)).ToList();
        using var stream = new MemoryStream();
        using (var writer = new TmxWriter(stream, random.Next(2) == 0 ? null : LanguageTag.Spanish, "1.0"))
        {
            units.ForEach(writer.Write);
        }

        var sink = new DiagnosticSink();
        stream.Position = 0;
        var read = TmxReader.Read(stream, "random.tmx", new TmxOptions { MemoryId = "m" }, sink).ToList();

        Assert.DoesNotContain(sink.Items, item => item.Severity != DiagnosticSeverity.Information);
        Assert.Equal(JsonSerializer.Serialize(units), JsonSerializer.Serialize(read));
        Assert.DoesNotContain("\r", Encoding.UTF8.GetString(stream.ToArray()));
    });

    [Fact]
    public void TmxWriter_TextThatXmlCannotCarry_IsRefusedAndTheFileStaysWhole()
    {
        using var stream = new MemoryStream();
        using (var writer = new TmxWriter(stream, null, "1.0"))
        {
            var unit = Unit(new Random(1));
            var broken = unit with { Variants = [.. unit.Variants, unit.Variants[0] with { Text = "a\ud800b" }] };
            Assert.Equal(ErrorCode.TextMalformed, Assert.Throws<DomainException>(() => writer.Write(broken)).Code);
            writer.Write(unit);
        }

        stream.Position = 0;
        var sink = new DiagnosticSink();
        Assert.Single(TmxReader.Read(stream, "x.tmx", new TmxOptions { MemoryId = "m" }, sink));
        Assert.False(sink.HasErrors);
    }

    private static TranslationUnit Unit(Random random) => new()
    {
        MemoryId = "m",
        Key = random.Next(2) == 0 ? null : "k" + random.Next(1000),
        DocumentId = random.Next(2) == 0 ? null : "d" + random.Next(10),
        Variants = [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Variant(random))],
        Confidences = random.Next(2) == 0 ? [] : [new PairConfidence(LanguageTag.English, LanguageTag.Spanish, random.NextDouble())],
        Attributes = ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal,
            new Dictionary<string, string> { ["client"] = "a & b", ["model"] = "1\n2", ["note"] = "one\ntwo" }.Where(_ => random.Next(2) == 0)),
    };

    private static Variant Variant(Random random)
    {
        var text = "x" + string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        return new Variant
        {
            Language = Languages[random.Next(Languages.Length)],
            Text = text,
            Tags = Tags(random, text),
            Status = (VariantStatus)random.Next(4),
            Origin = (VariantOrigin)random.Next(4),
            Author = random.Next(2) == 0 ? "" : "Ana <a@b>",
            CreateTime = random.Next(2) == 0 ? null : new DateTimeOffset(2024, 2, 29, 23, 59, random.Next(60), TimeSpan.Zero),
            UpdateTime = random.Next(2) == 0 ? null : new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero),
            Position = random.Next(2) == 0 ? null : random.Next(100),
            Previous = random.Next(2) == 0 ? null : ContextHash.Of("before"),
            Next = random.Next(2) == 0 ? null : new ContextHash((ulong)random.NextInt64()),
        };
    }

    private static ImmutableArray<InlineTag> Tags(Random random, string text)
    {
        // Positions between surrogates are no positions.
        var places = Enumerable.Range(0, 4).Select(_ => random.Next(text.Length + 1)).Where(i => i == text.Length || !char.IsLowSurrogate(text[i])).Order().ToArray();
        return places.Length < 3 || random.Next(2) == 0
            ? []
            : [
                new InlineTag(places[0], InlineTagKind.Open, 1, "<b>", "bold"),
                new InlineTag(places[1], InlineTagKind.Standalone, 7, "{0}", null),
                new InlineTag(places[2], InlineTagKind.Close, 1, "</b>"),
            ];
    }
}
